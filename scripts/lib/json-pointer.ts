// JSON pointers (RFC 6901), with or without the # of a fragment.

/** A pointer with further segments. */
export const joinPointer = (pointer: string, ...segments: (string | number)[]): string =>
  [pointer, ...segments.map(escapeSegment)].join("/");

function escapeSegment(segment: string | number): string {
  const text = String(segment);
  return /[~/]/.test(text) ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text;
}

/** The segments of a pointer, without their escapes. */
export const pointerSegments = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));

/** A pointer and those above it, the longest first. */
export const selfAndAncestors = (pointer: string): string[] =>
  pointer.split("/").map((_, i, segments) => segments.slice(0, segments.length - i).join("/"));

/** The shortest part of a pointer that doesn't exist in a document, or undefined. */
export const firstMissing = (document: unknown, pointer: string): string | undefined =>
  selfAndAncestors(pointer)
    .filter((part) => part !== "#" && resolvePointer(document, part) === undefined)
    .at(-1);

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
