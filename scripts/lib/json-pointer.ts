// JSON pointers (RFC 6901), with or without the # of a fragment.

/** Appends segments to a pointer. */
export const joinPointer = (pointer: string, ...segments: (string | number)[]): string =>
  [pointer, ...segments.map((segment) => String(segment).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");

/** A pointer and those above it, the nearest first. */
export const selfAndAncestors = (pointer: string): string[] =>
  pointer.split("/").map((_, i, segments) => segments.slice(0, segments.length - i).join("/"));

/** What a `#/…` pointer points at, or undefined. */
export function resolvePointer(document: any, pointer: string): any {
  if (!pointer.startsWith("#/")) return undefined;
  return pointer
    .slice(2)
    .split("/")
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce(
      (node, segment) =>
        node !== null && typeof node === "object" && Object.hasOwn(node, segment) ? node[segment] : undefined,
      document,
    );
}
