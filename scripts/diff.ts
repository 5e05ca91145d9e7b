// Compares the contract and the package with those of a git revision, and checks that the next version carries the step they need.
import { writeFile } from "node:fs/promises";
import { compare } from "./diff/compare.ts";
import { releaseProblems } from "./diff/release-problems.ts";
import { report } from "./diff/report.ts";
import { withRevision } from "./diff/revision.ts";
import { entryProblems } from "./diff/version.ts";
import { runCli } from "./lib/run-cli.ts";

const usage = `Usage: npm run contract:diff -- --base REV [--output FILE]

Compares the contract, package.json, and the code that ships with those of a git revision. Prints in Markdown what changed for
callers, readers, and programs, the severity of each change, and the version step that they need (the table in CONTRIBUTING.md).

Exits with 1 if the changesets lack the step that the changes since the last release need, or if none is about the changes since
REV. The last release is the tag of REV's version or, without it, the commit that wrote the version into CHANGELOG.md. Exits
with 2 if REV can't be compared with.

  --base REV      the branch, tag, or commit to compare with
  --output FILE   write the report to FILE too`;

await runCli({
  usage,
  options: { base: { type: "string" }, output: { type: "string" } },
  async main({ base, output }) {
    if (base === undefined) throw new Error("--base is missing. Give the branch, tag, or commit to compare with.");
    const { comparison, untold } = await withRevision(base, async (folder) => {
      const comparison = await compare(folder, ".");
      return { comparison, untold: entryProblems(folder, ".", comparison.severity) };
    });
    const { problems, note } = await releaseProblems(base, comparison);
    const text = report({ ...comparison, problems: problems.length > 0 ? problems : untold }, base, note);
    console.log(text);
    if (output !== undefined) await writeFile(output, `${text}\n`);
    return problems.length + untold.length > 0 ? 1 : 0;
  },
});
