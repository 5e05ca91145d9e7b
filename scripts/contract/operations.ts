import type { OpenAPIV3 } from "openapi-types";
import { joinPointer, resolvePointer } from "../lib/json-pointer.ts";
import type { Contract, Definition, Document, OperationExtensions, Parameter } from "./document.ts";

/** The methods that OpenAPI knows, in the order of every list of operations. */
export const httpMethods = ["get", "post", "put", "patch", "delete", "head", "options", "trace"] as const;

export interface Operation<D = OpenAPIV3.OperationObject<OperationExtensions>> {
  id: string;
  /** In lower case. */
  method: (typeof httpMethods)[number];
  path: string;
  /** Its place in the document, such as `#/paths/~1trustFramework~1keySets/get`. */
  pointer: string;
  /** The path's parameters, in the order of the path, then its own. */
  parameters: Parameter[];
  pathParameters: Parameter[];
  /** The name of its body's schema. */
  body: string | undefined;
  success: {
    status: string;
    /** The names of its headers. */
    headers: string[];
    /** The name of its body's schema. */
    data: string | undefined;
    /** The members that its body requires. */
    members: string[];
    /** The name of the schema of a list's items. */
    item: string | undefined;
  };
  definition: D;
}

/** Every operation of the contract, in the document's order. Schemas have names only where `$ref` gives them one. */
export function operationsOf(contract: Contract): Operation<Definition>[];
export function operationsOf(document: Document): Operation[];
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((method) => {
      const definition = item?.[method as OpenAPIV3.HttpMethods];
      if (!definition) return [];
      const parameters = [...(item.parameters ?? []), ...(definition.parameters ?? [])].map((parameter) =>
        parameterAt(document, parameter),
      );
      return {
        id: definition.operationId ?? "",
        method,
        path,
        pointer: joinPointer("#/paths", path, method),
        parameters,
        pathParameters: parameters.filter((parameter) => parameter.in === "path"),
        body: schemaName(definition.requestBody),
        // Few ask for it, and many ask for the operations.
        get success() {
          return successOf(document, definition);
        },
        definition,
      };
    }),
  );
}

function successOf(document: Document, { responses }: OpenAPIV3.OperationObject): Operation["success"] {
  const [status, response] = Object.entries(responses).find(([status]) => status.startsWith("2")) ?? ["", {}];
  const data = schemaName(response);
  const { properties, required = [] } = (document.components?.schemas?.[data ?? ""] ?? {}) as OpenAPIV3.SchemaObject;
  const list = properties?.value as OpenAPIV3.ArraySchemaObject | undefined;
  return {
    status,
    headers: Object.keys("headers" in response ? (response.headers ?? {}) : {}),
    data,
    members: required,
    item: nameOf(list?.items),
  };
}

/** The name of the schema of a JSON body. */
function schemaName(holder: object | undefined): string | undefined {
  const { content } = (holder ?? {}) as { content?: OpenAPIV3.RequestBodyObject["content"] };
  return nameOf(content?.["application/json"]?.schema);
}

const nameOf = (schema: object | undefined): string | undefined =>
  schema && "$ref" in schema ? String(schema.$ref).split("/").at(-1) : undefined;

const parameterAt = (document: Document, parameter: OpenAPIV3.ReferenceObject | OpenAPIV3.ParameterObject): Parameter =>
  ("$ref" in parameter ? resolvePointer(document, parameter.$ref) : parameter) as Parameter;
