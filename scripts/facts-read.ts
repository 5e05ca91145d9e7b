import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { factsText, writeFacts } from "./facts/read/files.ts";
import { readPage } from "./facts/read/page.ts";

const usage = `Usage: npm run facts:read -- DIR [--out DIR]

Reads the Microsoft Graph documentation pages in DIR (.md, .markdown, .txt) and
writes what each says into a facts file, spec/facts/pages/<page>.yaml.

  --out DIR   write the facts files there
  --help      show this text
`;

export interface Output {
  out: (line: string) => void;
  error: (line: string) => void;
}

/** Runs the program and returns its exit code. */
export function run(args: string[], { out, error }: Output): number {
  let folder: string | undefined, target: string, help: boolean;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: "string", default: join("spec", "facts", "pages") },
        help: { type: "boolean", default: false },
      },
    });
    if (positionals.length > 1) throw new Error(`one folder is read at a time, not ${positionals.length}`);
    [folder, target, help] = [positionals[0], values.out, values.help];
  } catch (failure) {
    error(`${(failure as Error).message}\n\n${usage}`);
    return 1;
  }
  if (help) {
    out(usage);
    return 0;
  }
  if (folder === undefined) {
    error(`which folder holds the pages? Expected a folder after "npm run facts:read --".\n\n${usage}`);
    return 1;
  }
  return readFolder(folder, target, { out, error });
}

function readFolder(folder: string, target: string, { out, error }: Output): number {
  let names: string[];
  try {
    names = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && /\.(md|markdown|txt)$/i.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (failure) {
    error(`${folder}: cannot be read (${(failure as NodeJS.ErrnoException).code}); expected a folder of pages`);
    return 1;
  }
  if (names.length === 0) {
    error(`${folder}: holds no page; expected files ending in .md, .markdown or .txt`);
    return 1;
  }

  const count = { written: 0, unchanged: 0, refused: 0 };
  for (const name of names) {
    const result = readFile(folder, name, names, target);
    for (const { line, text } of result.problems) error(`${join(folder, name)}:${line}: ${text}`);
    for (const { line, text } of result.notes) out(`${join(folder, name)}:${line}: note: ${text}`);
    count[result.outcome]++;
  }
  out(
    `${names.length} pages read: ${count.written} facts files written, ${count.unchanged} unchanged, ${count.refused} refused`,
  );
  return count.refused > 0 ? 1 : 0;
}

interface Result {
  outcome: "written" | "unchanged" | "refused";
  problems: { line: number; text: string }[];
  notes: { line: number; text: string }[];
}

function readFile(folder: string, name: string, names: string[], target: string): Result {
  const refused = (...problems: Result["problems"]): Result => ({ outcome: "refused", problems, notes: [] });
  const stem = parse(name).name;
  // Compared without case: on some file systems the two facts files would be one.
  const twin = names.find((other) => other !== name && parse(other).name.toLowerCase() === stem.toLowerCase());
  if (twin) return refused({ line: 1, text: `shares its facts file with ${twin}; expected one page of each name` });

  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(join(folder, name)));
  } catch (failure) {
    const code = (failure as NodeJS.ErrnoException).code;
    return refused({
      line: 1,
      text:
        code === "ERR_ENCODING_INVALID_ENCODED_DATA"
          ? "is no UTF-8 text; expected a Markdown page"
          : `cannot be read (${code}); expected a Markdown page`,
    });
  }
  const { facts, problems } = readPage(stem, name, text);
  if (problems) return refused(...problems);
  try {
    const outcome = writeFacts(target, stem, factsText(facts));
    if (outcome !== "transcribed") return { outcome, problems: [], notes: facts.notes ?? [] };
    return refused({
      line: 1,
      text: `its facts file ${join(target, stem)}.yaml says transcribed: true; expected one that this program wrote, and left it as it is`,
    });
  } catch (failure) {
    return refused({
      line: 1,
      text: `its facts file cannot be written (${(failure as Error).message}); expected a folder to write to`,
    });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.exitCode = run(process.argv.slice(2), { out: console.log, error: console.error });
}
