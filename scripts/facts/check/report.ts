import type { Problem } from "./problem.ts";
import type { Report } from "./run-audit.ts";

/** The report as a person reads it: what is to be mended, then how each page fares. */
export function format({ rows, conflicts, problems }: Report): string {
  const total = {
    page: "all",
    facts: sum("facts"),
    met: sum("met"),
    inConflict: sum("inConflict"),
    unexplained: sum("unexplained"),
  };
  const table = [
    ["page", "facts", "met", "in conflict", "unexplained"],
    ...[...rows, total].map((row) => Object.values(row).map(String)),
  ];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)));
  const lines = table.map((cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "),
  );
  const verdict = problems.length === 0 ? "every fact is met or named" : `${problems.length} to mend`;
  return [...problems.map(formatProblem), ...lines, "", `${conflicts} conflicts in the ledger; ${verdict}.`].join("\n");

  function sum(column: "facts" | "met" | "inConflict" | "unexplained"): number {
    return rows.reduce((total, row) => total + row[column], 0);
  }
}

function formatProblem({ where, says, contract, mend }: Problem): string {
  return [
    where,
    `  says      ${says}`,
    ...(contract ? [`  contract  ${contract}`] : []),
    `  mend      ${mend}`,
    "",
  ].join("\n");
}
