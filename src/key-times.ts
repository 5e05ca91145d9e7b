/** A key, or what else has a time of expiry. */
interface Expiring {
  exp?: number | string | null | undefined;
}

/**
 * Returns when a key expires. Undefined if it doesn't say.
 *
 * @example expiresAt(key)?.toISOString() // "2027-01-01T00:00:00.000Z"
 */
export function expiresAt(key: Expiring): Date | undefined {
  const { exp } = Object(key) as Expiring;
  // The documentation shows the time of a single key as text.
  const isTime = typeof exp === "number" || (typeof exp === "string" && /^-?\d+$/.test(exp));
  const date = new Date(isTime ? Number(exp) * 1000 : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * Returns a date in whole seconds since 1970-01-01T00:00:00Z, as `nbf` and `exp` take it.
 *
 * @example await client.generateKey(id, { use: "sig", kty: "RSA", exp: toSeconds(new Date("2027-01-01")) });
 * @throws TypeError if the value isn't a valid Date.
 */
export function toSeconds(date: Date): number {
  let milliseconds = Number.NaN;
  try {
    // Reads a Date of any realm, and nothing else.
    milliseconds = Date.prototype.getTime.call(date);
  } catch {
    // Said below.
  }
  if (Number.isNaN(milliseconds)) throw new TypeError("toSeconds: expected a valid Date, such as new Date().");
  return Math.floor(milliseconds / 1000);
}
