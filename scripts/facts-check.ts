// Compares the facts with the contract, both ways: each difference is a conflict, and no element lacks a source.
import { parseArgs } from "node:util";
import { loadAuditInput } from "./facts/check/audit-input.ts";
import { formatReport } from "./facts/check/report.ts";
import { runAudit } from "./facts/check/run-audit.ts";
import { run } from "./lib/run-cli.ts";

const usage = `Usage: npm run facts:check [-- --all]

Compares each fact in spec/facts with the contract in spec/openapi.yaml. The contract meets a fact, or a conflict in
spec/conflicts/*.yaml names it; each name there is needed by a fact that isn't met. In return, each element of the
contract rests on a fact, on a conflict, or on a convention in spec/conventions.yaml. Prints each finding with its place,
what it says, what the contract says, and the fix, and a table of the facts files. Exits with 1 if it finds anything.

  --all  print each finding in full, also those that follow from another one`;

const options = { help: { type: "boolean", short: "h" }, all: { type: "boolean" } } as const;

await run(async () => {
  const { values } = parseArgs({ options });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const report = runAudit(await loadAuditInput());
  console.log(formatReport(report, values.all));
  return report.findings.length > 0 ? 1 : 0;
});
