// Compares the contract and the package with those of a git revision, and holds the version against what changed.
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { compare } from "./diff/compare.ts";
import { report } from "./diff/report.ts";
import { withRevision } from "./diff/revision.ts";
import { run } from "./lib/run-cli.ts";

const usage = `Usage: npm run contract:diff -- --base REV [--output FILE]

Compares spec/, generated/ and src/ as they stand with those of a git revision, and prints in Markdown what changed for
callers, readers and programs, each with a severity, and the version step that it asks for (the table in CONTRIBUTING.md).
Exits with 1 if package.json, spec/openapi.yaml and CHANGELOG.md do not carry that step, with 2 if REV can't be compared with.

  --base REV      the branch, tag or commit to compare with
  --output FILE   write the report into FILE too`;

async function main(): Promise<number> {
  const { values: flags } = parseArgs({
    options: { base: { type: "string" }, output: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (flags.help) {
    console.log(usage);
    return 0;
  }
  if (!flags.base) throw new Error(`--base is missing.\n\n${usage}`);
  const comparison = await withRevision(flags.base, (base) => compare(base, "."));
  const text = report(comparison, flags.base);
  console.log(text);
  if (flags.output) await writeFile(flags.output, `${text}\n`);
  return comparison.problems.length > 0 ? 1 : 0;
}

await run(main);
