import type { Document } from "../contract/document.ts";
import { operationsOf } from "../contract/operations.ts";
import { referredTo } from "../contract/references.ts";
import type { Side } from "./change.ts";

/** Whom a named schema affects: callers if it's sent, readers if it comes back, or both. */
export function sidesOfSchema(document: Document, name: string): Side[] {
  const pointer = `#/components/schemas/${name}`;
  const definitions = operationsOf(document).map(({ definition }) => definition);
  const parts = {
    callers: definitions.map(({ requestBody }) => requestBody),
    readers: definitions.map(({ responses }) => responses),
  };
  return (["callers", "readers"] as const).filter((side) => referredTo(document, parts[side]).has(pointer));
}
