const secret = /^(k|d[pq]?|p|qi?|[rt]|key|password)$/; // r and t are of further primes (RFC 7518, section 6.3.2.7)

/** The values in a body that no error may repeat. */
export function secretsIn(body: unknown): string[] {
  if (Object(body) !== body) return [];
  return Object.entries(body as object).flatMap(([name, value]) =>
    typeof value !== "string" ? secretsIn(value) : secret.test(name) ? [value] : [],
  );
}

/** Takes secrets out of a text. */
export type Hide = (text: string) => string;

/** Hides secrets as they were sent, as JSON text has them, and as an address has them. */
export function hiding(secrets: string[]): Hide {
  // A shorter one is found in any text by chance; to hide it there would tell it.
  const forms = secrets
    .filter(({ length }) => length > 3)
    .flatMap((hidden) => {
      const encodable = hidden.replace(/\p{Surrogate}/gu, "\ufffd");
      return [hidden, JSON.stringify(hidden).slice(1, -1), encodeURIComponent(encodable)];
    });
  // One that has another in it goes first, or its rest would stay.
  forms.sort((one, other) => other.length - one.length);
  return (text) => forms.reduce((shown, form) => shown.replaceAll(form, "[redacted]"), text);
}

/** A copy without secrets. */
export const redacted = <T>(value: T, hide: Hide): T =>
  JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "string" ? hide(part) : part));

/** A copy of an error with what tells its reason alone: the platform's errors can have bytes of the answer in them, and others the request. */
export function bare(error: any, hide: Hide, depth = 3): Error | undefined {
  if (!error || !depth) return undefined;
  const { name = "Error", message = `${error}`, code, cause } = error;
  const reason = bare(cause, hide, depth - 1);
  // Its own stack would lead into this package.
  return Object.assign(
    new Error("", reason && { cause: reason }),
    redacted({ name, message, code, stack: `${name}: ${message}` }, hide),
  );
}
