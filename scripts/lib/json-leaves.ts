import { joinPointer, pointerSegments } from "./json-pointer.ts";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A scalar or an empty container, as JSON text: 3 and "3" differ. */
export type Leaf = string;

/** A JSON value's leaves by pointer. */
export function leaves(value: unknown, pointer = ""): Map<string, Leaf> {
  const inside = value !== null && typeof value === "object" ? Object.entries(value) : [];
  if (inside.length === 0) return new Map([[pointer, JSON.stringify(value)]]);
  return new Map(inside.flatMap(([name, child]) => [...leaves(child, joinPointer(pointer, name))]));
}

/** A leaf as a page writes it: with the member's name, unless it is an item of an array. */
export function member(pointer: string, leaf: Leaf): string {
  const name = pointerSegments(pointer).at(-1) ?? "";
  return name === "" || /^\d+$/.test(name) ? leaf : `"${name}": ${leaf}`;
}

/** The longest part of a pointer that exists in a value. */
export function nearest(pointer: string, value: Json): string {
  let [found, node] = ["", value];
  for (const segment of pointerSegments(pointer)) {
    if (node === null || typeof node !== "object" || !Object.hasOwn(node, segment)) break;
    node = (node as { [name: string]: Json })[segment] ?? null;
    found = joinPointer(found, segment);
  }
  return found;
}
