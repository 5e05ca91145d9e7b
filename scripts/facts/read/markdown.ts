import type { Code, Heading as HeadingNode, Nodes, Paragraph, Root, Table } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { EXIT, SKIP, visit } from "unist-util-visit";
import type { Annotation, Include, Note } from "../facts.ts";

/** What keeps a page from being read. */
export interface Problem {
  line: number;
  text: string;
}

export interface Heading {
  line: number;
  depth: number;
  text: string;
}

/** A paragraph, table or code block with the headings it stands under, outermost first. */
export interface Block<T extends Nodes = Paragraph | Table | Code> {
  node: T;
  line: number;
  under: Heading[];
}

export interface Comment {
  line: number;
  start: number;
  end: number;
  annotation: Annotation;
}

/** A page as Markdown: its blocks in order, its annotations, and the problems and notes met so far. */
export interface Page {
  text: string;
  root: Root;
  frontMatter: { line: number; yaml: string } | null;
  headings: Heading[];
  blocks: Block[];
  annotations: Comment[];
  includes: (Include & { offset: number })[];
  problems: Problem[];
  notes: Note[];
}

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

/** Reads a page's Markdown. The text must have LF line ends and no BOM. */
export function readMarkdown(text: string): Page {
  const root = markdown.parse(text);
  const page: Page = {
    text,
    root,
    frontMatter: null,
    headings: [],
    blocks: [],
    annotations: [],
    includes: [],
    problems: [],
    notes: [],
  };
  readFrontMatter(page);
  readBlocks(page);
  readComments(page);
  readIncludes(page);
  return page;
}

/** The 1-based line at an offset of the page's text. */
export function lineAt(page: Page, offset: number): number {
  let line = 1;
  for (let at = page.text.indexOf("\n"); at >= 0 && at < offset; at = page.text.indexOf("\n", at + 1)) line++;
  return line;
}

/** A node's text in one line: links replaced by their text, marks and HTML tags left out. */
export function textOf(node: Nodes): string {
  let text = "";
  visit(node, (part) => {
    if (part.type === "text" || part.type === "inlineCode") text += part.value;
    else if (part.type === "html" || part.type === "break") text += " "; // a <br> parts words
  });
  return text.replace(/\s+/g, " ").trim();
}

/** The Markdown a node was written as. */
export function sourceOf(page: Page, node: Nodes): string {
  return page.text.slice(node.position!.start.offset, node.position!.end.offset);
}

/** What stands under the headings of a name, before the examples (which have headings of the same names). */
export function section(page: Page, name: RegExp): { line: number; heading: Heading; blocks: Block[] } | null {
  const example = page.headings.find(({ depth, text }) => depth <= 2 && /^examples?\b/i.test(text))?.line ?? Infinity;
  const headings = page.headings.filter(({ line, text }) => name.test(text) && line < example);
  const blocks = page.blocks.filter(({ under }) => {
    const found = under.findIndex((heading) => headings.includes(heading));
    return found >= 0 && !under.slice(0, found).some(({ text }) => /^examples?\b/i.test(text));
  });
  return headings[0] ? { line: headings[0].line, heading: headings[0], blocks } : null;
}

export const isTable = (block: Block): block is Block<Table> => block.node.type === "table";
export const isCode = (block: Block): block is Block<Code> => block.node.type === "code";
export const isParagraph = (block: Block): block is Block<Paragraph> => block.node.type === "paragraph";

function readFrontMatter(page: Page): void {
  const first = page.root.children[0];
  if (first?.type === "yaml") {
    page.frontMatter = { line: first.position!.start.line + 1, yaml: first.value };
  } else if (/^---\s*\n/.test(page.text)) {
    page.problems.push({ line: 1, text: "the front matter is never closed; expected a line --- after it" });
  }
}

function readBlocks(page: Page): void {
  let under: Heading[] = [];
  for (const child of page.root.children) {
    if (child.type === "heading") {
      if (isLayout(page, child)) continue;
      const heading = { line: child.position!.start.line, depth: child.depth, text: textOf(child) };
      under = [...under.filter(({ depth }) => depth < heading.depth), heading];
      page.headings.push(heading);
      continue;
    }
    visit(child, (node) => {
      if (node.type !== "paragraph" && node.type !== "table" && node.type !== "code") return;
      const line = node.position!.start.line;
      if (node.type === "code" && isUnclosed(page, node)) {
        page.problems.push({ line, text: "the code block is never closed; expected a closing fence" });
      }
      page.blocks.push({ node, line, under });
      return SKIP;
    });
  }
}

/** Language tabs, and text that the rule closing the tabs turns into a heading, structure nothing. */
function isLayout(page: Page, heading: HeadingNode): boolean {
  let tab = false;
  visit(heading, "link", ({ url }) => {
    tab = url.startsWith("#tab/");
    return tab ? EXIT : undefined;
  });
  return tab || (heading.depth === 2 && !sourceOf(page, heading).startsWith("#"));
}

function isUnclosed(page: Page, code: Code): boolean {
  const lines = sourceOf(page, code).split("\n");
  const fence = /^(`{3,}|~{3,})/.exec(lines[0]!)?.[1];
  if (fence === undefined) return false; // an indented block
  const last =
    lines.length > 1
      ? lines
          .at(-1)!
          .replace(/^[\s>]*/, "")
          .trimEnd()
      : "";
  return !(last.length >= fence.length && last === fence[0]!.repeat(last.length));
}

/** Reads the HTML comments that hold a blockType; comments shown within code are code. */
function readComments(page: Page): void {
  const skipped = codeRanges(page);
  for (let start = page.text.indexOf("<!--"); start >= 0; start = page.text.indexOf("<!--", start + 4)) {
    const code = skipped.find((range) => range.start <= start && start < range.end);
    if (code) {
      start = code.end - 4;
      continue;
    }
    const line = lineAt(page, start);
    const end = page.text.indexOf("-->", start);
    if (end < 0) {
      page.problems.push({ line, text: "the comment is never closed; expected -->" });
      return;
    }
    const text = page.text.slice(start + 4, end);
    if (/\bblockType["'\s]*:/.test(text)) {
      const annotation = readAnnotation(text);
      if (annotation) page.annotations.push({ line, start, end: end + 3, annotation });
      else
        page.problems.push({
          line,
          text: "the comment holds a blockType but no readable JSON; expected one JSON object",
        });
    }
    start = end - 1;
  }
}

/** Reads the object that starts a comment; a remark such as "// Note: …" may follow it on its last line. */
function readAnnotation(text: string): Annotation | null {
  const object = text.replace(/\}\s*\/\/[^{}"]*$/, "}");
  try {
    const value: unknown = JSON.parse(object);
    return typeof value === "object" && value !== null && !Array.isArray(value) && "blockType" in value
      ? (value as Annotation)
      : null;
  } catch {
    return null;
  }
}

function readIncludes(page: Page): void {
  const skipped = codeRanges(page);
  for (const match of page.text.matchAll(/\[!INCLUDE\s*\[([^\]]*)\]\(([^)]*)\)\s*\]/gi)) {
    if (skipped.some(({ start, end }) => start <= match.index && match.index < end)) continue;
    page.includes.push({
      line: lineAt(page, match.index),
      label: match[1]!.trim(),
      path: match[2]!.trim(),
      offset: match.index,
    });
  }
}

function codeRanges(page: Page): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  visit(page.root, ["code", "inlineCode", "yaml"], (node) => {
    ranges.push({ start: node.position!.start.offset!, end: node.position!.end.offset! });
  });
  return ranges;
}
