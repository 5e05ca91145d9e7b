// Runs here what a pull request runs, and says in a table what is to be mended.
import { parseArgs } from "node:util";
import { gateChanged, withoutItsTests } from "./check/gate-files.ts";
import { type Result, runAll } from "./check/run-steps.ts";
import { table } from "./check/summary-table.ts";
import { git } from "./lib/git.ts";

const usage = `Usage: npm run check [-- --base REV] [--all]

Runs what a pull request runs, side by side, and prints a table of the steps with where to look and what to run again.
Exits with 1 if a step fails. What takes minutes is not in it: npm run suites:test (runtimes:test, typescript:test,
importers:test and site:test), and npm run mutation:test, of which a sample is. The tests of the gate itself, tests/scripts/gate/ and
tests/scripts/lint/rules/, are in it if the gate changed since the revision: its scripts, rules, workflows or packages.

  --base REV   what npm run contract:diff compares with; without it, where the branch left origin/main, or HEAD if there is none
  --all        the tests of the gate itself in any case, as a pull request and a release do`;

const { values: flags } = parseArgs({
  options: { base: { type: "string" }, all: { type: "boolean" }, help: { type: "boolean", short: "h" } },
});

if (flags.help) {
  console.log(usage);
} else {
  const base = flags.base ?? branchPoint();
  const whole = flags.all || gateChanged(base);
  const steps = [
    { script: "test", words: whole ? [] : withoutItsTests },
    { script: "mutation:test", words: ["--sample", "10"] },
    { script: "types:check", words: [] },
    { script: "lint", words: [] },
    { script: "generated:check", words: [] },
    { script: "contract:diff", words: ["--base", base] },
    { script: "facts:check", words: [] },
    { script: "workflows:lint", words: [] },
  ];
  console.log(
    `check: ${steps.length} steps${whole ? "" : `, without the tests of the gate itself, which is as it was in ${base} (--all runs them)`}`,
  );
  const results = await runAll(steps, ({ step, passed, seconds }: Result) =>
    console.log(`  ${step.script} ${passed ? "passed" : "failed"} after ${seconds.toFixed(1)} s`),
  );
  const failed = results.filter(({ passed }) => !passed);
  for (const { step, output } of failed) console.log(`\n--- ${step.script}\n${output.trim()}`);
  console.log(`\n${table(results)}`);
  if (failed.length > 0) process.exitCode = 1;
}

function branchPoint(): string {
  try {
    return git(".", "merge-base", "origin/main", "HEAD").trim();
  } catch {
    return "HEAD";
  }
}
