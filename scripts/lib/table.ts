import { markdownTable } from "markdown-table";

/** A Markdown table whose columns line up in a terminal too. The first row is the header; numbers stand at the right. */
export function formatTable(header: string[], rows: (string | number)[][]): string {
  const align = header.map((_, column) => (rows.some((row) => typeof row[column] === "number") ? "right" : "left"));
  return markdownTable([header, ...rows.map((row) => row.map(String))], { align });
}
