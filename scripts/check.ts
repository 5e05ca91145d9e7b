// Runs the checks that a change must pass, and prints in a table where to fix what.
import { appendFileSync } from "node:fs";
import { hasGateChanged } from "./check/gate-files.ts";
import { type Result, runAll } from "./check/run-steps.ts";
import { checkSteps, commandOf, type Step } from "./check/steps.ts";
import { summary } from "./check/summary.ts";
import { git } from "./lib/git.ts";
import { assertKnown, namesIn, runCli } from "./lib/run-cli.ts";
import { formatTable } from "./lib/table.ts";

const usage = `Usage: npm run check [-- [--only NAME,...] [--skip NAME,...] [--base REV] [--all] [--tag TAG] [--github] [--list]]

Runs the checks that a change must pass, side by side, and prints a table with the place to fix and the command to run again.
Exits with 1 if a step fails. Not in it, as they take minutes and install packages: npm run suites:test and the complete
npm run mutation:test, which .github/workflows/weekly.yml runs.

  --only NAME,...   run these steps only
  --skip NAME,...   run all steps but these
  --list            print the steps, and run none
  --base REV        the git revision to compare with; by default where the branch left origin/main, or HEAD
  --all             run gate:test even if the gate is the same as in REV
  --tag TAG         fail unless TAG names the version
  --github          print annotations, write lint.sarif, and add the table to the job's summary`;

await runCli({
  usage,
  options: {
    only: { type: "string", multiple: true },
    skip: { type: "string", multiple: true },
    list: { type: "boolean" },
    base: { type: "string" },
    all: { type: "boolean" },
    tag: { type: "string" },
    github: { type: "boolean" },
  },
  async main({ only, skip, list, base = branchPoint(), all, tag, github }) {
    const listed = chosen(checkSteps({ base, tag, github }), namesIn(only), namesIn(skip));
    if (list) {
      const rows = listed.map((step) => [step.name, step.description, commandOf(step)]);
      console.log(formatTable(["step", "checks", "command"], rows));
      return 0;
    }
    const steps = all || hasGateChanged(base) ? listed : listed.filter(({ name }) => name !== "gate:test");
    const left =
      steps.length < listed.length ? `, without gate:test, as the gate is the same as in ${base} (--all runs it)` : "";
    console.log(`check: ${steps.length} ${steps.length === 1 ? "step" : "steps"}${left}`);
    const results = await runAll(steps);
    console.log(`\n${summary(results)}`);
    if (github && process.env.GITHUB_STEP_SUMMARY) appendFileSync(process.env.GITHUB_STEP_SUMMARY, jobSummary(results));
    return results.every(({ hasPassed }) => hasPassed) ? 0 : 1;
  },
});

function chosen(steps: Step[], only: string[], skip: string[]): Step[] {
  const names = steps.map(({ name }) => name);
  assertKnown("--only", only, names);
  assertKnown("--skip", skip, names);
  return steps.filter(({ name }) => (only.length === 0 || only.includes(name)) && !skip.includes(name));
}

function jobSummary(results: Result[]): string {
  const reports = results.filter(({ step }) => step.isReport).map(({ output }) => output);
  return [summary(results), ...reports, ""].join("\n\n");
}

function branchPoint(): string {
  try {
    return git(".", "merge-base", "origin/main", "HEAD").trim();
  } catch {
    return "HEAD";
  }
}
