// Changes one constraint of the contract at a time and runs the contract tests: each change must make one of them fail.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startVitest } from "vitest/node";
import { bundle } from "./contract/bundle.ts";
import { runCli } from "./lib/run-cli.ts";
import { type Mutant, mutants } from "./mutation/mutants.ts";

const usage = `Usage: npm run mutation:test [-- --sample N] [--only TEXT]

Changes every constraint of the contract, one at a time, and runs the contract tests. Lists the changes that no test notices,
and exits with 1 if there are any.

  --sample N    only N changes, spread over the contract
  --only TEXT   only changes whose name contains TEXT`;

// The slowest is last, as those before it notice most changes.
const tests = [
  "tests/contract/operations.test.ts",
  "tests/contract/error-codes.test.ts",
  "tests/contract/schemas.test.ts",
];
const batch = 100;

await runCli({
  usage,
  options: { sample: { type: "string" }, only: { type: "string", default: "" } },
  async main({ sample, only }) {
    const size = sample === undefined ? Number.POSITIVE_INFINITY : Number(sample);
    if (!(size >= 1)) throw new Error(`--sample must be a number from 1, not "${sample}".`);
    const document = await bundle();
    const all = mutants(document).filter(({ name }) => name.includes(only));
    const step = Math.max(1, Math.floor(all.length / size));
    const chosen = all.filter((_, i) => i % step === 0);
    const unchanged: Mutant = { name: "the contract as it is", make: () => document };
    return (await countSurvivors(chosen, unchanged)) > 0 ? 1 : 0;
  },
});

async function countSurvivors(chosen: Mutant[], unchanged: Mutant): Promise<number> {
  let count = 0;
  for (let start = 0; start < chosen.length; start += batch) {
    const [control, ...survivors] = await survivorsOf([unchanged, ...chosen.slice(start, start + batch)]);
    if (control !== unchanged) throw new Error(`${tests[0]}:1: fails with the contract as it is. Run "npm test".`);
    for (const { name } of survivors)
      console.log(
        `tests/contract/expected-schemas.ts:1: no test notices "${name}". Add an expectation here or to ${tests[0]}.`,
      );
    count += survivors.length;
    console.log(`${Math.min(start + batch, chosen.length)} of ${chosen.length} changes tested, ${count} not noticed`);
  }
  return count;
}

/** The mutants with which the tests pass. */
async function survivorsOf(tried: Mutant[]): Promise<Mutant[]> {
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  const paths = tried.map((_, i) => join(folder, `${i}.json`));
  await Promise.all(tried.map((mutant, i) => writeFile(paths[i] ?? "", JSON.stringify(mutant.make()))));
  process.env.MUTANTS = JSON.stringify({ tests: tests.map((file) => resolve(file)), mutants: paths });
  // Without vitest.config.ts, as the projects there are of other files.
  const vitest = await startVitest("test", [], {
    config: false,
    watch: false,
    pool: "threads",
    testTimeout: 300_000,
    reporters: [{}],
    include: ["scripts/mutation/suite.ts"],
  });
  const [module] = vitest.state.getTestModules();
  const errors = [...(module?.errors() ?? []), ...vitest.state.getUnhandledErrors()].map(messageOf);
  const passed = new Set([...(module?.children.suites() ?? [])].filter((suite) => suite.ok()).map(({ name }) => name));
  await vitest.close();
  await rm(folder, { recursive: true });
  process.exitCode = 0; // Vitest sets it when tests fail
  if (!module || errors.length > 0) throw new Error(`scripts/mutation/suite.ts:1: ${errors.join(" ")}`);
  return tried.filter((_, i) => passed.has(paths[i] ?? ""));
}

function messageOf(error: unknown): string {
  return (error as Error).message;
}
