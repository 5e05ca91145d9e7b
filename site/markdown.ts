import { readFile } from "node:fs/promises";
import type { Element, Root as Html } from "hast";
import type { Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import rehypeHighlight from "rehype-highlight";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

/** A Markdown file, or only the part before its first section and the sections that are named. */
export interface Source {
  file: string;
  sections?: string[];
}

/** The address on the site of a file in the repository, an operation, or an error code. */
type Links = ReadonlyMap<string, string>;

/** A Markdown file as HTML, with links to the pages of the site. HTML in the file stays, as the file is ours. */
export async function htmlOf({ file, sections }: Source, links: Links): Promise<string> {
  const result = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(() => (root: Root) => {
      if (sections) pick(root, sections, file);
      replaceLinks(root, links, file);
      linkWords(root, links);
    })
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeHighlight)
    .use(() => makeScrollable)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .process(await readFile(file));
  return String(result);
}

function pick(root: Root, sections: string[], file: string): void {
  const title = (node: Root["children"][number]) =>
    node.type === "heading" && node.depth === 2 ? textOf(node) : undefined;
  const titles = root.children.map(title);
  const missing = sections.find((section) => !titles.includes(section));
  if (missing) throw new Error(`${file}:1: has no section "${missing}". Name an existing one in site/build.ts.`);
  let isShown = true;
  root.children = root.children.filter((_, i) => {
    const next = titles[i];
    if (next !== undefined) isShown = sections.includes(next);
    return isShown;
  });
}

function replaceLinks(root: Root, links: Links, file: string): void {
  visit(root, "link", (link) => {
    if (/^(https:|#)/.test(link.url)) return;
    const url = links.get(link.url);
    if (!url)
      throw new Error(
        `${file}:${link.position?.start.line}: links to ${link.url}, which isn't on the site. Link to a file that site/build.ts makes a page of, or to an https address.`,
      );
    link.url = url;
  });
}

/** Makes a link of each operation and error code. A row that begins with an error code is the target of links to it. */
function linkWords(root: Root, links: Links): void {
  visit(root, (node, index, parent) => {
    if (node.type === "heading" || node.type === "link") return SKIP;
    if (node.type === "tableRow") {
      const word = node.children[0]?.children[0];
      if (word?.type === "inlineCode" && links.get(word.value)?.startsWith("error-codes.html#"))
        node.data = { hProperties: { id: word.value } };
    }
    const url = node.type === "inlineCode" ? links.get(node.value) : undefined;
    if (!url || !parent || index === undefined) return;
    parent.children[index] = { type: "link", url, children: [node as never] };
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
