/** The value, which must exist. */
export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The site lacks ${what}.`);
  return value;
}
