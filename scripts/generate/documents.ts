import { upgrade } from "@scalar/openapi-upgrader";
import { stringify } from "yaml";
import type { Document } from "./bundle.ts";

export const asJson = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

// Portals read one plain file: no YAML aliases, no folded lines, and quotes where a YAML 1.1 reader takes `n` for false.
export const asYaml = (document: object): string => stringify(document, { aliasDuplicateObjects: false, lineWidth: 0, compat: "yaml-1.1" });

/** The document's OpenAPI 3.1 form, in the version that portals know. */
export const upgraded = (document: Document): object => ({ ...upgrade(structuredClone(document), "3.1"), openapi: "3.1.0" });
