import { bundle } from "../../scripts/generate/bundle.ts";
import { type Operation, operationsOf } from "../../scripts/generate/operations.ts";

/** The contract as it stands in spec/, bundled once for a test file. */
export const document = await bundle();

export const operations = new Map(operationsOf(document).map((operation) => [operation.id, operation]));

export function operationOf(id: string): Operation {
  const operation = operations.get(id);
  if (!operation) throw new Error(`no operation ${id} in the contract`);
  return operation;
}
