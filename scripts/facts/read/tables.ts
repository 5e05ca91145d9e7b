import type { PropertyRow } from "../facts.ts";
import { type Inline, linksOf, proseOf, type Row, type Table, textOf } from "./markdown.ts";
import { byName, type Named, nameSet, some } from "./names.ts";
import type { NoteBook } from "./notes.ts";
import { encodingOf, inheritedFrom, saysReadOnly, saysRequired, saysWriteOnly, saysYes } from "./sentences.ts";

/** The heading of a column that says what is required. */
export const requiredColumn = /^(?:is )?(?:required|mandatory)\??$/i;

/** The place of the first column whose heading matches, or -1. */
export function columnOf({ columns }: Table, name: RegExp): number {
  return columns.findIndex((column) => name.test(column));
}

/** The text of a row's cell; "" where the row has no such cell. */
export function cellText(row: Row, column: number): string {
  const cell = row.cells[column];
  return cell ? textOf(cell) : "";
}

/** The heading right above a table, without the page's title. */
export function captionOf({ under }: Table): string {
  return under.length > 1 ? (under.at(-1)?.text ?? "") : "";
}

/** Whether a table lists values, not properties. */
export function isValueTable(table: Table): boolean {
  const [first = ""] = table.columns;
  if (/^(?:enum(?:eration)? )?members?(?: names?)?$|\bvalues?$/i.test(first)) return true;
  const caption = captionOf(table);
  if (/.\sproperty$/i.test(caption)) return /^(?:name|string|setting|enum)$/i.test(first);
  return /.\s(?:values|members|enum(?:eration)?(?: type)?)$/i.test(caption) && !/propert|parameter/i.test(first);
}

const rowHeading = /propert|parameter|relationship|attribute|field|key|argument|element|^name$/i;

export const isPropertyTable = (table: Table): boolean =>
  !isValueTable(table) && rowHeading.test(table.columns[0] ?? "");

/** Reads tables that describe properties, relationships, or body parameters. */
export function readPropertyRows(notes: NoteBook, what: string, tables: Table[]): Record<string, PropertyRow> {
  const rows = tables.flatMap((table) => {
    const columns = columnsOf(table);
    return namedRows(notes, table).map(({ name, row, marked, deprecated }): Named<PropertyRow> => {
      const type = cellText(row, columns.type);
      const required = columns.required < 0 ? null : saysYes(cellText(row, columns.required));
      const described = row.cells.filter(
        (_, column) => column > 0 && column !== columns.type && column !== columns.required,
      );
      const value: PropertyRow = {
        ...some("include", row.include),
        ...some("type", type),
        ...readDescription(notes, row.line, name, described),
        ...some("value", columns.type < 0 ? cellText(row, columns.value) : ""),
        ...(marked !== null && { required: marked }),
        ...(deprecated && { deprecated }),
        ...(required !== null && { required }),
        ...(columns.description >= 0 && cellText(row, columns.description) === "" && { described: false as const }),
      };
      return { name, line: row.line, value };
    });
  });
  return byName(notes, what, rows);
}

interface NamedRow {
  row: Row;
  name: string;
  /** Whether the name is marked as required or optional. */
  marked: boolean | null;
  deprecated: boolean;
}

/** The rows that have a name. Another row is noted if it says anything. */
export function namedRows(notes: NoteBook, table: Table): NamedRow[] {
  return table.rows.flatMap((row) => {
    const written = cellText(row, 0);
    if (written === "") {
      if (row.cells.some((cell) => textOf(cell) !== ""))
        notes.important(
          row.line,
          `a row of the table under "${captionOf(table)}" has no name, so nothing is read from it`,
        );
      return [];
    }
    const [, name = written, mark] = /^(\S+)\s*\((required|optional|deprecated)\)$/i.exec(written) ?? [];
    const word = mark?.toLowerCase();
    const marked = word === undefined || word === "deprecated" ? null : word === "required";
    return [{ row, name, marked, deprecated: word === "deprecated" }];
  });
}

function columnsOf(table: Table): { type: number; value: number; required: number; description: number } {
  const named = columnOf(table, /\btype\b/i);
  // A third column makes "Value" the type; beside a name alone it holds a literal.
  const type = named < 0 && table.columns.length > 2 ? columnOf(table, /^value$/i) : named;
  return {
    type,
    value: columnOf(table, /^value$/i),
    required: columnOf(table, requiredColumn),
    description: columnOf(table, /descri|remark|comment/i),
  };
}

/** The facts in a description; its sentences stay on the page. */
function readDescription(notes: NoteBook, line: number, name: string, cells: Inline[]): PropertyRow {
  const prose = cells.map(proseOf).join(" \n ");
  const text = cells.map(textOf).join(" ");
  const required = saysRequired(prose);
  const placeholder = cells
    .map(({ source }) => /\*\*\s*TODO\b[^*]*\*\*|\bTODO:[^.|]*\.?/.exec(source)?.[0])
    .find((found) => found !== undefined);
  const { values, lost } = namedValues(cells);
  if (lost) notes.harmless(line, `the possible values of "${name}" aren't a list of words, so none is read`);
  return {
    ...(required !== null && { required }),
    ...some("inheritedFrom", inheritedFrom(text)),
    ...some("placeholder", placeholder),
    ...some("values", nameSet(values)),
    ...some("encoding", encodingOf(prose)),
    ...(saysReadOnly(prose) && { readOnly: true as const }),
    ...(saysWriteOnly(prose) && { writeOnly: true as const }),
  };
}

const opening =
  /\b(?:possible|valid|supported|allowed|acceptable|accepted|permitted|available|enum(?:eration)?) values?\b|\bfollowing values?(?:\(s\))? (?:in|from|for) this\b|\bvalues? (?:can be|is|must be) (?:one of|either)\b/i;
const end = /(?<!\b(?:e\.g|i\.e))\.(?:\s|$)/;

/** The values that sentences list after "possible values are"; `lost` when one opens a list that can't be read. */
function namedValues(cells: Inline[]): { values: string[]; lost: boolean } {
  const values = new Set<string>();
  let lost = false;
  for (const { tokens } of cells) {
    let rest = tokens
      .map((token) => (token.type === "code_inline" ? `\uE000${token.content}\uE001` : wordsOf(token)))
      .join("");
    for (let found = opening.exec(rest); found; found = opening.exec(rest)) {
      rest = rest.slice(found.index + found[0].length);
      // A full stop within a code span ends nothing.
      const masked = rest.replace(/\uE000[^\uE001]*\uE001/g, (span) => "x".repeat(span.length));
      const stop = end.exec(masked)?.index ?? rest.length;
      const sentence = rest.slice(0, stop);
      rest = rest.slice(stop);
      const spans = [...sentence.matchAll(/\uE000([^\uE001]*)\uE001/g)].map(([, span = ""]) => span);
      const listed = spans.length > 0 ? spans : plainValues(sentence);
      lost ||= listed === null;
      for (const value of listed ?? []) values.add(value);
    }
  }
  return { values: [...values], lost };
}

function wordsOf({ type, content }: Inline["tokens"][number]): string {
  if (type === "text") return content;
  return type === "html_inline" ? " " : "";
}

/** The words of a list such as " are: sig (signature), enc or none"; [] if nothing is listed, null if it isn't a list. */
function plainValues(sentence: string): string[] | null {
  const [, list] = /^[^:,]{0,40}?(?:\bare|\bis|\binclude|\bcan be|:)\s*:?\s*(\S.*)$/s.exec(sentence) ?? [];
  if (list === undefined) return [];
  const words = list
    .replace(/\([^)]*\)/g, "")
    .split(/,|\band\b|\bor\b/)
    .map((word) => word.trim().replace(/^["'“‘*]+|["'”’*]+$/g, ""))
    .filter((word) => word !== "");
  return words.every((word) => /^[\w$.:-]+$/.test(word)) ? words : null;
}

/** The links of a row's cell. */
export function cellLinks(row: Row, column: number): { url: string; text: string }[] {
  const cell = row.cells[column];
  return cell ? linksOf(cell) : [];
}
