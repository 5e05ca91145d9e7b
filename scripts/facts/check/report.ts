import { formatTable } from "../../lib/table.ts";
import { groupByCause } from "./causes.ts";
import type { Finding } from "./finding.ts";
import type { AuditReport } from "./run-audit.ts";

/** The report as a person reads it: what to fix, then the counts of each page. `all`: each finding in full. */
export function formatReport({ pages, conflicts, elements, findings }: AuditReport, all = false): string {
  const groups = all ? findings.map((finding) => [finding]) : groupByCause(findings);
  const sum = (column: "facts" | "met" | "inConflict" | "unexplained"): number =>
    pages.reduce((total, page) => total + page[column], 0);
  const total = ["all", sum("facts"), sum("met"), sum("inConflict"), sum("unexplained")];
  const table = formatTable(
    ["facts file", "facts", "met", "in conflict", "unexplained"],
    [...pages.map((page) => Object.values(page)), total],
  );
  const causes = groups.length < findings.length ? `, from ${count(groups.length, "cause")}` : "";
  const verdict =
    findings.length === 0
      ? "every fact is met or named, and every element has a source"
      : count(findings.length, "finding") + causes;
  return [
    ...groups.map(formatGroup),
    table,
    "",
    `${conflicts} conflicts, ${elements} elements in the contract; ${verdict}.`,
  ].join("\n");
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** How many of the findings that follow from another one have a line of their own. */
const maxFollowing = 5;

function formatGroup([first, ...others]: Finding[]): string {
  if (!first) return "";
  const following = others.slice(0, maxFollowing).map(({ place, about, says }) => `    ${place} ${about}: ${says}`);
  const rest = others.length - following.length;
  return [
    `${first.place} ${first.about}`.trimEnd(),
    `  says      ${first.says}`,
    ...(first.contract ? [`  contract  ${first.contract}`] : []),
    `  fix       ${first.fix}`,
    ...(others.length > 0 ? [`  and ${others.length} more that follow from it:`, ...following] : []),
    ...(rest > 0 ? [`    and ${rest} more; to see each, run npm run facts:check -- --all`] : []),
    "",
  ].join("\n");
}
