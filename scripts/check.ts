// Runs here what a pull request runs, and says in a table what is to be mended.
import { parseArgs } from "node:util";
import { gateChanged, withoutItsTests } from "./check/gate.ts";
import { git } from "./check/git.ts";
import { type Result, runAll } from "./check/run.ts";
import { table } from "./check/table.ts";

const usage = `Usage: npm run check [-- --base REV] [--all]

Runs what a pull request runs, side by side, and prints a table of the steps with where to look and what to run again.
Exits with 1 if a step fails. What takes minutes is not in it: npm run test:heavy (test:runtimes, test:typescript,
test:importers and test:site), and npm run test:mutation, of which a sample is. The tests of the gate itself, tests/gate/ and
tests/rules/, are in it if the gate changed since the revision: its scripts, rules, workflows or packages.

  --base REV   what npm run diff compares with; without it, where the branch left origin/main, or HEAD if there is none
  --all        the tests of the gate itself in any case, as a pull request and a release do`;

const { values: flags } = parseArgs({ options: { base: { type: "string" }, all: { type: "boolean" }, help: { type: "boolean", short: "h" } } });

if (flags.help) {
  console.log(usage);
} else {
  const base = flags.base ?? branchPoint();
  const whole = flags.all || gateChanged(base);
  const steps = [
    { script: "test", words: whole ? [] : withoutItsTests },
    { script: "test:mutation", words: ["--sample", "10"] },
    { script: "typecheck", words: [] },
    { script: "lint", words: [] },
    { script: "check:generated", words: [] },
    { script: "diff", words: ["--base", base] },
    { script: "audit", words: [] },
    { script: "workflows", words: [] },
  ];
  console.log(`check: ${steps.length} steps${whole ? "" : `, without the tests of the gate itself, which is as it was in ${base} (--all runs them)`}`);
  const results = await runAll(steps, ({ step, passed, seconds }: Result) => console.log(`  ${step.script} ${passed ? "passed" : "failed"} after ${seconds.toFixed(1)} s`));
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
