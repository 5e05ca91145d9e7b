import type { Failed } from "./error.js";

/** What the body of a failure says. */
export type Refusal = Pick<
  Failed,
  "code" | "target" | "details" | "requestId" | "clientRequestId" | "correlationId"
> & { message?: string | undefined };

const text = (value: unknown): string | undefined => (typeof value === "string" && value ? value : undefined);

/** What a body says, if it has OData's form; whatever else arrives says nothing. */
export function refusal(body: any): Refusal {
  const { code, message, target, details, innerError, innererror } = Object(body?.error);
  const ids = Object(innerError ?? innererror);
  return {
    code: text(code),
    message: text(message),
    target: text(target),
    details: Array.isArray(details) ? details.flatMap(detail) : undefined,
    requestId: text(ids["request-id"]),
    clientRequestId: text(ids["client-request-id"]),
    correlationId: text(ids.correlationId),
    ...unwrapped(message),
  };
}

function detail(error: unknown) {
  const { code, message, target } = refusal({ error });
  return code ? [{ code, message, target }] : [];
}

// The service has been seen to put an error as JSON text into the message of another.
function unwrapped(message: string): Refusal | undefined {
  const inner = object(message);
  const { code, message: says }: Refusal = inner ? refusal(inner.error ? inner : { error: inner }) : {};
  return code ? { code, message: says } : undefined;
}

/** The object of a JSON text, unless it is none. */
export function object(text: string): any {
  try {
    const value = JSON.parse(text);
    return Object(value) === value && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
