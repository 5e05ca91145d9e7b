// Changes one constraint of the contract at a time and runs the tests that hold the contract: each change must fail one.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createVitest } from "vitest/node";
import { bundle } from "./generate/bundle.ts";
import { mutants } from "./mutation/mutants.ts";

const usage = `Usage: npm run test:mutation [-- --sample N] [--only TEXT]

Changes every constraint of the contract, one at a time, and runs the tests that hold it. Lists the changes that no test
noticed, and exits with 1 if there are any.

  --sample N    only N changes, spread over the contract
  --only TEXT   only changes whose name has TEXT in it`;

const { values: flags } = parseArgs({
  options: { sample: { type: "string" }, only: { type: "string" }, help: { type: "boolean", short: "h" } },
});

if (flags.help) {
  console.log(usage);
} else {
  process.exitCode = (await survivors()) > 0 ? 1 : 0;
}

async function survivors(): Promise<number> {
  const all = mutants(await bundle()).filter(({ name }) => name.includes(flags.only ?? ""));
  const step = flags.sample ? Math.max(1, Math.floor(all.length / Number(flags.sample))) : 1;
  const chosen = all.filter((_, i) => i % step === 0);
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  process.env.CONTRACT = join(folder, "openapi.json");
  const vitest = await createVitest("test", { watch: false, reporters: [{}], fileParallelism: false, isolate: true });
  const specifications = await vitest.globTestSpecifications(["tests/operations.test.ts", "tests/schemas.test.ts", "tests/error-codes.test.ts"]);
  /** Whether a test notices; the test file that most likely does runs first. */
  const noticed = async (name: string): Promise<boolean> => {
    const likely = name.includes("/x-error-codes/") ? "error-codes" : name.includes("/schemas/") ? "schemas" : "operations";
    for (const specification of [...specifications].sort((a, b) => Number(b.moduleId.includes(likely)) - Number(a.moduleId.includes(likely)))) {
      const { testModules } = await vitest.runTestSpecifications([specification]);
      if (!testModules.every((module) => module.ok())) return true;
    }
    return false;
  };
  let surviving = 0;
  for (const [i, { name, document }] of chosen.entries()) {
    await writeFile(process.env.CONTRACT, JSON.stringify(document));
    if (!(await noticed(name))) {
      surviving++;
      console.log(`survives: ${name}: hold it in tests/operations.test.ts or tests/support/cases.ts`);
    }
    if ((i + 1) % 100 === 0) console.log(`${i + 1} of ${chosen.length}`);
  }
  await vitest.close();
  await rm(folder, { recursive: true });
  console.log(`${chosen.length} of ${all.length} changes tried, ${surviving} noticed by no test`);
  return surviving;
}
