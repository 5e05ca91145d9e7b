import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { OpenAPIV3 } from "openapi-types";
import type { Document } from "../contract/document.ts";
import { header } from "./doc-comment.ts";

type Schema = OpenAPIV3.SchemaObject | OpenAPIV3.ReferenceObject;

const methods = ["get", "post", "put", "patch", "delete"] as const;

/**
 * The source of body-validators.ts: for each operation with a body a function that checks it by the contract's schema. Ajv writes
 * it, so that nothing of Ajv is needed when it runs. It stops at the first problem.
 */
export function bodyValidatorsSource(document: Document): string {
  // No format is checked: the schemas bound every time, and the emulator decodes keys and certificates itself.
  const code = { source: true, esm: true };
  const ajv = new Ajv({ strict: false, messages: false, inlineRefs: false, validateFormats: false, code });
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [
    name,
    forValidation(schema),
  ]);
  ajv.addSchema({ components: { schemas: Object.fromEntries(schemas) } }, "contract");
  const names: Record<string, string> = {};
  for (const [id, { $ref }] of bodySchemas(document)) {
    ajv.addSchema({ $ref: `contract${$ref}` }, id);
    names[id] = id;
  }
  return `// @ts-nocheck\n${header}${standalone.default(ajv, names)}\n`;
}

/** The schemas of the bodies by operation, which all are components. */
function bodySchemas(document: Document): [string, OpenAPIV3.ReferenceObject][] {
  return Object.values(document.paths).flatMap((item) =>
    methods.flatMap((method): [string, OpenAPIV3.ReferenceObject][] => {
      const operation = item?.[method];
      const body = operation?.requestBody as OpenAPIV3.RequestBodyObject | undefined;
      const schema = body?.content["application/json"]?.schema;
      return operation?.operationId && schema && "$ref" in schema ? [[operation.operationId, schema]] : [];
    }),
  );
}

/** A schema without what only a reader needs. */
function forValidation(schema: Schema): Schema {
  if ("$ref" in schema) return schema;
  const forReaders = new Set(["title", "description", "example", "writeOnly"]);
  const kept = Object.entries(schema).filter(([name]) => !forReaders.has(name) && !name.startsWith("x-"));
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [name, forValidation(property)]);
  return {
    ...Object.fromEntries(kept),
    ...(schema.properties && { properties: Object.fromEntries(properties) }),
    ...("items" in schema && { items: forValidation(schema.items) }),
  } as Schema;
}
