// Compares the contract and the package with those of a git revision, and checks that the version carries the step they need.
import { writeFile } from "node:fs/promises";
import { compare } from "./diff/compare.ts";
import { report } from "./diff/report.ts";
import { withRevision } from "./diff/revision.ts";
import { runCli } from "./lib/run-cli.ts";

const usage = `Usage: npm run contract:diff -- --base REV [--output FILE]

Compares spec/, generated/, and src/ with those of a git revision. Prints in Markdown what changed for callers, readers, and
programs, the severity of each change, and the version step that they need (the table in CONTRIBUTING.md). Exits with 1 if the
version in package.json lacks that step, and with 2 if REV can't be compared with.

  --base REV      the branch, tag, or commit to compare with
  --output FILE   write the report to FILE too`;

await runCli({
  usage,
  options: { base: { type: "string" }, output: { type: "string" } },
  async main({ base, output }) {
    if (base === undefined) throw new Error("--base is missing. Give the branch, tag, or commit to compare with.");
    const comparison = await withRevision(base, (folder) => compare(folder, "."));
    const text = report(comparison, base);
    console.log(text);
    if (output !== undefined) await writeFile(output, `${text}\n`);
    return comparison.problems.length > 0 ? 1 : 0;
  },
});
