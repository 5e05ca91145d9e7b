import { formatTable } from "../../lib/table.ts";
import { type Finding, groupByCause } from "./finding.ts";
import type { AuditReport } from "./run-audit.ts";

/** The report as a person reads it: what to fix, then the counts of each page. `all`: each finding in full. */
export function formatReport({ pages, conflicts, findings }: AuditReport, all = false): string {
  const groups = all ? findings.map((finding) => [finding]) : groupByCause(findings);
  const sum = (column: "facts" | "met" | "inConflict" | "unexplained"): number =>
    pages.reduce((total, page) => total + page[column], 0);
  const total = ["all", sum("facts"), sum("met"), sum("inConflict"), sum("unexplained")];
  const table = formatTable(
    ["page", "facts", "met", "in conflict", "unexplained"],
    [...pages.map((page) => Object.values(page)), total],
  );
  const causes = groups.length < findings.length ? ` with ${groups.length} causes` : "";
  const verdict = findings.length === 0 ? "every fact is met or named" : `${findings.length} findings${causes}`;
  return [...groups.map(formatGroup), table, "", `${conflicts} conflicts in the ledger; ${verdict}.`].join("\n");
}

function formatGroup([first, ...others]: Finding[]): string {
  if (!first) return "";
  const following = others.map(({ place, about, says }) => `    ${place} ${about}: ${says}`);
  return [
    `${first.place} ${first.about}`.trimEnd(),
    `  says      ${first.says}`,
    ...(first.contract ? [`  contract  ${first.contract}`] : []),
    `  fix       ${first.fix}`,
    ...(others.length > 0 ? [`  and ${others.length} more that follow from it:`, ...following] : []),
    "",
  ].join("\n");
}
