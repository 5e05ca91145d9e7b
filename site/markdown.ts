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

/** A Markdown file, or of it what stands before its first section and in those that are named. */
export interface Source {
  file: string;
  sections?: string[];
}

/** Where a file of the repository, an operation or an error code is on the site. */
type Links = ReadonlyMap<string, string>;

/** A Markdown file as HTML, with links to the site's pages. The file is ours, so what is HTML in it stays. */
export async function htmlOf({ file, sections }: Source, links: Links): Promise<string> {
  const result = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(() => (root: Root) => {
      if (sections) pick(root, sections, file);
      mendLinks(root, links, file);
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
  if (missing) throw new Error(`${file}:1: has no section "${missing}". Name the one to show in site/build.ts.`);
  let shown = true;
  root.children = root.children.filter(
    (_, i) => (shown = titles[i] === undefined ? shown : sections.includes(titles[i])),
  );
}

function mendLinks(root: Root, links: Links, file: string): void {
  visit(root, "link", (link) => {
    if (/^(https:|#)/.test(link.url)) return;
    const url = links.get(link.url);
    if (!url)
      throw new Error(
        `${file}:${link.position!.start.line}: links to ${link.url}, which the site has not. Link to what site/build.ts makes a page of, or with https.`,
      );
    link.url = url;
  });
}

/** Makes a link of each operation and error code. A row that begins with an error code is where links to it lead. */
function linkWords(root: Root, links: Links): void {
  visit(root, (node, index, parent) => {
    if (node.type === "heading" || node.type === "link") return SKIP;
    if (node.type === "tableRow") {
      const [word] = node.children[0]!.children;
      const url = word?.type === "inlineCode" ? links.get(word.value) : undefined;
      if (url?.startsWith("error-codes.html#")) node.data = { hProperties: { id: (word as { value: string }).value } };
    }
    const url = node.type === "inlineCode" && parent?.type !== "link" ? links.get(node.value) : undefined;
    if (!url) return;
    parent!.children[index!] = { type: "link", url, children: [node as never] };
    return SKIP;
  });
}

/** Lets wide tables and programs scroll by themselves, with the keyboard too. */
function makeScrollable(root: Html): void {
  visit(root, "element", (node: Element, index, parent) => {
    if (node.tagName === "pre") node.properties.tabIndex = 0;
    if (node.tagName !== "table") return;
    const properties = { className: ["table"], role: "group", ariaLabel: "Table", tabIndex: 0 };
    parent!.children[index!] = { type: "element", tagName: "div", properties, children: [node] };
    return SKIP;
  });
}
