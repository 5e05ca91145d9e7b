// JSON pointers (RFC 6901), with or without the # of a fragment.

/** A pointer with further segments. */
export const joinPointer = (pointer: string, ...segments: (string | number)[]): string =>
  [pointer, ...segments.map((segment) => String(segment).replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");

/** The segments of a pointer, without their escapes. */
export const pointerSegments = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));

/** The value at a `#/…` pointer, or undefined. */
export function resolvePointer(document: unknown, pointer: string): unknown {
  if (!pointer.startsWith("#/")) return undefined;
  let value = document;
  for (const segment of pointerSegments(pointer)) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, segment)) return undefined;
    value = (value as Record<string, unknown>)[segment];
  }
  return value;
}
