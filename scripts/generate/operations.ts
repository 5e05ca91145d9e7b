import type { OpenAPIV3 } from "openapi-types";
import type { Document } from "./bundle.ts";

/** What the contract says of an operation beyond OpenAPI's own fields. */
interface Extensions {
  "x-stage": "current" | "draft" | "undocumented";
  "x-permissions": Record<"delegated" | "application", { least: string[]; higher: string[] }>;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  /** In the order of the path. */
  pathParameters: OpenAPIV3.ParameterObject[];
  definition: OpenAPIV3.OperationObject<Extensions>;
}

/** Every operation of the document, in the document's order. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.values({ get: "get", post: "post", put: "put", patch: "patch", delete: "delete" } as const).flatMap((method) => {
      const definition = item?.[method] as OpenAPIV3.OperationObject<Extensions> | undefined;
      if (!definition) return [];
      const pathParameters = (item?.parameters ?? []).map((parameter) => component(document, parameter));
      return [{ id: definition.operationId as string, method, path, pathParameters, definition }];
    }),
  );
}

function component(document: Document, parameter: OpenAPIV3.ReferenceObject | OpenAPIV3.ParameterObject): OpenAPIV3.ParameterObject {
  if (!("$ref" in parameter)) return parameter;
  return document.components!.parameters![parameter.$ref.split("/").at(-1)!] as OpenAPIV3.ParameterObject;
}
