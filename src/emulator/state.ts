import { type EmulatedKey, newKid } from "./key.js";
import type { StoredKeySet } from "./key-set-store.js";
import { readyModuli } from "./ready-moduli.js";

/** The key sets of the emulator, without anything secret. */
export interface EmulatorState {
  keySets: { id: string; keys: EmulatedKey[] }[];
}

/** A key to start with. */
export interface SeedKey extends Partial<EmulatedKey> {
  kty: string;
}

/**
 * Key sets to start with: a state, or less. A key without `kid` gets one, a key without `status` is enabled, and an RSA key without
 * `n` and `e` gets those of a ready key.
 */
export interface EmulatorSeed {
  keySets: readonly { id: string; keys?: readonly SeedKey[] }[];
}

/** A copy of the key sets for a reader. */
export const stateOf = (sets: readonly StoredKeySet[]): EmulatorState =>
  structuredClone({ keySets: sets.map(({ id, keys }) => ({ id, keys: [...keys] })) });

/**
 * The key sets of a seed.
 *
 * @param createdAt when they were created, in seconds since 1970-01-01T00:00:00Z.
 * @throws TypeError that says which place of the seed is wrong and what was expected.
 */
export function keySetsOf(seed: EmulatorSeed, createdAt: number): StoredKeySet[] {
  if (!Array.isArray(seed?.keySets)) throw new TypeError('A seed must be an object with the list "keySets".');
  return seed.keySets.map(({ id, keys = [] }, set) => {
    if (typeof id !== "string" || id === "") throw wrong(`keySets[${set}].id`, "a text");
    if (!Array.isArray(keys)) throw wrong(`keySets[${set}].keys`, "a list");
    return { id, createdAt, keys: keys.map((key, i) => keyOf(key, { place: `keySets[${set}].keys[${i}]`, index: i })) };
  });
}

const wrong = (place: string, expected: string): TypeError =>
  new TypeError(`Invalid ${place} in the seed. Expected ${expected}.`);

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isTime = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const oneOf = (...values: string[]) => ({
  expected: values.map((value) => `"${value}"`).join(" or "),
  accepts: (value: unknown) => values.includes(value as string),
});

const members: Record<keyof EmulatedKey, { expected: string; accepts: (value: unknown) => boolean }> = {
  kid: { expected: "a text", accepts: isText },
  kty: oneOf("RSA", "oct"),
  use: oneOf("sig", "enc"),
  status: oneOf("enabled", "disabled"),
  nbf: { expected: "seconds since 1970-01-01T00:00:00Z", accepts: isTime },
  exp: { expected: "seconds since 1970-01-01T00:00:00Z", accepts: isTime },
  x5c: { expected: "a list of texts", accepts: (value) => Array.isArray(value) && value.every(isText) },
  x5t: { expected: "a text", accepts: isText },
  e: { expected: "a text", accepts: isText },
  n: { expected: "a text", accepts: isText },
};

function keyOf(key: SeedKey, { place, index }: { place: string; index: number }): EmulatedKey {
  if (typeof key !== "object" || key === null) throw wrong(place, "an object");
  for (const [name, value] of Object.entries(key)) {
    if (!Object.hasOwn(members, name)) throw wrong(place, `only the members ${Object.keys(members).join(", ")}`);
    const { expected, accepts } = members[name as keyof EmulatedKey];
    if (!accepts(value)) throw wrong(`${place}.${name}`, expected);
  }
  if (key.kty === undefined) throw wrong(`${place}.kty`, members.kty.expected);
  const material = key.kty === "RSA" && !key.n ? { n: readyModuli[index % readyModuli.length] ?? "", e: "AQAB" } : {};
  return { kid: newKid(), status: "enabled", ...structuredClone(key), ...material };
}
