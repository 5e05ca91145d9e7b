import MarkdownIt from "markdown-it";
import type { Node } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { must } from "./must.ts";

/** A table in a Markdown text. */
export interface Table {
  /** The text of each cell, without its formatting. The first row is the header. */
  rows: string[][];
  /** The part of the text that the table takes. */
  start: number;
  end: number;
}

const parser = unified().use(remarkParse).use(remarkGfm);
const markdownIt = new MarkdownIt();

/** The table whose header has these cells. */
export function tableWith(header: string[], markdown: string): Table {
  const table = tablesIn(markdown).find(({ rows }) => rows[0]?.join("|") === header.join("|"));
  return must(table, `a table with the header ${header.join(", ")}`);
}

function tablesIn(markdown: string): Table[] {
  const tables: Table[] = [];
  visit(parser.parse(markdown), "table", (table) => {
    tables.push({
      rows: table.children.map((row) => row.children.map(textOf)),
      start: must(table.position?.start.offset, "the start of a table"),
      end: must(table.position?.end.offset, "the end of a table"),
    });
  });
  return tables;
}

/** The blocks of code in a language, without the indentation of a list. */
export function codeIn(markdown: string, language: string): string[] {
  const blocks: string[] = [];
  visit(parser.parse(markdown), "code", ({ lang, value }) => {
    if (lang === language) blocks.push(`${value}\n`);
  });
  return blocks;
}

/** A link or an image of a Markdown text, with the text that follows it. */
export interface Link {
  url: string;
  after: string;
}

/** The links and images, but for those to the web. The generated pages are long, and markdown-it reads them much faster. */
export function relativeLinksIn(markdown: string): Link[] {
  const inline = markdownIt.parse(markdown, {}).flatMap(({ children }) => children ?? []);
  return inline.flatMap((token, i) => {
    const url = token.attrGet("href") ?? token.attrGet("src");
    if (url === null || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return [];
    const end = token.type === "link_open" ? inline.findIndex(({ type }, j) => j > i && type === "link_close") : i;
    return { url, after: inline[end + 1]?.content ?? "" };
  });
}

function textOf(node: Node): string {
  let text = "";
  visit(node, (part) => {
    if ("value" in part) text += part.value;
  });
  return text;
}
