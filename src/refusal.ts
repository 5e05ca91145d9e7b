import type { Failed } from "./error.js";

/** What the body of a failure says. */
export type Refusal = Pick<Failed, "code" | "target" | "details" | "requestId" | "clientRequestId" | "correlationId"> & { message?: string | undefined };

const text = (value: unknown): string | undefined => (typeof value === "string" && value ? value : undefined);

/** What a body says, if it has OData's form; whatever else arrives says nothing. */
export function refusal(body: any): Refusal {
  const error = body?.error;
  const ids = error?.innerError ?? error?.innererror;
  const code = text(error?.code);
  return {
    code,
    message: text(error?.message),
    target: text(error?.target),
    details: code && Array.isArray(error.details) ? error.details.filter((detail: any) => text(detail?.code)) : undefined,
    requestId: text(ids?.["request-id"]),
    clientRequestId: text(ids?.["client-request-id"]),
    correlationId: text(ids?.correlationId),
    ...unwrapped(error?.message),
  };
}

// The service has been seen to put an error as JSON text into the message of another.
function unwrapped(message: string): Refusal | undefined {
  try {
    const inner = JSON.parse(message);
    const { code, message: says } = refusal(inner.error ? inner : { error: inner });
    return code ? { code, message: says } : undefined;
  } catch {
    return undefined;
  }
}

const secret = /^(k|d[pq]?|p|qi?|key|password)$/;

/** The values in a body that no error may repeat. */
export function secretsIn(body: unknown): string[] {
  if (Object(body) !== body) return [];
  return Object.entries(body as object).flatMap(([name, value]) => (typeof value !== "string" ? secretsIn(value) : secret.test(name) ? [value] : []));
}

/** A copy that does not repeat secrets, in case the service repeats what it was sent. */
export function redacted<T>(value: T, secrets: string[]): T {
  const hide = (shown: string): string => secrets.filter(({ length }) => length > 3).reduce((text, hidden) => text.replaceAll(hidden, "[redacted]"), shown);
  return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "string" ? hide(part) : part));
}
