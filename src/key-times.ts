/** A key, or what else has a time of expiry. */
interface Expiring {
  exp?: number | string | null | undefined;
}

/**
 * Returns when a key expires. Undefined if it doesn't say.
 *
 * @example expiresAt(key)?.toISOString() // "2027-01-01T00:00:00.000Z"
 */
export function expiresAt({ exp }: Expiring): Date | undefined {
  // The documentation shows the time of a single key as text.
  const date = new Date(Number(exp || Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * Returns a date in whole seconds since 1970-01-01T00:00:00Z, as `nbf` and `exp` take it.
 *
 * @example await client.generateKey(id, { use: "sig", kty: "RSA", exp: toSeconds(new Date("2027-01-01")) });
 * @throws TypeError if the value isn't a valid Date.
 */
export function toSeconds(date: Date): number {
  const milliseconds = Object.prototype.toString.call(date) === "[object Date]" ? date.getTime() : Number.NaN;
  if (Number.isNaN(milliseconds)) throw new TypeError("toSeconds: expected a valid Date, such as new Date().");
  return Math.floor(milliseconds / 1000);
}
