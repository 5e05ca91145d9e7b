import { readFileSync } from "node:fs";
import { type Operation, operationsOf } from "../../scripts/contract/operations.ts";
import type { Document } from "../../scripts/contract/document.ts";

const { CONTRACT: broken } = process.env;

/** The contract as it stands in spec/, bundled once for a test file; `npm run mutation:test` names a broken copy in its stead. */
export const document: Document = broken
  ? JSON.parse(readFileSync(broken, "utf8"))
  : await (await import("../../scripts/contract/bundle.ts")).bundle();

export const operations = new Map(operationsOf(document).map((operation) => [operation.id, operation]));

export function operationOf(id: string): Operation {
  const operation = operations.get(id);
  if (!operation) throw new Error(`no operation ${id} in the contract`);
  return operation;
}

/** What a node refers to, or the node itself. */
export function resolve(node: any): any {
  if (!node?.$ref) return node;
  const keys: string[] = node.$ref.slice(2).split("/");
  return keys.reduce(
    (parent: any, key) => parent[decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")],
    document,
  );
}
