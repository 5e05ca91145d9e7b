import type { Nodes, Table, TableCell } from "mdast";
import { visit } from "unist-util-visit";
import type { PropertyRow } from "../facts.ts";
import { type Block, isParagraph, isTable, type Page, sourceOf, textOf } from "./markdown.ts";

export interface Row {
  line: number;
  cells: TableCell[];
}

export interface PageTable {
  line: number;
  columns: string[];
  rows: Row[];
}

/** Reads a table's columns and rows; cells that no column heads are said in a note. */
export function readTable(page: Page, table: Table): PageTable {
  const [head, ...rest] = table.children;
  const columns = head!.children.map(textOf);
  const rows = rest.map((row) => ({ line: row.position!.start.line, cells: row.children }));
  for (const { line, cells } of rows) {
    if (cells.slice(columns.length).some((cell) => textOf(cell) !== "")) {
      page.notes.push({ line, text: `the row has ${cells.length} cells, its table ${columns.length} columns` });
    }
  }
  return { line: table.position!.start.line, columns, rows };
}

/** The tables among blocks. Lines of cells that are no table to Markdown are a problem. */
export function tablesIn(page: Page, blocks: Block[]): PageTable[] {
  for (const block of blocks.filter(isParagraph)) {
    const cells = sourceOf(page, block.node)
      .split("\n")
      .findIndex((line) => /^\s*\|.*\|\s*$/.test(line));
    if (cells < 0) continue;
    page.problems.push({
      line: block.line + cells,
      text: "the table cannot be read; expected a header row, then a delimiter row (|:---|) with as many cells",
    });
  }
  return blocks.filter(isTable).map(({ node }) => readTable(page, node));
}

/** The place of the first column whose heading matches, or -1. */
export function columnOf(table: PageTable, name: RegExp): number {
  return table.columns.findIndex((column) => name.test(column));
}

/** The text of a row's cell; "" where the row has no such cell. */
export function cellText(row: Row, column: number): string {
  const cell = row.cells[column];
  return cell ? textOf(cell) : "";
}

/** Reads a table that describes properties or body parameters; null when it describes something else. */
export function readPropertyRows(page: Page, table: PageTable): PropertyRow[] | null {
  if (columnOf(table, /propert|parameter|relationship|attribute|field|key|^name$/i) !== 0) return null;
  // A third column makes "Value" the type; beside a name alone it holds a literal.
  const typeColumn =
    columnOf(table, /type/i) >= 0
      ? columnOf(table, /type/i)
      : table.columns.length > 2
        ? columnOf(table, /^value$/i)
        : -1;
  const requiredColumn = columnOf(table, /^required\??$/i);
  return table.rows.flatMap((row) => {
    const name = cellText(row, 0);
    if (name === "") return [];
    const type = cellText(row, typeColumn);
    const required = requiredColumn < 0 ? null : saysYes(cellText(row, requiredColumn));
    const described = row.cells.filter(
      (_, column) => column > 0 && column !== typeColumn && column < table.columns.length,
    );
    return [
      {
        line: row.line,
        name,
        ...(type && { type }),
        ...readDescription(page, described),
        ...(required !== null && { required }),
      },
    ];
  });
}

/** Whether a text says "Required." (true) or "Optional." (false); null when it says neither without a condition. */
export function saysRequired(text: string): boolean | null {
  const said = /(?:^|[.,;(]\s*)(not required|required|optional)\b(?!\s+(?:if|when|for|only|to|by|in|on|with)\b)/i.exec(
    text,
  )?.[1];
  return said === undefined ? null : said.toLowerCase() === "required";
}

function saysYes(text: string): boolean | null {
  return /^(yes|true|required)\b/i.test(text) ? true : /^(no|false|optional)\b/i.test(text) ? false : null;
}

/** The facts in a description; its sentences stay on the page. */
function readDescription(page: Page, cells: TableCell[]): Omit<PropertyRow, "line" | "name" | "type"> {
  const text = cells.map(textOf).join(" ");
  const required = saysRequired(text);
  const inheritedFrom = /\bInherited from (?:the )?([\w.]*\w)/i.exec(text)?.[1];
  const placeholder = cells
    .map((cell) => /\*\*\s*TODO\b[^*]*\*\*|\bTODO:[^.|]*\.?/.exec(sourceOf(page, cell))?.[0])
    .find(Boolean);
  const values = cells.flatMap(namedValues);
  const encoding = /\bbase-?64[- ]?url/i.test(text) ? "base64url" : /\bbase-?64\b/i.test(text) ? "base64" : null;
  return {
    ...(required !== null && { required }),
    ...(inheritedFrom && { inheritedFrom }),
    ...(placeholder && { placeholder }),
    ...(values.length > 0 && { values }),
    ...(encoding && { encoding }),
    ...(/\bread[- ]only\b/i.test(text) && { readOnly: true as const }),
    ...(/\b(?:not|never|n't|n’t) (?:be )?(?:readable|returned|read back)\b|\bwrite[- ]only\b/i.test(text) && {
      writeOnly: true as const,
    }),
  };
}

/** The code-spanned values of the sentence that says "possible values are". */
function namedValues(cell: TableCell): string[] {
  const values: string[] = [];
  let listing = false;
  visit(cell as Nodes, (node) => {
    if (node.type === "inlineCode" && listing && !values.includes(node.value)) values.push(node.value);
    if (node.type !== "text") return;
    const opening = /\b(?:possible|valid|supported|allowed|acceptable) values?\b/i.exec(node.value);
    const rest = opening ? node.value.slice(opening.index) : node.value;
    if (opening) listing = true;
    if (/[.](?:\s|$)/.test(rest)) listing = false;
  });
  return values;
}
