import type { Paragraph } from "mdast";
import { visit } from "unist-util-visit";
import type {
  BodySection,
  Facts,
  HeaderRow,
  Include,
  Member,
  Method,
  Parameter,
  PropertyRow,
  RequestLine,
  ResponseSection,
} from "../facts.ts";
import { readRequestLine } from "./http-message.ts";
import { resourceName } from "./links.ts";
import { type Block, isCode, isParagraph, isTable, lineAt, type Page, section, sourceOf, textOf } from "./markdown.ts";
import {
  cellText,
  columnOf,
  type PageTable,
  type Row,
  readPropertyRows,
  readTable,
  saysRequired,
  tablesIn,
} from "./tables.ts";

/** The INCLUDE directives, without those of language snippets. */
export function readIncludes(page: Page): Include[] {
  return page.includes
    .filter(({ label, path }) => !/^(sample-code|sdk-documentation)$/i.test(label) && !/\/snippets\//.test(path))
    .map(({ line, label, path }) => ({ line, label, path }));
}

/** The permissions: one entry for each table and each INCLUDE that stands for one. */
export function readPermissions(page: Page): NonNullable<Facts["permissions"]> {
  const found = section(page, /^permissions?\b|^prerequisites$/i);
  if (found === null) return [];
  const tables = tablesIn(page, found.blocks).map((table) => {
    checkShape(page, table, "a permission");
    return {
      line: table.line,
      columns: table.columns,
      rows: table.rows.map((row) => ({
        line: row.line,
        type: cellText(row, 0),
        cells: table.columns.slice(1).map((_, column) => cellText(row, column + 1)),
      })),
    };
  });
  const includes = page.includes
    .filter(({ offset }) =>
      found.blocks.some(({ node }) => node.position!.start.offset! <= offset && offset < node.position!.end.offset!),
    )
    .map(({ line, path, offset }) => {
      const above = page.annotations.find(({ end }) => page.text.slice(end, offset).trim() === "" && end <= offset);
      return { line, include: path, ...(above && { annotation: above.annotation }) };
    });
  if (tables.length + includes.length === 0)
    page.notes.push({ line: found.line, text: "the permissions have neither a table nor an INCLUDE" });
  return [...tables, ...includes].sort((a, b) => a.line - b.line);
}

/** The request lines of the "HTTP request" section, as written there. */
export function readRequestLines(page: Page): RequestLine[] {
  const found = section(page, /^http requests?\b/i);
  if (found === null) {
    page.problems.push({
      line: page.headings[0]?.line ?? 1,
      text: 'the page has no section "HTTP request"; expected one on an API page',
    });
    return [];
  }
  const shown = found.blocks.filter(isCode).filter(({ node }) => /^(http|msgraph.*)?$/i.test(node.lang ?? ""));
  const requests = shown.flatMap(({ node, line }) => {
    const lines: RequestLine[] = [];
    for (const [index, text] of node.value.split("\n").entries()) {
      const at = line + 1 + index;
      if (text.trim() === "" || /^\s*(\/\/|#)/.test(text)) continue; // a remark between the lines
      const request = readRequestLine(text);
      const previous = lines.at(-1);
      if (request) lines.push({ line: at, method: request.method, path: request.url });
      else if (previous && /^\s*[?&]/.test(text)) previous.path += text.trim();
      else if (previous) page.notes.push({ line: at, text: "no request line, though in a block of request lines" });
      else {
        page.problems.push({
          line: at,
          text: 'the block shows no HTTP request; expected a line such as "GET /users/{id}"',
        });
        break;
      }
    }
    return lines;
  });
  if (requests.length === 0) page.notes.push({ line: found.line, text: "the section shows no request line" });
  return requests;
}

/** The rows of the request header tables. */
export function readHeaderRows(page: Page): HeaderRow[] {
  const found = section(page, /^(optional )?request headers?\b/i);
  return tablesIn(page, found?.blocks ?? []).flatMap((table) => {
    checkShape(page, table, "a header", /name|header/i);
    return table.rows.map((row) => {
      const text = table.columns
        .slice(1)
        .map((_, column) => cellText(row, column + 1))
        .join(" ");
      // Some rows name a header with its value: "Prefer: outlook.body-content-type".
      const [name, value] = cellText(row, 0).split(/:\s*/);
      return { line: row.line, name: name!, value: value || headerValue(table, row), required: headerRequired(text) };
    });
  });
}

/** The rows of the path, query and function parameter tables. */
export function readParameters(page: Page): Parameter[] {
  const found = section(page, /\b(path|query|function|ur[il]) parameters?\b/i);
  return tablesIn(page, found?.blocks ?? []).flatMap((table) => {
    const heading = page.headings
      .filter(({ line, text }) => line < table.line && /\b(path|query|function|ur[il]) parameters?\b/i.test(text))
      .at(-1)!;
    const place = /query/i.test(heading.text) ? "query" : /function/i.test(heading.text) ? "function" : "path";
    const rows = /^value$/i.test(table.columns[0] ?? "") ? null : readPropertyRows(page, table);
    if (rows === null)
      page.notes.push({ line: table.line, text: `a table of "${table.columns[0]}" is not read as parameters` });
    return (rows ?? []).map(({ line, name, type, required }) => ({
      line,
      in: place,
      name,
      ...(type !== undefined && { type }),
      ...(required !== undefined && { required }),
    }));
  });
}

/** What the "Request body" section says. */
export function readBody(page: Page): BodySection | null {
  const found = section(page, /^request body\b/i);
  if (found === null) return null;
  const text = found.blocks
    .filter(isParagraph)
    .map(({ node }) => textOf(node))
    .join("\n");
  const rows = readRows(page, found.blocks);
  return {
    line: found.line,
    ...(/\b(?:not|n't|n’t|has no|have no|takes no) (?:supply |provide |require |include |need |have |take |accept |specify |contain )?(?:a |any |the )?(?:request )?body\b|^no (?:request )?body\.?$|^(?:none|empty)\.?$/im.test(
      text,
    ) && { none: true as const }),
    ...(/\bproperties (?:that are )?required (?:when|to|for)\b|\brequired properties\b/i.test(text) &&
      rows.length > 0 && { required: true as const }),
    ...(rows.length > 0 && { rows }),
  };
}

/** What the "Response" section promises. */
export function readResponseSection(page: Page): ResponseSection | null {
  const found = section(page, /^(response|return value)s?\b/i);
  if (found === null) return null;
  const statuses: NonNullable<ResponseSection["statuses"]> = [];
  const returns = new Set<string>();
  const headers = new Set<string>();
  for (const { node } of found.blocks.filter(isParagraph)) {
    for (const status of readStatuses(page, node)) {
      if (!statuses.some((known) => known.status === status.status && known.reason === status.reason))
        statuses.push(status);
    }
    visit(node, ["link", "linkReference"], (link) => {
      const name = resourceName(page, link);
      if (name) returns.add(name);
    });
    for (const header of promisedHeaders(textOf(node))) headers.add(header);
  }
  return {
    line: found.line,
    ...(statuses.length > 0 && { statuses }),
    ...(returns.size > 0 && { returns: [...returns] }),
    ...(headers.size > 0 && { headers: [...headers] }),
  };
}

/** The rows of a resource page's "Properties" or "Relationships" tables. */
export function readPropertySection(page: Page, name: RegExp): PropertyRow[] {
  return readRows(page, section(page, name)?.blocks ?? []);
}

/** The rows of a resource page's "Methods" tables. */
export function readMethods(page: Page): Method[] {
  return tablesIn(page, section(page, /^(methods|tasks)\b/i)?.blocks ?? []).flatMap((table) => {
    const returnColumn = columnOf(table, /return/i);
    return table.rows.flatMap((row) => {
      const name = cellText(row, 0);
      const returns = cellText(row, returnColumn);
      return name ? [{ line: row.line, name, ...(returns && { returns }) }] : [];
    });
  });
}

/** The rows of enum member tables: any on an enum page, elsewhere those headed "Member". */
export function readMembers(page: Page, kind: Facts["kind"]): Member[] {
  return page.blocks.filter(isTable).flatMap(({ node, under }) => {
    const table = readTable(page, node);
    if (!isMemberTable(table) && kind !== "enum") return [];
    const heading = under.filter(({ text }) => /\b(values|members|enum(eration)?( type)?)$/i.test(text)).at(-1);
    const name = heading && /^([\w.]+) (?:values|members|enum)/i.exec(heading.text)?.[1];
    return table.rows.map((row) => ({ line: row.line, name: cellText(row, 0), ...(name && { enum: name }) }));
  });
}

const isMemberTable = (table: PageTable): boolean =>
  /^(enum(eration)? )?members?( name)?$/i.test(table.columns[0] ?? "");

function readRows(page: Page, blocks: Block[]): PropertyRow[] {
  return tablesIn(page, blocks).flatMap((table) => {
    if (isMemberTable(table)) return [];
    const rows = readPropertyRows(page, table);
    if (rows === null)
      page.notes.push({ line: table.line, text: `a table of "${table.columns[0]}" is not read as properties` });
    return rows ?? [];
  });
}

/** Refuses a table whose cells could be read as something they are not. */
function checkShape(page: Page, table: PageTable, what: string, first = /\S/): void {
  const ragged = table.rows.find(({ cells }) => cells.slice(table.columns.length).some((cell) => textOf(cell) !== ""));
  if (table.columns.length < 2 || table.rows.length === 0 || !first.test(table.columns[0]!)) {
    page.problems.push({
      line: table.line,
      text: `${what} table cannot be read; expected two columns or more with a named first one, and rows`,
    });
  } else if (ragged) {
    page.problems.push({
      line: ragged.line,
      text: `${what} table cannot be read; expected at most ${table.columns.length} cells in a row, found ${ragged.cells.length}`,
    });
  }
}

/** The literal value that a header row gives, such as `Bearer {token}` or `application/json`. */
function headerValue(table: PageTable, row: Row): string | null {
  for (let column = 1; column < table.columns.length; column++) {
    if (/^type$/i.test(table.columns[column]!)) continue;
    // Some pages write "Bearer {token}.Required", with no space between.
    const text = cellText(row, column).replace(/[.\s(]*\b(?:Required|Optional)\b.*$/is, "");
    const literal =
      /^Bearer\s+(?:\{[^}]*\}|<[^>]*>|[\w-]+)/i.exec(text)?.[0] ??
      /\b(?:application|text|image|audio|video|multipart)\/[\w*.+-]*[\w*]/.exec(text)?.[0];
    if (literal) return literal;
    const first = row.cells[column]?.children[0];
    if (first?.type === "inlineCode") return first.value;
    const word = /^(\S+?)\.?(?:\s*$|\.\s)/.exec(text)?.[1];
    if (word && !/^(string|int\d*|boolean|guid|etag|required|optional)$/i.test(word)) return word;
  }
  return null;
}

function headerRequired(text: string): boolean | null {
  const said = saysRequired(text);
  if (said !== null) return said;
  return /\} required\b|\brequired\.?$/i.test(text) ? true : null;
}

const reasons =
  "OK|Created|Accepted|Non-Authoritative Information|No Content|Reset Content|Partial Content|Multi-Status";
// A bare number is a status only beside its reason or the word: "200 items" is none.
const statusInText = new RegExp(
  `\\b(2\\d\\d)(?:\\s*[,:-]?\\s+(${reasons})\\b|(?=\\s+(?:response|status)))|\\bHTTP(?:/\\d(?:\\.\\d)?)?\\s+(2\\d\\d)\\b`,
  "gi",
);
const statusInCode = /^(?:HTTP(?:\/\d(?:\.\d)?)?\s*)?(2\d\d)\b\s*[,:-]?\s*(.*)$/i;

function readStatuses(page: Page, paragraph: Paragraph): NonNullable<ResponseSection["statuses"]> {
  const found: NonNullable<ResponseSection["statuses"]> = [];
  visit(paragraph, (node) => {
    const matches =
      node.type === "inlineCode"
        ? [statusInCode.exec(node.value)]
        : node.type === "text"
          ? [...node.value.matchAll(statusInText)]
          : [];
    for (const match of matches) {
      if (!match) continue;
      const [, status, reason, bare] = match;
      found.push({
        line: lineAt(page, node.position!.start.offset! + match.index),
        status: Number(status ?? bare),
        ...(reason && { reason }),
      });
    }
  });
  return found;
}

const responseHeaders = [
  "Location",
  "Content-Location",
  "Operation-Location",
  "Azure-AsyncOperation",
  "Retry-After",
  "ETag",
  "Content-Type",
  "Content-Length",
  "Content-Range",
  "Preference-Applied",
  "Link",
  "request-id",
  "client-request-id",
];

/** The response headers that a text says will be there. */
function promisedHeaders(text: string): string[] {
  const sentences = text.split(/(?<=\.)\s+/).filter((sentence) => !/\b(?:not|no)\b|n['’]t\b/i.test(sentence));
  const named = sentences.flatMap((sentence) =>
    [...sentence.matchAll(/\b([a-z]+(?:-[a-z]+)*) (?:response )?header\b/gi)].map((match) => match[1]!.toLowerCase()),
  );
  return responseHeaders.filter((header) => named.includes(header.toLowerCase()));
}
