// Reads source pages and writes what they say into facts files.
import { options, readCommand } from "./facts/read/read-command.ts";
import { runCli } from "./lib/run-cli.ts";

const usage = `Usage: npm run facts:read -- DIR... [--check] [--published] [--pin] [--out DIR] [--sources FILE]

Reads the Microsoft Graph documentation pages in each DIR (.md, .markdown, .txt), with the texts that they include, and writes
what each says into a facts file, spec/facts/pages/<page>.yaml. Every text must be pinned in spec/facts/sources.yaml by its
SHA-256. Exits with 1 if a page can't be read or a facts file no longer has a page, and with 2 if the arguments are wrong.

  --check         write nothing; print the facts that moved, and exit with 1 if any did
  --published     the folders have what Microsoft publishes now: facts of drafts and earlier versions need no page
  --pin           pin texts that are new or have changed
  --out DIR       write the facts files there, from any text, pinned or not
  --sources FILE  the list of pinned texts`;

await runCli({
  usage,
  options,
  allowPositionals: true,
  main: (flags, folders) => readCommand(flags, folders, { out: console.log, error: console.error }),
});
