// Holds the contract against what the pages say: every difference is named in spec/conflicts.yaml, every name is needed.
import { parseArgs } from "node:util";
import { loadLedger } from "./conflicts/load.ts";
import { loadContract } from "./contract/load.ts";
import { format } from "./facts/check/report.ts";
import { audit } from "./facts/check/run-audit.ts";
import { loadPages } from "./facts/load.ts";
import { run } from "./lib/run-cli.ts";

const usage = `Usage: npm run facts:check

Compares each fact in spec/facts/pages/*.yaml with the contract in spec/openapi.yaml. A fact is met, or named in
spec/conflicts.yaml; a conflict there is needed by a fact that is not met. Prints a table of the pages and, for each
problem, where it is, what is said there, what the contract says, and how to mend it. Exits with 1 if there is any.`;

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h" } } });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [contract, pages, conflicts] = await Promise.all([
    loadContract("spec/openapi.yaml"),
    loadPages("spec/facts/pages"),
    loadLedger(),
  ]);
  const report = audit({ contract, pages, conflicts });
  console.log(format(report));
  return report.problems.length > 0 ? 1 : 0;
}

await run(main);
