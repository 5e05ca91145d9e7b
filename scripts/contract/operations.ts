import type { OpenAPIV3 } from "openapi-types";
import type { Document } from "./document.ts";

/** What the contract says of an operation beyond OpenAPI's own fields. */
interface Extensions {
  "x-stage": "current" | "draft" | "undocumented";
  /** The pages that document it, first the one to rely on. */
  "x-pages": string[];
  "x-permissions": Record<"delegated" | "application", { least: string[]; higher: string[] }>;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  /** In the order of the path. */
  pathParameters: OpenAPIV3.ParameterObject[];
  /** The name of its body's schema. */
  body: string | undefined;
  success: {
    status: string;
    /** The names of the headers that it promises. */
    headers: string[];
    /** The name of its body's schema. */
    data: string | undefined;
    /** The members that its body has at least. */
    members: string[];
    /** The name of the schema of what it lists, if it answers with a part of a list. */
    item: string | undefined;
  };
  definition: OpenAPIV3.OperationObject<Extensions>;
}

/** The HTTP methods of the contract's operations, in the order of the document. */
export const methods = ["get", "post", "put", "patch", "delete"] as const;

/** Every operation of the document, in the document's order. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const definition = item?.[method] as OpenAPIV3.OperationObject<Extensions> | undefined;
      if (!definition) return [];
      const pathParameters = [...(item?.parameters ?? []), ...(definition.parameters ?? [])].map((parameter) =>
        component(document, parameter),
      );
      const body = schemaName(definition.requestBody);
      return [
        {
          id: definition.operationId as string,
          method,
          path,
          pathParameters,
          body,
          success: success(document, definition),
          definition,
        },
      ];
    }),
  );
}

function success(document: Document, { responses }: OpenAPIV3.OperationObject): Operation["success"] {
  const [status, response] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? ["", {}];
  const data = schemaName(response);
  const { properties, required = [] } = (document.components?.schemas?.[data ?? ""] ?? {}) as OpenAPIV3.SchemaObject;
  const list = properties?.["value"] as OpenAPIV3.ArraySchemaObject | undefined;
  return {
    status,
    headers: Object.keys("headers" in response ? (response.headers ?? {}) : {}),
    data,
    members: required,
    item: nameOf(list?.items),
  };
}

/** The name of the schema of a body as JSON. */
function schemaName(holder: object | undefined): string | undefined {
  const { content } = (holder ?? {}) as { content?: OpenAPIV3.RequestBodyObject["content"] };
  return nameOf(content?.["application/json"]?.schema);
}

const nameOf = (schema: object | undefined): string | undefined =>
  schema && "$ref" in schema ? (schema.$ref as string).split("/").at(-1) : undefined;

function component(
  document: Document,
  parameter: OpenAPIV3.ReferenceObject | OpenAPIV3.ParameterObject,
): OpenAPIV3.ParameterObject {
  if (!("$ref" in parameter)) return parameter;
  return document.components!.parameters![parameter.$ref.split("/").at(-1)!] as OpenAPIV3.ParameterObject;
}
