import type { BodySection, HeaderRow, Parameter, RequestLine } from "../facts.ts";
import { readRequestLine } from "./http-message.ts";
import {
  type Block,
  type Code,
  isCode,
  isParagraph,
  type Page,
  type Paragraph,
  proseOf,
  type Row,
  type Table,
  textOf,
} from "./markdown.ts";
import { byName, type Named, some } from "./names.ts";
import type { Sections } from "./sections.ts";
import { saysNoBody, saysRequired, saysRequiredProperties, saysYes, sentencesOf } from "./sentences.ts";
import {
  cellText,
  columnOf,
  isPropertyTable,
  isValueTable,
  namedRows,
  readPropertyRows,
  requiredColumn,
} from "./tables.ts";

/** The request lines of the "HTTP request" sections, as written there. */
export function readRequestLines(page: Page, sections: Sections): Record<string, RequestLine> {
  const heading = sections.heading("requestLines");
  const shown = sections.blocks("requestLines").filter(isCode);
  const lines = shown.filter(({ fence }) => isHttp(fence)).flatMap((block) => readLines(page, block));
  if (heading && lines.length === 0)
    page.notes.important(heading.line, "the section HTTP request shows no request line");
  const distinct = new Map(lines.map((line) => [line.name, line]));
  if (distinct.size < lines.length && heading) page.notes.harmless(heading.line, "a request line stands there twice");
  return byName(page.notes, "the request line", [...distinct.values()]);
}

export const isHttp = (fence: string): boolean => /^(?:https?|msgraph|msgraph-interactive|rest|text)?$/i.test(fence);

function readLines(page: Page, block: Code): Named<RequestLine>[] {
  const lines: Named<RequestLine>[] = [];
  for (const [index, text] of block.text.split("\n").entries()) {
    const line = block.line + (block.include === undefined ? index + 1 : 0);
    if (text.trim() === "" || /^\s*(?:\/\/|#)/.test(text)) continue; // a remark between the lines
    const request = readRequestLine(text);
    const previous = lines.at(-1);
    if (request) {
      const { method, url } = request;
      lines.push({ name: `${method} ${url}`, line, value: { ...some("include", block.include), method, path: url } });
    } else if (previous && /^\s*[?&]/.test(text)) {
      const path = previous.value.path + text.trim();
      lines[lines.length - 1] = {
        ...previous,
        name: `${previous.value.method} ${path}`,
        value: { ...previous.value, path },
      };
    } else if (/^[\w-]+:\s/.test(text)) {
      page.notes.harmless(line, `"${shorten(text)}" stands among the request lines`);
    } else {
      page.notes.important(line, `"${shorten(text)}" stands among the request lines, and is none`);
      if (/^\s*[{[]/.test(text)) break; // a body
    }
  }
  return lines;
}

/** The rows of the request header tables. */
export function readHeaderRows(page: Page, sections: Sections): Record<string, HeaderRow> {
  const tables = sections.tables("headers", ({ columns }) => /name|header/i.test(columns[0] ?? ""));
  const rows = tables.flatMap((table) =>
    namedRows(page.notes, table).map(({ row, name: written, marked }): Named<HeaderRow> => {
      // Some rows name a header with its value: "Prefer: outlook.body-content-type".
      const [name = written, value] = written.split(/:\s*/);
      const prose = row.cells.slice(1).map(proseOf).join(" ");
      const required = marked ?? saysYes(cellText(row, columnOf(table, requiredColumn))) ?? headerRequired(prose);
      return {
        name,
        line: row.line,
        value: {
          ...some("include", row.include),
          value: value || headerValue(table, row),
          required,
          ...some("written", /[\s.(,;]*\b(?:Required|Optional)\b[.)]?/i.exec(required === null ? "" : prose)?.[0]),
        },
      };
    }),
  );
  noteEmpty(page, sections, "headers", rows.length > 0);
  return byName(page.notes, "the header", rows);
}

/** The rows of the path, query and function parameter tables, and the OData parameters that the text names. */
export function readParameters(
  page: Page,
  sections: Sections,
  requestLines: Record<string, RequestLine>,
): Record<string, Parameter> {
  const paths = Object.values(requestLines).map(({ path }) => path);
  const tables = sections.tables("parameters", isPropertyTable);
  const listed = tables.flatMap((table): Named<Parameter>[] =>
    Object.entries(readPropertyRows(page.notes, "the parameter", [table])).map(([name, row]) => {
      const { include, type, required, values } = row;
      const place = placeOf(table, name, paths);
      if (place === null) page.notes.important(table.line, `nothing says where the parameter "${name}" goes`);
      const value: Parameter = {
        ...some("include", include),
        in: place,
        ...some("type", type),
        ...(required !== undefined && { required }),
        ...some("values", values),
      };
      return { name, line: table.line, value };
    }),
  );
  const named = new Set(listed.map(({ name }) => name));
  const mentioned = sections
    .blocks("parameters")
    .filter(isParagraph)
    .flatMap(odataParameters)
    .filter(({ name }) => !named.has(name));
  const distinct = new Map(mentioned.map((one) => [one.name, one]));
  noteEmpty(page, sections, "parameters", listed.length + distinct.size > 0);
  return byName(page.notes, "the parameter", [...listed, ...distinct.values()]);
}

/** The query parameters that a paragraph offers in code spans, such as `$select`. */
function odataParameters({ content, line, include }: Paragraph): Named<Parameter>[] {
  const marked = content.tokens
    .map(({ type, content: text }) => (type === "code_inline" ? `\uE000${text}\uE001` : text || " "))
    .join("");
  return sentencesOf(marked)
    .filter((sentence) => !/\b(?:not|no|except|other than)\b|n['’]t\b/i.test(sentence))
    .flatMap((sentence) => [
      ...sentence.matchAll(/\uE000(\$[a-zA-Z]+)\b[^\uE001]*\uE001/g),
      ...sentence.matchAll(/\uE000([\w@.-]+)\uE001 query (?:parameter|option)\b/g),
    ])
    .map(([, name = ""]) => ({ name, line, value: { ...some("include", include), in: "query" as const } }));
}

function placeOf(table: Table, name: string, paths: string[]): Parameter["in"] {
  const heading =
    table.under
      .map(({ text }) => text)
      .filter((text) => /parameters?\b/i.test(text))
      .at(-1) ?? "";
  if (/\bquery\b|\bodata\b/i.test(heading)) return "query";
  if (/\bfunction\b/i.test(heading)) return "function";
  if (/\bpath\b/i.test(heading)) return "path";
  if (/\baction\b|\bbody\b/i.test(heading)) return "body";
  if (name.startsWith("$")) return "query";
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (paths.some((path) => new RegExp(`[(,]\\s*${escaped}\\s*=`, "i").test(path))) return "function";
  if (paths.some((path) => new RegExp(`[?&]${escaped}=`, "i").test(path))) return "query";
  if (paths.some((path) => new RegExp(`\\{${escaped}\\}`, "i").test(path))) return "path";
  // "URL parameters" and "URI parameters" stand for the path on older pages.
  return /\bur[il]\b/i.test(heading) ? "path" : null;
}

/** What the "Request body" sections say. */
export function readBody(page: Page, sections: Sections): BodySection | null {
  const heading = sections.heading("body");
  if (heading === undefined) return null;
  const blocks = sections.blocks("body");
  const paragraphs = blocks.filter(isParagraph).filter(({ includes }) => includes.length === 0);
  const prose = paragraphs.map(({ content }) => proseOf(content)).join("\n");
  const rows = readPropertyRows(page.notes, "the property", sections.tables("body", isPropertyTable));
  const none = Object.keys(rows).length === 0 && saysNoBody(prose);
  const required = saysRequiredProperties(prose);
  const body: BodySection = {
    ...(none && { none }),
    ...(required && Object.keys(rows).length > 0 && { required: true, ...some("requiredTo", required.to) }),
    ...some("rows", rows),
  };
  const describes = blocks.some((block) => isCode(block) || (block.type === "table" && !isValueTable(block)));
  const speaks =
    /\bjson\b|\bsupply\b|\bprovide\b|\bspecify\b|\binclude\b|\bsend\b|\bupload|\bstream\b|\bcontents?\b|\bbinary\b|\bbytes\b/i;
  if (Object.keys(body).length === 0 && !describes && !speaks.test(prose))
    page.notes.important(heading.line, "the section Request body gives nothing that is read");
  return body;
}

function noteEmpty(page: Page, sections: Sections, name: "headers" | "parameters", hasRows: boolean): void {
  const heading = sections.heading(name);
  if (hasRows || heading === undefined) return;
  const prose = textUnder(sections.blocks(name));
  if (
    /^(?:none|no |n\/a|not applicable|empty)|\b(?:not|no)\b|n['’]t\b|\bodata\b|\bquery (?:parameters|options)\b/i.test(
      prose,
    )
  )
    return;
  page.notes.important(heading.line, `the section ${heading.text} gives nothing that is read`);
}

export function textUnder(blocks: Block[]): string {
  return blocks
    .filter(isParagraph)
    .map(({ content }) => textOf(content))
    .join("\n");
}

/** The literal value that a header row gives, such as `Bearer {token}` or `application/json`. */
function headerValue(table: Table, row: Row): string | null {
  for (let column = 1; column < table.columns.length; column++) {
    if (/^type$/i.test(table.columns[column] ?? "")) continue;
    // Some pages write "Bearer {token}.Required", with no space between.
    const text = cellText(row, column).replace(/[.\s(]*\b(?:Required|Optional)\b.*$/is, "");
    const literal =
      /^Bearer\s+(?:\{[^}]*\}|<[^>]*>|[\w-]+)/i.exec(text)?.[0] ??
      /\b(?:application|text|image|audio|video|multipart)\/[\w*.+-]*[\w*]/.exec(text)?.[0];
    if (literal) return literal;
    const first = row.cells[column]?.tokens.find(({ type, content }) => type !== "text" || content.trim() !== "");
    if (first?.type === "code_inline") return first.content;
    // A line break parts the value from what is said of it, such as "return=minimal<br>Send less."
    const [own = ""] = (row.cells[column]?.source ?? "").split(/<br\s*\/?>/i);
    const word = /^(\S+?)\.?(?:\s*$|\.\s)/.exec(/^\S+\s*$/.test(own) ? own : text)?.[1];
    if (word && !/^(?:string|int\d*|boolean|guid|etag|required|optional)$/i.test(word)) return word;
  }
  return null;
}

function headerRequired(prose: string): boolean | null {
  const said = saysRequired(prose);
  if (said !== null) return said;
  return /[}>] required\b|\brequired\.?$/i.test(prose) && !/(?:\bnot|n['’]t) required\.?$/i.test(prose) ? true : null;
}

function shorten(text: string): string {
  const trimmed = text.trim();
  return trimmed.length > 60 ? `${trimmed.slice(0, 59)}…` : trimmed;
}
