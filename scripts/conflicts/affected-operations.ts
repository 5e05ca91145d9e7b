import { type Operation, operationsOf } from "../contract/operations.ts";
import { referredTo } from "../contract/references.ts";
import { joinPointer } from "../lib/json-pointer.ts";
import type { Conflict } from "./load.ts";
import type { Document } from "../contract/document.ts";

/** Whether a conflict has to do with an operation itself, and not only with what the operation shares with others. */
export const concernsItself = ({ path, method }: Operation, { contract }: Conflict): boolean =>
  liesWithin(contract.at, [joinPointer("#/paths", path, method)]);

/** Tells which operations a conflict concerns, in themselves or in a schema, header, parameter or answer that they refer to. */
export function concerned(document: Document): (conflict: Conflict) => Operation[] {
  const all = operationsOf(document).map((operation) => ({
    operation,
    shared: [...common, ...referredTo(document, [document.paths[operation.path]?.parameters, operation.definition])],
  }));
  return (conflict) =>
    all
      .filter(
        ({ operation, shared }) => concernsItself(operation, conflict) || liesWithin(conflict.contract.at, shared),
      )
      .map(({ operation }) => operation);
}

/** What every operation rests on without a reference. */
const common = ["#/info", "#/servers", "#/security", "#/components/securitySchemes"];

const liesWithin = (pointers: string[], places: string[]): boolean =>
  pointers.some((pointer) => places.some((place) => pointer === place || pointer.startsWith(`${place}/`)));
