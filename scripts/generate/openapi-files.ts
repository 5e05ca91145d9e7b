import { upgrade } from "@scalar/openapi-upgrader";
import { stringify } from "yaml";
import type { Document } from "../contract/document.ts";

export const asJson = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

// Portals read one plain file: no YAML aliases, no folded lines, and quotes where a YAML 1.1 reader takes `n` as false.
export const asYaml = (document: object): string =>
  stringify(document, { aliasDuplicateObjects: false, lineWidth: 0, compat: "yaml-1.1" });

/** The document as OpenAPI 3.1, in the version that portals accept. */
export const upgraded = (document: Document): object =>
  JSON.parse(JSON.stringify({ ...upgrade(structuredClone(document), "3.1"), openapi: "3.1.0" }), (_key, value) =>
    complete(value),
  );

interface UpgradedNode {
  type?: string | string[];
  format?: string;
  "x-encoding"?: string;
  examples?: { default?: { summary?: string; value: unknown } };
}

/** A node of the upgraded document, with what the upgrader leaves in the form of 3.0 or makes say less. */
function complete(node: UpgradedNode | null): unknown {
  // 3.1 names an encoding in contentEncoding, as in RFC 4648: base64 or base64url.
  const encoding = node?.["x-encoding"] ?? (node?.format === "base64url" ? node.format : undefined);
  if (node && encoding && [node.type].flat().includes("string")) {
    const { format, "x-encoding": _, ...rest } = node;
    return { ...rest, contentEncoding: encoding };
  }
  // A parameter and a header keep `example` in 3.1. The upgrader moves it to `examples`, where generators don't find it.
  if (node?.examples?.default && !node.examples.default.summary) {
    const { examples, ...rest } = node;
    return { ...rest, example: examples.default?.value };
  }
  return node;
}
