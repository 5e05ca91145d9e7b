import type { NationalClouds, PermissionTable, Role } from "../facts.ts";
import { isParagraph, isTable, type Page, type Paragraph, textOf } from "./markdown.ts";
import { byName, type Named, some } from "./names.ts";
import type { Sections } from "./sections.ts";
import { captionOf, cellText, namedRows } from "./tables.ts";

/** The permission tables of the page and of the texts that it includes, by the heading above them. */
export function readPermissions(page: Page, sections: Sections): Record<string, PermissionTable> {
  const heading = sections.heading("permissions");
  const annotations = new Map<string, Record<string, unknown>>();
  const missing: Named<PermissionTable>[] = [];
  for (const block of sections.blocks("permissions").filter(isParagraph)) {
    for (const { path, label, found, annotation } of block.includes) {
      if (annotation) annotations.set(path, annotation);
      if (found || !/permission/i.test(label + path)) continue;
      const name = block.under.at(-1)?.text ?? label;
      missing.push({ name, line: block.line, value: { include: path, ...some("annotation", annotation) } });
    }
  }
  const tables = sections.tables("permissions").map((table): Named<PermissionTable> => {
    const columns = table.columns.slice(1);
    if (columns.length === 0)
      page.notes.important(table.line, `the permission table under "${captionOf(table)}" has a single column`);
    const rows = namedRows(page.notes, table).map(({ row, name }) => ({
      name,
      line: row.line,
      value: Object.fromEntries(columns.map((column, at) => [column, cellText(row, at + 1)])),
    }));
    const annotation = table.include === undefined ? undefined : annotations.get(table.include);
    return {
      name: captionOf(table) || "Permissions",
      line: table.line,
      value: {
        ...some("include", table.include),
        ...some("annotation", annotation),
        columns,
        rows: byName(page.notes, "the permission type", rows),
      },
    };
  });
  const all = [...tables, ...missing].sort((a, b) => a.line - b.line);
  if (heading && all.length === 0) page.notes.important(heading.line, "the section Permissions has no table");
  return byName(page.notes, "the permission table", all);
}

// "the least privileged Microsoft Entra role", "one of the following directory roles"
const leastPrivileged = /\bleast[- ]privileged (?:[\w-]+ ){0,3}roles?\b/i;
const listOfRoles = /\bfollowing (?:[\w-]+ ){0,3}roles\b/i;

/** The directory roles that the section on permissions names: those of least privilege, and those of a list. */
export function readRoles(page: Page, sections: Sections): Record<string, Role> {
  const paragraphs = sections.blocks("permissions").filter(isParagraph);
  const roles: Named<Role>[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const text = textOf(paragraph.content);
    const isLeast = leastPrivileged.test(text);
    if (!isLeast && !listOfRoles.test(text)) continue;
    // "*X* is the least privileged role …", or "The following least privileged roles are supported …:" and a list.
    const listed = /\bfollowing\b[^.]*[:.]?$|:$/i.test(text) ? itemsAfter(paragraphs, at) : [];
    const named = emphasized(paragraph, /\bfollowing\b/i.test(text) ? listed : [paragraph]);
    if (named.length === 0 && isLeast)
      page.notes.important(paragraph.line, "a sentence on the least privileged role names none");
    for (const name of named) {
      const value: Role = { ...some("include", paragraph.include), ...(isLeast && { leastPrivileged: true as const }) };
      roles.push({ name, line: paragraph.line, value });
    }
  }
  return byName(page.notes, "the role", [...new Map(roles.map((role) => [role.name, role])).values()]);
}

/** The paragraphs of the list that follows: all under the same headings, up to one that ends with a colon. */
function itemsAfter(paragraphs: Paragraph[], at: number): Paragraph[] {
  const items: Paragraph[] = [];
  for (const paragraph of paragraphs.slice(at + 1)) {
    if (paragraph.under !== paragraphs[at]?.under || leastPrivileged.test(textOf(paragraph.content))) break;
    items.push(paragraph);
  }
  return items;
}

/** The names of roles that paragraphs set in italics or bold, or that a list item begins with. */
function emphasized(sentence: Paragraph, paragraphs: Paragraph[]): string[] {
  return paragraphs.flatMap((paragraph) => {
    const names: string[] = [];
    for (const [at, token] of paragraph.content.tokens.entries()) {
      if (token.type !== "em_open" && token.type !== "strong_open") continue;
      const text = (paragraph.content.tokens[at + 1]?.content ?? "").trim();
      if (/^[A-Z][\w .&/()-]+$/.test(text)) names.push(text);
    }
    if (names.length > 0 || paragraph === sentence) return names;
    const [, first] = /^([A-Z][\w&/-]*(?: [A-Z][\w&/-]*)+)/.exec(textOf(paragraph.content)) ?? [];
    return first === undefined ? [] : [first];
  });
}

/** The clouds that the page is for: the INCLUDE that says so, and the ticks of its table if it was found. */
export function readNationalClouds(page: Page, sections: Sections): NationalClouds | null {
  const paragraph = page.blocks
    .filter(isParagraph)
    .find(({ includes }) => includes.some(({ label }) => /^national-cloud-support$/i.test(label)));
  const include = paragraph?.includes.find(({ label }) => /^national-cloud-support$/i.test(label));
  const isCloudTable = (table: { columns: string[] }): boolean => /^global\b/i.test(table.columns[0] ?? "");
  const table = page.blocks.filter(isTable).find(isCloudTable);
  if (table) sections.claim(table);
  if (include && paragraph && !table) {
    page.notes.important(paragraph.line, `the included text ${include.path} gives no table of clouds`);
    return { include: include.path };
  }
  if (!table) return null;
  const [row] = table.rows;
  const clouds = table.columns.map((column, at) => [column, tick(row ? cellText(row, at) : "")]);
  return { ...some("include", table.include), clouds: Object.fromEntries(clouds) };
}

function tick(text: string): boolean | string {
  if (/^(?::(?:white_|heavy_|ballot_box_with_)?check(?:_?mark)?:|[✅✔☑✓]\uFE0F?|yes)$/i.test(text)) return true;
  return /^(?::(?:heavy_multiplication_)?(?:x|cross_mark|no_entry(?:_sign)?):|[❌✖✗✘]\uFE0F?|no)$/i.test(text)
    ? false
    : text;
}
