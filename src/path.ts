import type { Operation } from "./operation.js";

/**
 * The path of an operation with its parameters in place, each kept within its own segment (RFC 3986, section 3.3).
 *
 * @throws TypeError if a parameter is no string, is empty, or is `.` or `..`: every client and server takes these two for
 *   another path, however they are encoded. A lone surrogate has no encoding either.
 */
export function pathOf({ id, path }: Operation, next: () => unknown): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => {
    const value = next();
    if (typeof value !== "string" || /^\.{0,2}$|\p{Surrogate}/u.test(value)) {
      throw new TypeError(
        `${id}: the path parameter "${name}" must be a string, neither empty nor "." nor "..", without half of a surrogate pair.`,
      );
    }
    // OData writes a key in quotes, so a quote must not reach the service as one.
    return encodeURIComponent(value).replaceAll("'", "%27");
  });
}
