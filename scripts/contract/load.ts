import SwaggerParser from "@apidevtools/swagger-parser";
import { joinPointer } from "../lib/json-pointer.ts";
import { unreadable } from "./bundle.ts";

/** A JSON object of the contract, whose shape the linters hold. */
export type Node = any;

/** The whole OpenAPI document, its `$ref`s followed. */
export type Contract = Node;

/** An operation and its place in the contract. */
export interface Operation {
  pointer: string;
  method: string;
  path: string;
  node: Node;
}

const methods = ["get", "put", "post", "delete", "patch"];

/** Reads the contract and follows its references, so that a pointer is a plain walk. */
export const loadContract = (file: string): Promise<Contract> => SwaggerParser.dereference(file).catch(unreadable);

/** All operations, in the order of the document. */
export function operations(contract: Contract): Operation[] {
  return Object.entries<Node>(contract.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => ({
        pointer: joinPointer("#/paths", path, method),
        method: method.toUpperCase(),
        path,
        node: item[method],
      })),
  );
}

/** The parameters of an operation, with those that its path declares. */
export const parameters = (contract: Contract, operation: Operation): Node[] => [
  ...(contract.paths[operation.path].parameters ?? []),
  ...(operation.node.parameters ?? []),
];

/** The component schemas by the title that Graph gives the type. */
export const schemasByTitle = (contract: Contract): Map<string, Node> =>
  new Map(Object.values<Node>(contract.components.schemas).map((schema) => [schema.title, schema]));

/** Whether a caller must send a token, and every way to do so carries one in `Authorization: Bearer`. */
export function needsBearer(contract: Contract, operation: Operation): boolean {
  const ways: Node[] = operation.node.security ?? contract.security ?? [];
  const carriesBearer = (name: string): boolean => {
    const scheme = contract.components.securitySchemes[name];
    return scheme?.type === "oauth2" || scheme?.type === "openIdConnect" || scheme?.scheme === "bearer";
  };
  return ways.length > 0 && ways.every((way) => Object.keys(way).some(carriesBearer));
}

/** The title of the type that a body has, or that its list is made of. */
export const typeInBody = (schema: Node): string => (schema?.properties?.value?.items ?? schema)?.title;
