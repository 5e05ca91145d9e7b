import type { Document } from "../contract/document.ts";
import { type Operation, operationsOf } from "../contract/operations.ts";
import { referredTo } from "../contract/references.ts";
import type { Conflict } from "./load.ts";

/** Whether a conflict concerns an operation itself, and not only what the operation shares with others. */
export const concernsItself = ({ pointer }: Operation, { contract }: Conflict): boolean =>
  liesWithin(contract.at, [pointer]);

/** The operations that a conflict concerns, in themselves or in a schema, header, parameter, or response that they share. */
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

/** What every operation depends on without a reference. */
const common = ["#/info", "#/servers", "#/security", "#/components/securitySchemes"];

const liesWithin = (pointers: string[], places: string[]): boolean =>
  pointers.some((pointer) => places.some((place) => pointer === place || pointer.startsWith(`${place}/`)));
