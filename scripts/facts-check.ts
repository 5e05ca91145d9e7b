// Compares the facts with the contract, both ways: each difference is a conflict, and no element lacks a source.
import { loadAuditInput } from "./facts/check/audit-input.ts";
import { formatReport } from "./facts/check/report.ts";
import { runAudit } from "./facts/check/run-audit.ts";
import { runCli } from "./lib/run-cli.ts";

const usage = `Usage: npm run facts:check [-- --all]

Compares each fact in spec/facts with the contract in spec/openapi.yaml. The contract meets a fact, or a conflict in
spec/conflicts/*.yaml names it; each name there is needed by a fact that isn't met. In return, each element of the
contract rests on a fact, on a conflict, or on a convention in spec/conventions.yaml. Prints each finding with its place,
what it says, what the contract says, and the fix, and a table of the facts files. Exits with 1 if it finds anything.

  --all  print each finding in full, also those that follow from another one`;

await runCli({
  usage,
  options: { all: { type: "boolean" } },
  async main({ all }) {
    const report = runAudit(await loadAuditInput());
    console.log(formatReport(report, all));
    return report.findings.length > 0 ? 1 : 0;
  },
});
