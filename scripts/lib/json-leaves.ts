import { LineCounter, parseDocument } from "yaml";

type Node = any;

import { joinPointer } from "./json-pointer.ts";

/** A scalar or an empty container, as JSON text: 3 and "3" differ. */
export type Leaf = string;

/** A JSON value's leaves by pointer. */
export function leaves(value: Node, path = "", found = new Map<string, Leaf>()): Map<string, Leaf> {
  const inside = value !== null && typeof value === "object" ? Object.entries<Node>(value) : [];
  if (inside.length === 0) found.set(path, JSON.stringify(value));
  for (const [name, child] of inside) leaves(child, joinPointer(path, name), found);
  return found;
}

/** A leaf as the page writes it: with the member's name, unless it is an item of an array. */
export function member(path: string, leaf: Leaf): string {
  const name = path.split("/").at(-1)!;
  return path === "" || /^\d+$/.test(name) ? leaf : `"${name}": ${leaf}`;
}

/** The forms in which the contract may carry a placeholder that a format refuses. */
export function encodings(leaf: Leaf): Leaf[] {
  const value: unknown = JSON.parse(leaf);
  return typeof value === "string"
    ? (["base64", "base64url"] as const).map((form) => JSON.stringify(Buffer.from(value).toString(form)))
    : [];
}

/** The longest part of a pointer that is in the value. */
export function nearest(path: string, value: Node): string {
  let found = "";
  for (const segment of path.split("/").slice(1)) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, segment)) break;
    value = value[segment];
    found += `/${segment}`;
  }
  return found;
}

// Parsing is most of an audit's time, and an audit asks for one text's places many times.
const parsed = new Map<string, { counter: LineCounter; document: ReturnType<typeof parseDocument> }>();

function parse(text: string) {
  const counter = new LineCounter();
  return { counter, document: parseDocument(text, { lineCounter: counter }) };
}

/** A pointer's line in the page. JSON is YAML, whose parser keeps the places. */
export function lines(text: string, first: number): (path: string) => number {
  if (!parsed.has(text)) parsed.set(text, parse(text));
  const { counter, document } = parsed.get(text)!;
  return (path) => {
    const node: Node = path === "" ? document.contents : document.getIn(path.split("/").slice(1), true);
    return first - 1 + counter.linePos(node?.range?.[0] ?? 0).line;
  };
}
