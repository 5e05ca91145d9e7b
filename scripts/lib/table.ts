import { markdownTable } from "markdown-table";

/** A Markdown table with its columns aligned, the header first. `alignRight` has the numbers of columns, from 0. */
export const table = (rows: string[][], alignRight: number[] = []): string =>
  markdownTable(
    rows.map((row) => row.map((cell) => cell.replaceAll("|", "\\|"))),
    { align: rows[0]?.map((_, column) => (alignRight.includes(column) ? "right" : null)) ?? [] },
  );
