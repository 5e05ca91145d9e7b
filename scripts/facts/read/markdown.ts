import MarkdownIt, { type Token } from "markdown-it";
import type { Annotation } from "../facts.ts";
import { parseLenient } from "./json.ts";
import { NoteBook } from "./notes.ts";

export interface Heading {
  line: number;
  depth: number;
  text: string;
}

/** Text with its links and marks, such as a paragraph or a table's cell. */
export interface Inline {
  tokens: Token[];
  /** The Markdown it was written as. */
  source: string;
}

interface Placed {
  line: number;
  /** The headings that it stands under, outermost first. */
  under: Heading[];
  /** The path of the INCLUDE that it comes from. */
  include?: string;
}

export interface Paragraph extends Placed {
  type: "paragraph";
  content: Inline;
  includes: Include[];
}

export interface Row {
  line: number;
  cells: Inline[];
  include?: string;
}

export interface Table extends Placed {
  type: "table";
  columns: string[];
  rows: Row[];
}

export interface Code extends Placed {
  type: "code";
  fence: string;
  text: string;
  annotation?: Annotation;
}

/** An HTML comment that holds a blockType. */
interface Comment extends Placed {
  type: "comment";
  annotation: Annotation;
}

export type Block = Paragraph | Table | Code | Comment;

export interface Include {
  label: string;
  path: string;
  /** Whether the included text was found, so that its blocks follow. */
  found: boolean;
  annotation?: Annotation;
}

/** A page as Markdown: its headings and blocks in order. */
export interface Page {
  headings: Heading[];
  blocks: Block[];
  frontMatter: { line: number; yaml: string } | null;
  notes: NoteBook;
}

/** Whether an INCLUDE stands for code in one of the languages, which nothing is read from. */
export const isSnippet = ({ label, path }: { label: string; path: string }): boolean =>
  /^(?:sample[- ]code|sdk-documentation)$/i.test(label) || /snippets/.test(path);

/** Returns the text that a page includes by a path, or null. */
export type FindInclude = (path: string) => string | null;

// markdown-it reads a table of 20,000 rows in under a second; micromark, which the site uses, takes 14 s and 900 MB.
const markdown = new MarkdownIt({ html: true });
markdown.validateLink = () => true;
markdown.normalizeLink = (url) => url;

const directive = /\[!INCLUDE\s*\[([^\]]*)\]\(([^)]*)\)\s*\]/gi;
const deepestInclude = 3;

/** Reads a page's Markdown. The text must have LF line ends and no BOM. */
export function readMarkdown(text: string, findInclude: FindInclude): Page {
  const notes = new NoteBook();
  const { blocks, headings, frontMatter } = new Reader(text, notes, findInclude, { under: [], depth: 0 }).read();
  return { headings, blocks: withAnnotations(blocks, notes), frontMatter, notes };
}

/** The text in one line: links replaced by their text, marks and HTML tags left out. */
export function textOf({ tokens }: Inline): string {
  return textWith(tokens, (code) => code);
}

/** The text as `textOf` has it, but code spans replaced by a sign: what they have isn't a sentence. */
export function proseOf({ tokens }: Inline): string {
  return textWith(tokens, (code, next, isFirst) => {
    // Some pages mark a row with "`Required`." or write "a `base64`-encoded string".
    if (isFirst && /^(required|optional|read-only)\.?$/i.test(code)) return code;
    return /^[\s-]*(url)?[\s-]*encod/i.test(next) ? code : "\uFFFC";
  });
}

/** The links of a text, with the text of each. */
export function linksOf({ tokens }: Inline): { url: string; text: string }[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== "link_open") return [];
    let end = index + 1;
    while (end < tokens.length && tokens[end]?.type !== "link_close") end++;
    return [{ url: token.attrGet("href") ?? "", text: textOf({ tokens: tokens.slice(index + 1, end), source: "" }) }];
  });
}

export const isTable = (block: Block): block is Table => block.type === "table";
export const isCode = (block: Block): block is Code => block.type === "code";
export const isParagraph = (block: Block): block is Paragraph => block.type === "paragraph";

function textWith(all: Token[], ofCode: (code: string, next: string, isFirst: boolean) => string): string {
  const tokens = originalOf(all);
  let text = "";
  for (const [index, token] of tokens.entries()) {
    if (token.type === "text") text += token.content;
    else if (token.type === "code_inline")
      text += ofCode(token.content, tokens[index + 1]?.content ?? "", text.trim() === "");
    else if (token.type === "html_inline" || token.type === "softbreak" || token.type === "hardbreak") text += " ";
  }
  return text.replace(/\s+/g, " ").trim();
}

/** Translated pages carry the original text in a span beside the translation; it alone is read then. */
function originalOf(tokens: Token[]): Token[] {
  const isSpan = ({ type, content }: Token, pattern: RegExp): boolean =>
    type === "html_inline" && pattern.test(content);
  if (!tokens.some((token) => isSpan(token, /^<span class="sxs-lookup"/))) return tokens;
  let depth = 0;
  return tokens.filter((token) => {
    if (isSpan(token, /^<span\b/) && (depth > 0 || isSpan(token, /class="sxs-lookup"/))) depth++;
    else if (isSpan(token, /^<\/span/) && depth > 0) depth--;
    else return depth > 0;
    return false;
  });
}

/** Gives each code block the annotation above it: the last one since the heading or code block before. */
function withAnnotations(blocks: Block[], notes: NoteBook): Block[] {
  const annotated: Block[] = [];
  let waiting: Comment | null = null;
  const drop = (): void => {
    if (waiting && /^(request|response|resource|example)$/i.test(String(waiting.annotation.blockType)))
      notes.important(waiting.line, `no code block follows the ${waiting.annotation.blockType} annotation`);
    waiting = null;
  };
  for (const block of blocks) {
    // What stands above a table is said of the table.
    if (waiting && (waiting.under !== block.under || block.type === "table")) drop();
    if (block.type === "comment") {
      drop();
      waiting = block;
    } else if (block.type === "code" && waiting) {
      annotated.push({ ...block, annotation: waiting.annotation });
      waiting = null;
    } else if (block.type === "paragraph" && waiting && block.includes.length > 0) {
      const { annotation }: Comment = waiting;
      const [first, ...rest] = block.includes;
      annotated.push({ ...block, includes: first ? [{ ...first, annotation }, ...rest] : [] });
    } else annotated.push(block);
  }
  drop();
  return annotated;
}

interface Start {
  under: Heading[];
  /** How many INCLUDEs deep the text stands. */
  depth: number;
  include?: string;
  /** Where its lines are counted, when they are not its own. */
  line?: number;
}

/** Reads one Markdown text: a page, or a text that a page includes. */
class Reader {
  readonly #notes: NoteBook;
  readonly #findInclude: FindInclude;
  readonly #start: Start;
  readonly #lines: string[];
  readonly #tokens: Token[];
  readonly #frontMatter: Page["frontMatter"] = null;
  readonly #offset: number = 0;
  readonly #blocks: Block[] = [];
  readonly #headings: Heading[] = [];
  #under: Heading[];

  constructor(text: string, notes: NoteBook, findInclude: FindInclude, start: Start) {
    this.#notes = notes;
    this.#findInclude = findInclude;
    this.#start = start;
    this.#under = start.under;
    const [front, yaml] = /^\s*---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)/.exec(text) ?? [];
    if (front !== undefined && yaml !== undefined) {
      this.#offset = front.replace(/[^\n]/g, "").length;
      this.#frontMatter = { line: front.indexOf("---") + 2, yaml: yaml.replace(/\n$/, "") };
    } else if (/^---\s*\n/.test(text)) {
      notes.problem(1, "the front matter is never closed; expected a line --- after it");
    }
    const body = text.slice(front?.length ?? 0);
    this.#lines = body.split("\n");
    this.#tokens = markdown.parse(body, {});
  }

  read(): Omit<Page, "notes"> {
    for (let index = 0; index < this.#tokens.length; index++) {
      const token = this.#tokens[index] as Token;
      if (token.type === "heading_open" && token.level === 0) this.#heading(token, this.#tokens[index + 1] as Token);
      else if (token.type === "inline" && this.#tokens[index - 1]?.type !== "heading_open") this.#paragraph(token);
      else if (token.type === "inline" && token.level > 1)
        this.#paragraph(token); // a heading in a list or quote
      else if (token.type === "fence" || token.type === "code_block") this.#code(token);
      else if (token.type === "html_block") this.#html(token.content, this.#lineOf(token));
      else if (token.type === "table_open") index = this.#table(index);
    }
    return { headings: this.#headings, blocks: this.#blocks, frontMatter: this.#frontMatter };
  }

  #lineOf(token: Token | undefined): number {
    return this.#start.line ?? (token?.map?.[0] ?? 0) + 1 + this.#offset;
  }

  #place(token: Token | undefined): Placed {
    const { include } = this.#start;
    return { line: this.#lineOf(token), under: this.#under, ...(include !== undefined && { include }) };
  }

  #heading(open: Token, inline: Token): void {
    const content = { tokens: inline.children ?? [], source: inline.content };
    // Language tabs structure nothing, nor does text that the rule closing the tabs turns into a heading.
    if (linksOf(content).some(({ url }) => url.startsWith("#tab/"))) return;
    if (open.markup === "-") {
      this.#paragraph(inline);
      return;
    }
    const heading = { line: this.#lineOf(open), depth: Number(open.tag.slice(1)), text: textOf(content) };
    this.#under = [...this.#under.filter(({ depth }) => depth < heading.depth), heading];
    this.#headings.push(heading);
    this.#inlineComments(inline);
  }

  #paragraph(inline: Token): void {
    const content = { tokens: inline.children ?? [], source: inline.content };
    this.#inlineComments(inline);
    const includes = [...inline.content.matchAll(directive)].map(([, label = "", path = ""]) => ({
      label: label.trim(),
      path: path.trim(),
    }));
    const texts = includes.map((include) =>
      this.#start.depth < deepestInclude && !isSnippet(include) ? this.#findInclude(include.path) : null,
    );
    this.#blocks.push({
      type: "paragraph",
      ...this.#place(inline),
      content,
      includes: includes.map((include, at) => ({ ...include, found: typeof texts[at] === "string" })),
    });
    for (const [at, { path }] of includes.entries()) {
      const text = texts[at];
      if (typeof text !== "string") continue;
      const start = { under: this.#under, depth: this.#start.depth + 1, include: path, line: this.#lineOf(inline) };
      this.#blocks.push(...new Reader(text, this.#notes, this.#findInclude, start).read().blocks);
    }
  }

  #code(token: Token): void {
    const place = this.#place(token);
    const fence = token.info.trim();
    if (token.type === "fence" && !this.#isClosed(token))
      this.#notes.problem(place.line, "the code block is never closed; expected a closing fence");
    this.#blocks.push({ type: "code", ...place, fence, text: token.content.replace(/\n$/, "") });
  }

  #isClosed({ map, markup }: Token): boolean {
    const [first, end] = map ?? [0, 0];
    const last = (this.#lines[end - 1] ?? "").replace(/^[\s>]*/, "").trimEnd();
    return end - 1 > first && last.length >= markup.length && last === (markup[0] ?? "").repeat(last.length);
  }

  /** Reads a table; returns the index of its last token. */
  #table(open: number): number {
    const place = this.#place(this.#tokens[open]);
    const rows: Row[] = [];
    let at = open;
    let source = "";
    for (; this.#tokens[at]?.type !== "table_close"; at++) {
      const token = this.#tokens[at] as Token;
      if (token.type === "tr_open") {
        source = this.#lines[token.map?.[0] ?? -1] ?? "";
        rows.push({ line: this.#lineOf(token), cells: [], ...(place.include && { include: place.include }) });
      } else if (token.type === "inline") {
        rows.at(-1)?.cells.push({ tokens: token.children ?? [], source: token.content });
        this.#inlineComments(token);
      }
      if (token.type === "tr_close") this.#checkWidth(rows, source);
    }
    const [head, ...body] = rows;
    const columns = (head?.cells ?? []).map(textOf);
    this.#blocks.push({ type: "table", ...place, columns, rows: body.filter(({ cells }) => !isRule(cells)) });
    return at;
  }

  /** Cells that no column heads are left out by the Markdown reader, so they are counted here. */
  #checkWidth(rows: Row[], source: string): void {
    const width = rows[0]?.cells.length ?? 0;
    const cells = source.replace(/^[\s>]*\|?|(?<!\\)\|\s*$/g, "");
    const extra = cells.split(/(?<!\\)\|/).slice(width);
    const line = rows.at(-1)?.line ?? 1;
    if (extra.some((cell) => cell.trim() !== ""))
      this.#notes.important(line, `the row "${firstCell(rows.at(-1))}" has more cells than its table has columns`);
  }

  #inlineComments(inline: Token): void {
    for (const child of inline.children ?? []) {
      if (child.type === "html_inline") this.#html(child.content, this.#lineOf(inline));
    }
  }

  /** Reads the HTML comments that hold a blockType. */
  #html(html: string, line: number): void {
    if (/<table\b/i.test(html)) this.#notes.important(line, "an HTML table isn't read");
    for (let start = html.indexOf("<!--"); start >= 0; start = html.indexOf("<!--", start + 4)) {
      const end = html.indexOf("-->", start);
      const at = line + (this.#start.line === undefined ? html.slice(0, start).split("\n").length - 1 : 0);
      if (end < 0) {
        this.#notes.problem(at, "the comment is never closed; expected -->");
        return;
      }
      this.#comment(html.slice(start + 4, end), at);
      start = end;
    }
  }

  #comment(text: string, line: number): void {
    if (!/\bblockType["'\s]*:/i.test(text)) return;
    // A remark such as "// Note: …" may follow the object.
    const from = Math.max(0, text.indexOf("{"));
    const end = /\}(?=\s*(?:\/\/[^{}"]*)?$)/.exec(text)?.index ?? text.length - 1;
    const object = text.slice(from, end + 1);
    const read = parseLenient(object);
    const placed = (offset: number): string => `line ${object.slice(0, offset).split("\n").length} of the annotation`;
    if (!read || !Object.keys(read.value).some((key) => key.toLowerCase() === "blocktype")) {
      this.#notes.important(line, "the comment holds a blockType but no readable JSON object; it isn't read");
      return;
    }
    const { lenient, broken, value } = read;
    if (lenient) this.#notes.harmless(line, `${placed(lenient.offset)} isn't strict JSON: ${lenient.message}`);
    if (broken)
      this.#notes.important(line, `${placed(broken.offset)} is broken: ${broken.message}; the rest may be lost`);
    this.#blocks.push({ type: "comment", ...this.#place(undefined), line, annotation: value });
  }
}

/** A row of dashes only is the rule that closes language tabs. */
function isRule(cells: Inline[]): boolean {
  return /^[-\s]+$/.test(cells.map(({ source }) => source).join(" "));
}

function firstCell(row: Row | undefined): string {
  const [cell] = row?.cells ?? [];
  return cell ? textOf(cell) : "";
}
