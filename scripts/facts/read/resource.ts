import type { Member, Method, PropertyRow } from "../facts.ts";
import { apiName } from "./links.ts";
import { type Heading, type Page, type Table, textOf } from "./markdown.ts";
import { byName, type Named, some } from "./names.ts";
import { textUnder } from "./request.ts";
import type { Sections } from "./sections.ts";
import {
  captionOf,
  cellLinks,
  cellText,
  columnOf,
  isPropertyTable,
  isValueTable,
  namedRows,
  readPropertyRows,
} from "./tables.ts";

/** The rows of a resource page's "Properties" or "Relationships" tables. */
export function readPropertySection(
  page: Page,
  sections: Sections,
  name: "properties" | "relationships",
): Record<string, PropertyRow> {
  const what = name === "properties" ? "the property" : "the relationship";
  const tables = sections.tables(name, isPropertyTable);
  for (const { line, under } of tables.slice(1))
    page.notes.harmless(line, `the table under "${under.at(-1)?.text}" is read as further ${name}`);
  const rows = readPropertyRows(page.notes, what, tables);
  const heading = sections.heading(name);
  if (heading && Object.keys(rows).length === 0) {
    const prose = textUnder(sections.blocks(name));
    const saysNone = /^(?:none|no |n\/a|there are no|empty|this \w+ has no)|(?:\bnot|n['’]t) have\b/i;
    if (!saysNone.test(prose.trim()) && sections.unread().every((table) => sections.nameOf(table) !== name))
      page.notes.important(heading.line, `the section ${heading.text} gives nothing that is read`);
  }
  return rows;
}

/** The rows of a resource page's "Methods" tables. */
export function readMethods(page: Page, sections: Sections): Record<string, Method> {
  const tables = sections.tables("methods", ({ columns }) =>
    /method|task|function|action|operation|name|api/i.test(columns[0] ?? ""),
  );
  const rows = tables.flatMap((table) => {
    const returnColumn = columnOf(table, /return/i);
    return namedRows(page.notes, table).flatMap(({ row, name }): Named<Method>[] => {
      const returns = cellText(row, returnColumn);
      const target = cellLinks(row, 0).flatMap(({ url }) => apiName(url) ?? [])[0];
      // A row with nothing but a name is a heading within the table.
      if (target === undefined && row.cells.slice(1).every((cell) => textOf(cell) === "")) return [];
      return [
        {
          name,
          line: row.line,
          value: { ...some("include", row.include), ...some("returns", returns), ...some("page", target) },
        },
      ];
    });
  });
  return byName(page.notes, "the method", rows);
}

/** The values of each enumeration: tables of members or values, and on an enum page all that nobody has read. */
export function readMembers(
  page: Page,
  sections: Sections,
  isEnumPage: boolean,
): Record<string, Record<string, Member>> {
  const tables = sections
    .unread()
    .filter((table) => sections.nameOf(table) !== "examples" && sections.nameOf(table) !== "headers")
    .filter((table) => isEnumPage || isValueTable(table));
  const enums = new Map<string, Named<Member>[]>();
  for (const table of tables) {
    sections.claim(table);
    const column = Math.max(0, columnOf(table, /\bmembers?(?: names?)?$|values?$|^name$/i));
    const value = columnOf(table, /^(?:value|integer|number)$/i);
    const rows = table.rows.flatMap((row): Named<Member>[] => {
      const name = cellText(row, column);
      if (name === "") return [];
      const number = value === column ? "" : cellText(row, value);
      return [{ name, line: row.line, value: { ...some("include", row.include), ...some("value", number) } }];
    });
    const name = enumName(isEnumPage ? page.headings[0] : undefined, table);
    enums.set(name, [...(enums.get(name) ?? []), ...rows]);
  }
  return Object.fromEntries(
    [...enums].map(([name, rows]) => [name, byName(page.notes, `the member of ${name}`, rows)]),
  );
}

// Words that say what kind of values follow, not whose.
const generic = /^(?:possible|property|enum|enumeration|valid|supported|allowed)$/i;

/** The enumeration that a table belongs to: told from its column, the heading above it, on an enum page also the title. */
function enumName(title: Heading | undefined, table: Table): string {
  const headings = [captionOf(table), title?.text ?? ""];
  const named = [
    /^(\w+) values?$/i.exec(table.columns[0] ?? ""),
    ...headings.map((text) => /^([\w.]+) (?:\w+ )*(?:values|members|enum|enumeration|property|type)$/i.exec(text)),
  ].map((match) => match?.[1]);
  const name = named.find((word) => word !== undefined && !generic.test(word));
  return name ?? headings.find((text) => text !== "") ?? "values";
}
