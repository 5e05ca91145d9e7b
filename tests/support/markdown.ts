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

/** The links and images, but for those to the web. */
export function relativeLinksIn(markdown: string): Link[] {
  const links: Link[] = [];
  visit(parser.parse(markdown), (node, index, parent) => {
    if (node.type !== "link" && node.type !== "definition" && node.type !== "image") return;
    const next = parent?.children[(index ?? 0) + 1];
    if (!/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(node.url)) links.push({ url: node.url, after: next ? textOf(next) : "" });
  });
  return links;
}

function textOf(node: Node): string {
  let text = "";
  visit(node, (part) => {
    if ("value" in part) text += part.value;
  });
  return text;
}
