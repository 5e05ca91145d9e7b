import { posix } from "node:path";
import GithubSlugger from "github-slugger";
import type { Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Finding } from "../../lib/findings.ts";

/** Links of the Markdown files that lead to no file or to no heading. `exists` knows files and folders. */
export function linkFindings(texts: ReadonlyMap<string, string>, exists: (path: string) => boolean): Finding[] {
  const trees = new Map(
    [...texts].map(([file, text]) => [file, unified().use(remarkParse).use(remarkGfm).parse(text)]),
  );
  const anchors = new Map([...trees].map(([file, tree]) => [file, anchorsOf(tree)]));
  return [...trees].flatMap(([file, tree]) =>
    linksOf(tree).flatMap(({ url, line, column }) => {
      const message = brokenPart(file, url, anchors, exists);
      return message ? [{ file, line, column, rule: "link", message }] : [];
    }),
  );
}

interface Link {
  url: string;
  line: number;
  column: number;
}

function linksOf(tree: Root): Link[] {
  const links: Link[] = [];
  visit(tree, (node) => {
    if (node.type !== "link" && node.type !== "definition" && node.type !== "image") return;
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    if (!/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(node.url)) links.push({ url: node.url, line, column });
  });
  return links;
}

/** The anchors that GitHub gives to headings, and those that are written as HTML. */
function anchorsOf(tree: Root): Set<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  visit(tree, (node) => {
    if (node.type === "heading") anchors.add(slugger.slug(textOf(node)));
    if (node.type === "html")
      for (const [, id] of node.value.matchAll(/\b(?:id|name)="([^"]+)"/g)) anchors.add(id ?? "");
  });
  return anchors;
}

function brokenPart(
  file: string,
  url: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  exists: (path: string) => boolean,
): string | undefined {
  const [path = "", anchor] = url.split("#", 2).map(decodeURI);
  const target = path === "" ? file : posix.join(posix.dirname(file), path);
  if (target.startsWith("..") || path.startsWith("/"))
    return `${url} leads out of the repository: write a relative path or https`;
  if (!exists(target)) return `${url}: the file ${target} doesn't exist`;
  if (anchor && anchors.get(target)?.has(anchor) === false)
    return `${url}: ${target} has no heading with the anchor "${anchor}"`;
  return undefined;
}
