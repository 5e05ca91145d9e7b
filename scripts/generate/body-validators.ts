import SwaggerParser from "@apidevtools/swagger-parser";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import type { OpenAPIV3 } from "openapi-types";
import type { Document } from "../contract/document.ts";
import { header } from "./doc-comment.ts";

const methods = ["get", "post", "put", "patch", "delete"] as const;

/**
 * The source of body-validators.ts: for each operation with a body a function that checks it by the contract's schema. Ajv writes
 * it, so that nothing of Ajv is needed when it runs. It stops at the first problem.
 */
export async function bodyValidatorsSource(document: Document): Promise<string> {
  const ajv = new Ajv({ strict: false, messages: false, code: { source: true, esm: true } });
  ajv.addFormat("int64", true); // the schemas bound every time, and JSON has no larger integers that are exact
  ajv.addFormat("password", true);
  const names: Record<string, string> = {};
  for (const [id, schema] of await bodySchemas(document)) {
    ajv.addSchema(schema, id);
    names[id] = id;
  }
  const code = standalone.default(ajv, names);
  return `// @ts-nocheck\n${header}${code}\n`;
}

/** The schemas of the bodies by operation, without references and without what only a reader needs. */
async function bodySchemas(document: Document): Promise<[string, OpenAPIV3.SchemaObject][]> {
  const whole = (await SwaggerParser.dereference(structuredClone(document))) as Document;
  return Object.values(whole.paths).flatMap((item) =>
    methods.flatMap((method): [string, OpenAPIV3.SchemaObject][] => {
      const operation = item?.[method];
      const body = operation?.requestBody as OpenAPIV3.RequestBodyObject | undefined;
      const schema = body?.content["application/json"]?.schema as OpenAPIV3.SchemaObject | undefined;
      return operation?.operationId && schema ? [[operation.operationId, forValidation(schema)]] : [];
    }),
  );
}

function forValidation(schema: OpenAPIV3.SchemaObject): OpenAPIV3.SchemaObject {
  const forReaders = new Set(["title", "description", "example", "writeOnly"]);
  const kept = Object.entries(schema).filter(([name]) => !forReaders.has(name) && !name.startsWith("x-"));
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    forValidation(property as OpenAPIV3.SchemaObject),
  ]);
  return {
    ...Object.fromEntries(kept),
    ...(schema.properties && { properties: Object.fromEntries(properties) }),
    ...("items" in schema && { items: forValidation(schema.items as OpenAPIV3.SchemaObject) }),
  } as OpenAPIV3.SchemaObject;
}
