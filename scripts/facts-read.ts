import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type Output, readFolders } from "./facts/read/read-folders.ts";

const usage = `Usage: npm run facts:read -- DIR… [--check] [--published] [--pin] [--out DIR] [--sources FILE]

Reads the Microsoft Graph documentation pages in each DIR (.md, .markdown, .txt),
with the texts that they include, and writes what each says into a facts file,
spec/facts/pages/<page>.yaml. Every text must be pinned in spec/facts/sources.yaml
by its SHA-256.

  --check         write nothing; print the facts that moved, and exit with 1 if any did
  --published     the folders hold what Microsoft publishes now: the facts of drafts
                  and of earlier versions need no page
  --pin           pin texts that are new or have changed
  --out DIR       write the facts files there, from any text, pinned or not
  --sources FILE  the list of pinned texts
  --help          show this text

Exits with 1 if a page is refused, or a facts file no longer has a page.
`;

/** Runs the program and returns its exit code. */
export function run(args: string[], output: Output): number {
  try {
    const { values, positionals: folders } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        check: { type: "boolean", default: false },
        published: { type: "boolean", default: false },
        pin: { type: "boolean", default: false },
        out: { type: "string" },
        sources: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) {
      output.out(usage);
      return 0;
    }
    if (folders.length === 0)
      throw new Error(`which folder holds the pages? Expected one after "npm run facts:read --".\n\n${usage}`);
    if (values.pin && values.check) throw new Error(`--check writes nothing, so it can't go with --pin.\n\n${usage}`);
    const { check, published, pin, out, sources } = values;
    const list = sources ?? (out === undefined ? join("spec", "facts", "sources.yaml") : null);
    if (pin && list === null) throw new Error(`--pin needs a list; expected --sources FILE beside --out.\n\n${usage}`);
    const target = out ?? join("spec", "facts", "pages");
    return readFolders({ folders, target, sources: list, check, published, pin }, output);
  } catch (failure) {
    const { message, code } = failure as NodeJS.ErrnoException;
    output.error(code?.startsWith("ERR_PARSE_ARGS") ? `${message}\n\n${usage}` : message);
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = run(process.argv.slice(2), { out: console.log, error: console.error });
}
