/**
 * Returns a path with its parameters in place, each within its own segment (RFC 3986, section 3.3): a path serializer of openapi-fetch.
 */
export function buildPath(path: string, parameters: Record<string, unknown>): string {
  // OData writes a key in quotes, so a quote must not reach the service as one.
  return path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(`${parameters[name]}`).replace(/'/g, "%27"));
}

/**
 * Checks a path parameter.
 *
 * @throws TypeError if it has no segment of its own: servers take `.` and `..` for another path, however they are encoded. Half of a
 *   surrogate pair has no encoding.
 */
export function checkPathParameter(operation: string, name: string, value: unknown): void {
  if (typeof value === "string" && !/^\.{0,2}$|\p{Surrogate}/u.test(value)) return;
  throw new TypeError(
    `${operation}: the path parameter "${name}" must be a string that isn't empty, ".", or "..", without half of a surrogate pair.`,
  );
}
