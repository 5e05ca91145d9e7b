import type { KeySetOperations } from "../generated/client.js";
import type { TrustFrameworkKeySet } from "../generated/types.js";
import { isAlreadyThere, isMissing } from "./errors/known-codes.js";
import { keySetId } from "./key-set-id.js";
import type { CallOptions } from "./options/options.js";
import type { Failure, Success } from "./responses/result.js";
import { systemClock } from "./transport/system-clock.js";

/** A key set that exists now. */
export interface EnsuredKeySet extends Success<TrustFrameworkKeySet> {
  /** Whether this call created it. */
  created: boolean;
}

const mostReads = 6;
const readPause = 2000;

/**
 * Returns the key set with a name, and creates it first if it doesn't exist. You can call it any number of times.
 *
 * @param client The client, or any object with these two methods.
 * @param name The name with or without the prefix `B2C_1A_`.
 * @returns The result with the key set, and in `created` whether this call created it.
 * @example const { data, error, created } = await ensureKeySet(client, "SigningKeys");
 */
export async function ensureKeySet(
  client: Pick<KeySetOperations, "getKeySet" | "createKeySet">,
  name: string,
  options?: CallOptions,
): Promise<EnsuredKeySet | (Failure & { created?: undefined })> {
  const id = keySetId(name);
  const found = await client.getKeySet(id, options);
  if (!isMissing(found.error)) return found.error ? found : { ...found, created: false };
  const made = await client.createKeySet({ id }, options);
  if (!made.error) return { ...made, created: true };
  if (!isAlreadyThere(made.error)) return made;
  // Another program created it in between. A new key set takes a while before it can be read everywhere.
  for (let reads = 0; reads < mostReads; reads++) {
    if (reads > 0) await systemClock.wait(readPause, options?.signal).catch(() => {});
    const other = await client.getKeySet(id, options);
    if (!other.error) return { ...other, created: false };
    if (!isMissing(other.error)) return other;
  }
  return made;
}
