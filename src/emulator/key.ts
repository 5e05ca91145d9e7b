import { randomBytes } from "node:crypto";

/** A key as the emulator keeps it: its public properties only. What is secret is checked when it arrives and then forgotten. */
export interface EmulatedKey {
  kid: string;
  /** `RSA` or `oct`. */
  kty: string;
  /** `sig` or `enc`. */
  use?: string;
  status: "enabled" | "disabled";
  /** When the key becomes valid, in seconds since 1970-01-01T00:00:00Z. */
  nbf?: number;
  /** When the key expires, in seconds since 1970-01-01T00:00:00Z. */
  exp?: number;
  /** The certificates in base64, the one of the key first. */
  x5c?: readonly string[];
  x5t?: string;
  e?: string;
  n?: string;
}

/** A new ID of a key, in the form of those that the documentation shows: 32 bytes in base64url. */
export const newKid = (): string => randomBytes(32).toString("base64url");

/** Whether policies can use a key at a time, in seconds since 1970-01-01T00:00:00Z. */
const isUsable = ({ status, nbf, exp }: EmulatedKey, now: number): boolean =>
  status === "enabled" && (nbf === undefined || nbf <= now) && (exp === undefined || exp > now);

/**
 * The key of a set that policies use at a time: of the usable ones the one with the latest start. Keys without a start come last.
 *
 * @param latestAdded whether the key that was added last wins a tie.
 */
export function activeKey(keys: readonly EmulatedKey[], now: number, latestAdded: boolean): EmulatedKey | undefined {
  let active: EmulatedKey | undefined;
  for (const key of keys) {
    if (!isUsable(key, now)) continue;
    const difference = active ? startOf(key) - startOf(active) : 1;
    if (difference > 0 || (difference === 0 && latestAdded)) active = key;
  }
  return active;
}

const startOf = ({ nbf }: EmulatedKey): number => nbf ?? -1;
