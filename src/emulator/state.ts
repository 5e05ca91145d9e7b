import { bytesOfBase64 } from "./base64.js";
import type { Switches } from "./behaviors.js";
import { InvalidValue, type Place, textOfPlace } from "./invalid-value.js";
import { type EmulatedKey, newKid } from "./key.js";
import { checkOneTypeAndUse } from "./key-set-rules.js";
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
 * The key sets of a seed. They are there since ever.
 *
 * @throws InvalidValue that says which place of the seed is wrong and what was expected.
 */
export function keySetsOf(seed: EmulatorSeed, switches: Switches): StoredKeySet[] {
  if (!Array.isArray(seed?.keySets))
    throw new InvalidValue('A seed must be an object with the list "keySets".', "seed");
  checkNames(seed, ["keySets"], []);
  const sets = seed.keySets.map((set, i) => keySetOf(set, ["keySets", i], switches));
  const fold = (id: string) => (switches["ids-ignore-case"] ? id.toLowerCase() : id);
  const twice = repeated(sets.map(({ id }) => fold(id)));
  if (twice >= 0) throw wrong(["keySets", twice, "id"], "another ID than those before it");
  return sets;
}

function keySetOf(set: EmulatorSeed["keySets"][number], place: Place, switches: Switches): StoredKeySet {
  checkNames(set, ["id", "keys"], place);
  const { id, keys: sent = [] } = set;
  if (typeof id !== "string" || id === "") throw wrong([...place, "id"], "a text");
  if (!Array.isArray(sent)) throw wrong([...place, "keys"], "a list");
  const keys = sent.map((key, index) => keyOf(key, { place: [...place, "keys", index], index }));
  const twice = repeated(keys.map(({ kid }) => kid));
  if (twice >= 0) throw wrong([...place, "keys", twice, "kid"], "another ID than those before it");
  try {
    checkOneTypeAndUse(keys, switches);
  } catch {
    throw wrong([...place, "keys"], "keys with one type and one use");
  }
  return { id, createdAt: -Infinity, keys };
}

/** The index of the first text that was there before, or -1. */
const repeated = (texts: readonly string[]): number => texts.findIndex((text, i) => texts.indexOf(text) < i);

/** @throws InvalidValue for anything else than an object with some of these members. */
function checkNames(value: unknown, names: readonly string[], place: Place): void {
  if (typeof value !== "object" || value === null) throw wrong(place, "an object");
  const other = Object.keys(value).find((name) => !names.includes(name));
  if (other !== undefined)
    throw new InvalidValue(
      `Invalid ${nameOf(place)} in the seed. Expected only the members ${names.join(", ")}.`,
      "seed",
      [...place, other],
    );
}

const wrong = (place: Place, expected: string): InvalidValue =>
  new InvalidValue(`Invalid ${nameOf(place)} in the seed. Expected ${expected}.`, "seed", place);

const nameOf = (place: Place): string => textOfPlace(place) || "value";

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
  x5c: {
    expected: "a list of texts in base64",
    accepts: (value) => Array.isArray(value) && value.every((text) => isText(text) && bytesOfBase64(text)),
  },
  x5t: { expected: "a text", accepts: isText },
  e: { expected: "a text", accepts: isText },
  n: { expected: "a text", accepts: isText },
};

function keyOf(seedKey: SeedKey, { place, index }: { place: Place; index: number }): EmulatedKey {
  checkNames(seedKey, Object.keys(members), place);
  const key = Object.fromEntries(
    Object.entries(seedKey).filter(([, value]) => value !== undefined),
  ) as unknown as SeedKey;
  for (const [name, value] of Object.entries(key)) {
    const { expected, accepts } = members[name as keyof EmulatedKey];
    if (!accepts(value)) throw wrong([...place, name], expected);
  }
  if (key.kty === undefined) throw wrong([...place, "kty"], members.kty.expected);
  if (key.kty === "RSA" ? !key.n !== !key.e : key.n || key.e) throw wrong(place, "n and e of an RSA key, or neither");
  const material = key.kty === "RSA" && !key.n ? { n: readyModuli[index % readyModuli.length] ?? "", e: "AQAB" } : {};
  return { kid: newKid(), status: "enabled", ...structuredClone(key), ...material };
}
