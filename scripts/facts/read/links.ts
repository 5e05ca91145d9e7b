import type { Names } from "../facts.ts";
import { type Block, type Inline, linksOf } from "./markdown.ts";
import { nameSet } from "./names.ts";

/** The links of a page: those to resource pages by the page's name, the others by address, each with its texts. */
export function readLinks(
  blocks: Block[],
  isResourcePage: boolean,
): { resources: Record<string, Names>; links: Record<string, Names> } {
  const resources = new Map<string, Set<string>>();
  const links = new Map<string, Set<string>>();
  for (const { url, text } of blocks.filter(({ include }) => include === undefined).flatMap(linksIn)) {
    // Links within the page lead nowhere else; a resource's links to API pages are facts of its methods.
    if (url.startsWith("#") || (isResourcePage && apiName(url) !== null)) continue;
    const name = resourceName(url, isResourcePage);
    const [found, key] = name === null ? [links, url] : [resources, name];
    found.set(key, (found.get(key) ?? new Set()).add(text));
  }
  return { resources: inNames(resources), links: inNames(links) };
}

/** The stem of the resource page that an address leads to, or null. Resource pages link their neighbors without a folder. */
export function resourceName(url: string, isResourcePage = false): string | null {
  const path = url.replace(/[#?].*$/s, "");
  const stem = /(?:^|\/)resources\/([^/]+?)(?:\.md)?$/.exec(path)?.[1];
  if (stem !== undefined) return stem;
  return (isResourcePage && /^(?:\.\/)?([^/:]+)\.md$/.exec(path)?.[1]) || null;
}

/** The stem of the API page that an address leads to, or null. */
export function apiName(url: string): string | null {
  return /(?:^|\/)api\/([^/]+?)(?:\.md)?$/.exec(url.replace(/[#?].*$/s, ""))?.[1] ?? null;
}

function linksIn(block: Block): { url: string; text: string }[] {
  const texts: Inline[] = [];
  if (block.type === "paragraph" && block.includes.length === 0) texts.push(block.content);
  if (block.type === "table") texts.push(...block.rows.flatMap(({ cells }) => cells));
  return texts.flatMap(linksOf);
}

function inNames(found: Map<string, Set<string>>): Record<string, Names> {
  return Object.fromEntries([...found].map(([key, texts]) => [key, nameSet(texts)]));
}
