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

// Each runs over the changes that those before it don't notice.
const tests = [
  "tests/contract/operations.test.ts",
  "tests/contract/schemas.test.ts",
  "tests/contract/error-codes.test.ts",
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
    let left = [unchanged, ...chosen.slice(start, start + batch)];
    for (const file of tests) {
      left = await survivorsOf(left, file);
      if (!left.includes(unchanged)) throw new Error(`${file}:1: fails with the contract as it is. Run "npm test".`);
    }
    const survivors = left.filter((mutant) => mutant !== unchanged);
    for (const { name } of survivors)
      console.log(
        `tests/contract/expected-schemas.ts:1: no test notices "${name}". Add an expectation here or to ${tests[0]}.`,
      );
    count += survivors.length;
    console.log(`${Math.min(start + batch, chosen.length)} of ${chosen.length} changes tested, ${count} not noticed`);
  }
  return count;
}

/** The mutants with which the tests of a file pass. */
async function survivorsOf(left: Mutant[], file: string): Promise<Mutant[]> {
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  const written = await Promise.all(
    left.map(async (mutant, i) => {
      const path = join(folder, `${i}.json`);
      await writeFile(path, JSON.stringify(mutant.make()));
      return { mutant, path };
    }),
  );
  process.env.MUTANTS = JSON.stringify({ tests: resolve(file), mutants: written.map(({ path }) => path) });
  const vitest = await startVitest("test", [], {
    watch: false,
    reporters: [{}],
    include: ["scripts/mutation/suite.ts"],
  });
  const [module] = vitest.state.getTestModules();
  const suites = module?.errors().length === 0 ? [...module.children.suites()] : undefined;
  const passed = new Set(suites?.filter((suite) => suite.ok()).map(({ name }) => name));
  await vitest.close();
  await rm(folder, { recursive: true });
  process.exitCode = 0; // Vitest sets it when tests fail
  if (suites) return written.filter(({ path }) => passed.has(path)).map(({ mutant }) => mutant);
  // A change that keeps a test file from loading is noticed, but hides the others: each half is tested alone.
  if (left.length === 1) return [];
  const half = Math.floor(left.length / 2);
  return [...(await survivorsOf(left.slice(0, half), file)), ...(await survivorsOf(left.slice(half), file))];
}
