import { resolvePointer } from "../lib/json-pointer.ts";
import type { Document } from "./document.ts";

/** Every reference in a part of the document, and in what it refers to. */
export function referredTo(document: Document, part: unknown): Set<string> {
  const found = new Set<string>();
  const follow = (node: unknown): void => {
    for (const [, fragment = ""] of JSON.stringify(node).matchAll(/"\$ref":"(#[^"]+)"/g)) {
      const reference = decodeURIComponent(fragment); // a path's brace is written %7B (RFC 6901, section 6)
      if (found.has(reference)) continue;
      found.add(reference);
      follow(resolvePointer(document, reference));
    }
  };
  follow(part);
  return found;
}
