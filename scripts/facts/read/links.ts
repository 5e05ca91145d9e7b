import type { Definition, Link, LinkReference } from "mdast";
import { visit } from "unist-util-visit";
import type { ResourceLink } from "../facts.ts";
import { lineAt, type Page, textOf } from "./markdown.ts";

/** Every link to a resource page, each distinct text and name once. */
export function readResourceLinks(page: Page, isResourcePage: boolean): ResourceLink[] {
  const links = new Map<string, ResourceLink>();
  visit(page.root, ["link", "linkReference"], (node) => {
    const link = node as Link | LinkReference;
    const name = resourceName(page, link, isResourcePage);
    const text = textOf(link);
    const key = `${text}\n${name}`;
    if (name !== null && !links.has(key))
      links.set(key, { line: lineAt(page, link.position!.start.offset!), text, name });
  });
  return [...links.values()];
}

/** The stem of the resource page that a link leads to, or null. Resource pages link their neighbours without a folder. */
export function resourceName(page: Page, link: unknown, isResourcePage = false): string | null {
  const url = urlOf(page, link as Link | LinkReference).replace(/[#?].*$/s, "");
  const stem = /(?:^|\/)resources\/([^/]+?)(?:\.md)?$/.exec(url)?.[1];
  if (stem !== undefined) return stem;
  return (isResourcePage && /^(?:\.\/)?([^/:]+)\.md$/.exec(url)?.[1]) || null;
}

function urlOf(page: Page, link: Link | LinkReference): string {
  if (link.type === "link") return link.url;
  let url = "";
  visit(page.root, "definition", (definition: Definition) => {
    if (definition.identifier === link.identifier) url = definition.url;
  });
  return url;
}
