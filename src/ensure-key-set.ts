import type { KeySetOperations } from "../generated/client.js";
import type { TrustFrameworkKeySet } from "../generated/types.js";
import { isAlreadyThere, isMissing } from "./errors/known-codes.js";
import { keySetId } from "./key-set-id.js";
import type { CallOptions } from "./options/options.js";
import type { Failure, Success } from "./responses/result.js";

/** A key set that exists now. */
export interface EnsuredKeySet extends Success<TrustFrameworkKeySet> {
  /** Whether this call created it. */
  created: boolean;
}

/** Returns a key set by its name, and creates it first if it doesn't exist. */
export async function ensureKeySet(
  { getKeySet, createKeySet }: Pick<KeySetOperations, "getKeySet" | "createKeySet">,
  name: string,
  options?: CallOptions,
): Promise<EnsuredKeySet | Failure> {
  const id = keySetId(name);
  const found = await getKeySet(id, options);
  if (!isMissing(found.error)) return found.error ? found : { ...found, created: false };
  const made = await createKeySet({ id }, options);
  if (!made.error) return { ...made, created: true };
  if (!isAlreadyThere(made.error)) return made;
  // Another program created it in between.
  const other = await getKeySet(id, options);
  return other.error ? other : { ...other, created: false };
}
