import { posix } from "node:path";
import GithubSlugger from "github-slugger";
import MarkdownIt, { type Token } from "markdown-it";
import type { Finding } from "../../lib/findings.ts";

const markdown = new MarkdownIt({ html: true });

/** Links of the Markdown files that lead to no file or to no heading. `exists` knows files and folders. */
export function linkFindings(texts: ReadonlyMap<string, string>, exists: (path: string) => boolean): Finding[] {
  const pages = [...texts].map(([file, text]) => ({ file, text, tokens: markdown.parse(text, {}) }));
  const anchors = new Map(pages.map(({ file, tokens }) => [file, anchorsOf(tokens)]));
  return pages.flatMap(({ file, text, tokens }) =>
    linksOf(tokens, text.split("\n")).flatMap(({ url, line, column }) => {
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

/** The links and images of a page to files. */
function linksOf(tokens: Token[], lines: string[]): Link[] {
  let line = 0;
  return tokens.flatMap(({ children, map }) => {
    line = map?.[0] ?? line; // a cell of a table has the line of its row
    return (children ?? []).flatMap((token) => {
      if (/^(soft|hard)break$/.test(token.type)) line += 1;
      const url = token.attrGet("href") ?? token.attrGet("src");
      if (!url || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return [];
      return [{ url, ...placeOf(url, line, lines) }];
    });
  });
}

/** Where a link that is used at a line has its URL: there, or in a definition. */
function placeOf(url: string, line: number, lines: string[]): Omit<Link, "url"> {
  const before = lines[line]?.indexOf(`](${url}`) ?? -1;
  if (before >= 0) return { line: line + 1, column: before + 3 };
  const definition = lines.findIndex((text) => text.startsWith("[") && text.includes(`]: ${url}`));
  return { line: (definition < 0 ? line : definition) + 1, column: 1 };
}

/** The anchors that GitHub gives to headings, and those that are written as HTML. */
function anchorsOf(tokens: Token[]): Set<string> {
  const slugger = new GithubSlugger();
  const all = tokens.flatMap((token) => [token, ...(token.children ?? [])]);
  const html = all.filter(({ type }) => type.startsWith("html_")).map(({ content }) => content);
  const headings = tokens.filter((_, i) => tokens[i - 1]?.type === "heading_open");
  return new Set([
    ...headings.map(({ children }) => slugger.slug((children ?? []).map(({ content }) => content).join(""))),
    ...[...html.join("\n").matchAll(/\b(?:id|name)="([^"]+)"/g)].map(([, id]) => id ?? ""),
  ]);
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
