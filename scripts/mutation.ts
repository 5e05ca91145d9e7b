// Changes one constraint of the contract at a time and runs the tests that hold the contract: each change must fail one.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";
import { bundle } from "./contract/bundle.ts";
import { type Mutant, mutants } from "./mutation/mutants.ts";

const usage = `Usage: npm run mutation:test [-- --sample N] [--only TEXT]

Changes every constraint of the contract, one at a time, and runs the tests that hold it. Lists the changes that no test
noticed, and exits with 1 if there are any.

  --sample N    only N changes, spread over the contract
  --only TEXT   only changes whose name has TEXT in it`;

const { values: flags } = parseArgs({
  options: { sample: { type: "string" }, only: { type: "string" }, help: { type: "boolean", short: "h" } },
});

// The tests that hold the contract. Each runs over what those before it did not notice.
const tests = [
  "tests/contract/operations.test.ts",
  "tests/contract/schemas.test.ts",
  "tests/contract/error-codes.test.ts",
];
const batch = 100;

if (flags.help) {
  console.log(usage);
} else {
  process.exitCode = (await tryAll()) > 0 ? 1 : 0;
}

async function tryAll(): Promise<number> {
  const document = await bundle();
  const unbroken: Mutant = { name: "the contract as it is", make: () => document };
  const all = mutants(document).filter(({ name }) => name.includes(flags.only ?? ""));
  const step = flags.sample ? Math.max(1, Math.floor(all.length / Number(flags.sample))) : 1;
  const chosen = all.filter((_, i) => i % step === 0);
  let surviving = 0;
  for (let start = 0; start < chosen.length; start += batch) {
    let left = [unbroken, ...chosen.slice(start, start + batch)];
    for (const file of tests) {
      left = await unnoticed(left, file);
      if (!left.includes(unbroken)) throw new Error(`${file} fails over the contract as it is: run npm test`);
    }
    const survivors = left.filter((mutant) => mutant !== unbroken);
    for (const { name } of survivors)
      console.log(`survives: ${name}: expect it in tests/contract/expected-operations.ts or expected-schemas.ts`);
    surviving += survivors.length;
    console.log(`${Math.min(start + batch, chosen.length)} of ${chosen.length} tried, ${surviving} noticed by no test`);
  }
  return surviving;
}

/** Those of the mutants over which the tests of a file pass. */
async function unnoticed(left: Mutant[], file: string): Promise<Mutant[]> {
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  const paths = left.map((_, i) => join(folder, `${i}.json`));
  await Promise.all(left.map(({ make }, i) => writeFile(paths[i]!, JSON.stringify(make()))));
  process.env.MUTANTS = JSON.stringify({ tests: resolve(file), mutants: paths });
  const vitest = await startVitest("test", [], {
    watch: false,
    reporters: [{}],
    include: ["scripts/mutation/suite.ts"],
  });
  const [module] = vitest.state.getTestModules();
  const broken = module!.errors().length > 0;
  const passed = new Set([...module!.children.suites()].filter((suite) => suite.ok()).map(({ name }) => name));
  await vitest.close();
  await rm(folder, { recursive: true });
  process.exitCode = 0; // Vitest has set it, as tests failed
  if (!broken) return left.filter((_, i) => passed.has(paths[i]!));
  // A change that breaks even the tests' frame is noticed, but hides the others: each half is tried alone.
  if (left.length === 1) return [];
  const half = Math.floor(left.length / 2);
  return [...(await unnoticed(left.slice(0, half), file)), ...(await unnoticed(left.slice(half), file))];
}
