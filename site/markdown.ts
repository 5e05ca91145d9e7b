import { existsSync } from "node:fs";
import { posix } from "node:path";
import GithubSlugger from "github-slugger";
import type { Element, Root as Html } from "hast";
import bash from "highlight.js/lib/languages/bash";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import powershell from "highlight.js/lib/languages/powershell";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import type { Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import rehypeHighlight from "rehype-highlight";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import type { VFile } from "vfile";
import { Html as HtmlText, html } from "./html.ts";
import type { Links } from "./links.ts";
import type { Heading } from "./page.ts";

const noLinks: Links = { files: new Map(), words: new Map() };
const languages = { bash, javascript, json, powershell, typescript, xml, yaml };

/** A heading with the text below it, up to the next heading. */
export interface Section extends Heading {
  text: string;
}

interface Rendered {
  html: HtmlText;
  sections: Section[];
}

declare module "vfile" {
  interface DataMap {
    links: Links;
    sections: Section[];
  }
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(() => (root: Root, { data, path }: VFile) => {
    const { links = noLinks } = data;
    data.sections = nameHeadings(root);
    replaceLinks(root, links, path);
    linkWords(root, links);
  })
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeHighlight, { languages })
  .use(() => makeScrollable)
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/** A Markdown text as HTML, with links to the pages of the site. HTML in the text stays, as the text is ours. */
export function renderMarkdown(value: string, links: Links, path = "text.md"): Rendered {
  const result = processor.processSync({ value, path, data: { links } });
  return { html: new HtmlText(String(result)), sections: result.data.sections ?? [] };
}

/** A program or a body as HTML, in colors. */
export const renderCode = (code: string, language: keyof typeof languages): HtmlText =>
  renderMarkdown(`~~~~${language}\n${code}\n~~~~`, noLinks).html;

/** A heading with a link to itself. */
export const headingHtml = (depth: 2 | 3, id: string, title: string | HtmlText): HtmlText =>
  new HtmlText(
    `<h${depth} id="${id}">${html`${title}`} <a class="anchor" href="#${id}" aria-label="Link to this section">#</a></h${depth}>`,
  );

/** Gives each heading its anchor, as GitHub does, and a link to itself. */
function nameHeadings(root: Root): Section[] {
  const slugger = new GithubSlugger();
  const sections: Section[] = [];
  for (const node of root.children) {
    if (node.type !== "heading") {
      const last = sections.at(-1);
      if (last && node.type !== "html") last.text += ` ${plainText(node)}`;
      continue;
    }
    const title = textOf(node);
    const id = slugger.slug(title);
    sections.push({ id, title, depth: node.depth, text: "" });
    node.data = { hProperties: { id } };
    if (node.depth === 1) continue;
    const value = ` <a class="anchor" href="#${id}" aria-label="Link to this section">#</a>`;
    node.children.push({ type: "html", value });
  }
  return sections;
}

const holders = ["table", "tableRow", "list", "listItem", "blockquote"];

/** The text of a node, with a space between the cells of a table and between the items of a list. */
const plainText = (node: RootContent): string =>
  "children" in node && holders.includes(node.type) ? node.children.map(plainText).join(" ") : textOf(node);

/** Links to files of the repository lead to their pages. A file without a page isn't linked. */
function replaceLinks(root: Root, links: Links, file: string): void {
  visit(root, ["link", "image"], (node, index, parent) => {
    if (node.type !== "link" && node.type !== "image") return;
    if (/^(https:|#|@\/)/.test(node.url)) return;
    const [path = "", hash] = node.url.split("#");
    const target = posix.join(posix.dirname(file), path);
    const page = links.files.get(target);
    if (page) node.url = hash ? `@/${page}#${hash}` : `@/${page}`;
    else if (!existsSync(target))
      throw new Error(`${file}:${node.position?.start.line}: links to ${node.url}, which doesn't exist. Fix the link.`);
    else if (node.type === "link" && parent && index !== undefined)
      parent.children.splice(index, 1, ...(node.children as never[]));
  });
}

/** Makes a link of each operation and error code that is written as code. */
function linkWords(root: Root, links: Links): void {
  visit(root, (node, index, parent) => {
    if (node.type === "heading" || node.type === "link") return SKIP;
    const path = node.type === "inlineCode" ? links.words.get(node.value) : undefined;
    if (!path || !parent || index === undefined) return;
    parent.children[index] = { type: "link", url: `@/${path}`, children: [node as never] };
    return SKIP;
  });
}

/** Makes wide tables and programs scroll on their own, with the keyboard too. */
function makeScrollable(root: Html): void {
  visit(root, "element", (node: Element, index, parent) => {
    if (node.tagName === "pre") node.properties.tabIndex = 0;
    if (node.tagName !== "table" || !parent || index === undefined) return;
    const properties = { className: ["table"], role: "group", ariaLabel: "Table", tabIndex: 0 };
    parent.children[index] = { type: "element", tagName: "div", properties, children: [node] };
    return SKIP;
  });
}
