/** The value. If there is none, the test fails with a message that names what is missing. */
export function must<T>(value: T | null | undefined, name: string): T {
  if (value === undefined || value === null) throw new Error(`expected ${name}, but there is none`);
  return value;
}
