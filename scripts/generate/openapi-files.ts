import { upgrade } from "@scalar/openapi-upgrader";
import { stringify } from "yaml";
import type { Document } from "../contract/document.ts";

export const asJson = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

// Portals read one plain file: no YAML aliases, no folded lines, and quotes where a YAML 1.1 reader takes `n` for false.
export const asYaml = (document: object): string =>
  stringify(document, { aliasDuplicateObjects: false, lineWidth: 0, compat: "yaml-1.1" });

/** The document's OpenAPI 3.1 form, in the version that portals know. */
export const upgraded = (document: Document): object =>
  JSON.parse(JSON.stringify({ ...upgrade(structuredClone(document), "3.1"), openapi: "3.1.0" }), (_key, value) =>
    mend(value),
  );

/** What the upgrader leaves in words of 3.0, and where it has 3.1 say less. */
function mend(node: any): unknown {
  // 3.1 names an encoding in contentEncoding, with the names of RFC 4648: base64 and base64url. The upgrader knows the first.
  if (node?.type === "string" && node.format === "base64url") {
    const { format, ...rest } = node;
    return { ...rest, contentEncoding: format };
  }
  // A parameter and a header keep `example` in 3.1. The upgrader gives it a name that says nothing, and generators then leave it out.
  if (node?.examples?.default && !node.examples.default.summary) {
    const { examples, ...rest } = node;
    return { ...rest, example: examples.default.value };
  }
  return node;
}
