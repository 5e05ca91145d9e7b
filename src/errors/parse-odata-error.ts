import type { KeySetsErrorDetails } from "./keysets-error.js";

/** What the body of an error has in OData's form. */
export type ODataErrorDetails = Partial<
  Pick<KeySetsErrorDetails, "code" | "target" | "details" | "requestId" | "clientRequestId" | "correlationId">
> & { message?: string | undefined };

type Members = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === "string" && value ? value : undefined);

// Any value: what has no members has none of those asked for.
const membersOf = (value: unknown): Members => Object(value) as Members;

/** Returns what a body says, if it has OData's form. */
export function parseODataError(body: unknown): ODataErrorDetails {
  const { code, message, target, details, innerError, innererror } = membersOf(membersOf(body).error);
  const ids = membersOf(innerError ?? innererror);
  return {
    code: text(code),
    message: text(message),
    target: text(target),
    details: Array.isArray(details) ? details.slice(0, 10).flatMap(parseDetail) : undefined,
    requestId: text(ids["request-id"]),
    clientRequestId: text(ids["client-request-id"]),
    correlationId: text(ids.correlationId),
    ...parseNestedError(message),
  };
}

function parseDetail(error: unknown) {
  const { code, message, target } = parseODataError({ error });
  return code ? [{ code, message, target }] : [];
}

// The service has been seen to put an error as JSON text into the message of another.
function parseNestedError(message: unknown): ODataErrorDetails {
  const inner = typeof message === "string" ? parseJsonObject(message) : undefined;
  const { code, message: said } = inner ? parseODataError(inner.error ? inner : { error: inner }) : {};
  return code ? { code, message: said } : {};
}

/** Returns the object of a JSON text, or undefined if it is something else. */
export function parseJsonObject(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Object(value) === value && !Array.isArray(value) ? (value as Members) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns the service's code in the text of a body. */
export const codeIn = (text: string): string | undefined => parseODataError(parseJsonObject(text)).code;
