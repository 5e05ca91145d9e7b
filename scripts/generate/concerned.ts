import { at } from "../audit/claim.ts";
import { resolve } from "../audit/contract.ts";
import type { Conflict } from "../audit/ledger.ts";
import type { Document } from "./bundle.ts";
import { type Operation, operationsOf } from "./operations.ts";

/** Whether a conflict has to do with an operation itself, and not only with what the operation shares with others. */
export const concernsItself = ({ path, method }: Operation, { contract }: Conflict): boolean =>
  liesWithin(contract.at, [at("#/paths", path, method)]);

/** Tells which operations a conflict concerns, in themselves or in a schema, header, parameter or answer that they refer to. */
export function concerned(document: Document): (conflict: Conflict) => Operation[] {
  const all = operationsOf(document).map((operation) => ({
    operation,
    shared: [...common, ...referredTo(document, [document.paths[operation.path]?.parameters, operation.definition])],
  }));
  return (conflict) =>
    all.filter(({ operation, shared }) => concernsItself(operation, conflict) || liesWithin(conflict.contract.at, shared)).map(({ operation }) => operation);
}

/** What every operation rests on without a reference. */
const common = ["#/info", "#/servers", "#/security", "#/components/securitySchemes"];

const liesWithin = (pointers: string[], places: string[]): boolean =>
  pointers.some((pointer) => places.some((place) => pointer === place || pointer.startsWith(`${place}/`)));

/** Every reference in a part of the document, and in what it refers to. */
export function referredTo(document: Document, part: unknown): Set<string> {
  const found = new Set<string>();
  const follow = (node: unknown): void => {
    for (const [, fragment] of JSON.stringify(node).matchAll(/"\$ref":"(#[^"]+)"/g)) {
      const reference = decodeURIComponent(fragment!); // a brace of a path is written %7B (RFC 6901, section 6)
      if (found.has(reference)) continue;
      found.add(reference);
      follow(resolve(document, reference));
    }
  };
  follow(part);
  return found;
}
