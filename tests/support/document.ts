import { readFileSync } from "node:fs";
import type { OpenAPIV3 } from "openapi-types";
import type { Document } from "../../scripts/contract/bundle.ts";
import { type Operation, operationsOf } from "../../scripts/contract/operations.ts";
import { resolvePointer } from "../../scripts/lib/json-pointer.ts";
import { must } from "./must.ts";

export type Schema = OpenAPIV3.SchemaObject;
export type Reference = OpenAPIV3.ReferenceObject;

const { CONTRACT: mutant } = process.env;

/** The contract in spec/, bundled once per test file. `npm run mutation:test` names a changed copy instead. */
export const document: Document = mutant
  ? JSON.parse(readFileSync(mutant, "utf8"))
  : await (await import("../../scripts/contract/bundle.ts")).bundle();

export const components = must(document.components, "components in the contract");

/** The named schemas. A bundle has no reference in place of one. */
export const schemas = (components.schemas ?? {}) as Record<string, Schema>;

export const operations = new Map(operationsOf(document).map((operation) => [operation.id, operation]));

export const operationOf = (id: string): Operation => must(operations.get(id), `an operation ${id} in the contract`);

export const isReference = (node: object): node is Reference => "$ref" in node;

/** The object that a reference points to, or the object itself. */
export function resolve<T extends object>(node: T | Reference): T {
  if (!isReference(node)) return node;
  const pointer = decodeURIComponent(node.$ref); // a brace of a path is written %7B (RFC 6901, section 6)
  return must(resolvePointer(document, pointer), node.$ref) as T;
}

/** The last part of a reference: the name of the component that it points to. */
export const nameOf = ({ $ref }: Reference): string => $ref.slice($ref.lastIndexOf("/") + 1);

/** The schema and the examples of a body as JSON. */
export function jsonContent(message: object | undefined): OpenAPIV3.MediaTypeObject | undefined {
  const { content } = resolve(message ?? {}) as { content?: OpenAPIV3.RequestBodyObject["content"] };
  return content?.["application/json"];
}
