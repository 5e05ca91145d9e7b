import type { Switches } from "./behaviors.js";
import type { EmulatedKey } from "./key.js";
import { listedError } from "./service-error.js";

/**
 * Checks that keys can be in one key set: they have one type and one use.
 *
 * @throws ServiceError `AADB2C95032` for a second type, `AADB2C95042` for a second use.
 */
export function checkOneTypeAndUse(keys: readonly Pick<EmulatedKey, "kty" | "use">[], switches: Switches): void {
  if (!switches["one-type-and-one-use"]) return;
  if (differ(keys.map(({ kty }) => kty))) throw listedError("AADB2C95032");
  if (differ(keys.map(({ use }) => use))) throw listedError("AADB2C95042");
}

/** A value that is missing differs from none. */
const differ = (values: (string | undefined)[]): boolean =>
  new Set(values.filter((value) => value !== undefined)).size > 1;
