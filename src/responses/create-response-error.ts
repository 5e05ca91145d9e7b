import type { CallRecord } from "../call-record.js";
import { createError, type ErrorFacts } from "../errors/create-error.js";
import type { KeySetsError } from "../errors/keysets-error.js";
import { parseJsonObject, parseODataError } from "../errors/parse-odata-error.js";
import { readRetryAfter } from "./read-retry-after.js";

/** Returns what the head of a response says. */
export function factsOf({ status, headers }: Pick<Response, "status" | "headers">, now: number) {
  return {
    status: status || undefined,
    retryAfter: readRetryAfter(headers, now),
    requestId: headers.get("request-id") ?? undefined,
    clientRequestId: headers.get("client-request-id") ?? undefined,
  };
}

/** Returns the error of a response with an error status. `cause` is why its body can't be read. */
export function createResponseError(
  record: CallRecord,
  { response, text, cause }: { response: Pick<Response, "status" | "headers">; text: string; cause?: unknown },
  now: number,
): KeySetsError {
  const { message, ...body } = parseODataError(parseJsonObject(text));
  const known = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const facts: ErrorFacts = { ...factsOf(response, now), ...known, said: message, cause };
  return body.code
    ? createError(record, "service", `${response.status}`, facts)
    : createError(record, "http", `status ${response.status}, and the body isn't the service's error format`, facts);
}
