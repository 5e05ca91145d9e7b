import type { CallRecord } from "../call-record.js";
import { createError, type ErrorFacts } from "../errors/create-error.js";
import type { KeySetsError } from "../errors/keysets-error.js";
import { codeIn } from "../errors/parse-odata-error.js";
import type { Clock, FetchedResponse, FetchInit } from "../options/options.js";
import { parseUrl } from "../options/service-root.js";
import { createResponseError, factsOf } from "../responses/create-response-error.js";
import type { Limit } from "./limit.js";
import { readNetworkFailure } from "./network-failures.js";
import { discardBody, InvalidBody, readBody } from "./read-body.js";
import { isRejected } from "./retry-delay.js";

/** A request as it goes to `fetch`, but for its token. */
export interface TransportRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
}

/** A response and its complete body. */
export interface ReceivedResponse {
  response: Response;
  text: string;
  /** Why the body of an error can't be read. */
  cause?: unknown;
}

/** What came of an attempt: a response, an error, or a response with an error status and the error that it stands for. */
export interface Outcome {
  received?: ReceivedResponse;
  error?: KeySetsError;
  /** Whether the error is a network failure that is known to pass. */
  isTransient?: boolean;
}

/** What sends a request, and for which call. */
export interface Attempt {
  fetch: (url: string, init: FetchInit) => Promise<FetchedResponse>;
  token: string;
  record: CallRecord;
  limit: Limit;
  clock: Clock;
}

export const isWrite = (method: string): boolean => !["GET", "HEAD", "OPTIONS"].includes(method);

export const isSuccess = ({ status }: Pick<Response, "status">): boolean => status >= 200 && status < 300;

/** Sends a request once and returns what came of it. */
export async function sendRequest(request: TransportRequest, attempt: Attempt): Promise<Outcome> {
  const { fetch, token, record, limit, clock } = attempt;
  const { url, method } = request;
  record.attempts++;
  record.phase = "request";
  record.mayHaveApplied ||= isWrite(method);

  let response: Response;
  try {
    response = (await fetch(url, initOf(request, token, limit))) as Response;
  } catch (cause) {
    return networkFailure(cause);
  }
  if (limit.reached) {
    discardBody(response);
    throw limit.reason;
  }
  assertResponse(response);
  record.head = response;
  const { status } = response;
  const redirect = redirectOf(response, url);
  if (redirect) {
    discardBody(response);
    // "See other" can be the response to a write that was applied (RFC 9110, section 15.4.4), and 302 is used alike.
    if (!response.redirected && status !== 302 && status !== 303) record.mayHaveApplied = record.mayHaveAppliedBefore;
    return failure("redirect", redirect.text, { said: redirect.host });
  }

  try {
    const text = await readBody(response, limit, !isSuccess(response));
    const received = { response, text };
    return isSuccess(response) ? { received } : errorOutcome(record, received, clock);
  } catch (cause) {
    if (limit.reached) throw cause;
    // The status of an error counts without its body.
    if (!isSuccess(response)) return errorOutcome(record, { response, text: "", cause }, clock);
    if (cause instanceof InvalidBody) return failure("response", `status ${status}, but the body ${cause.message}`);
    return networkFailure(cause, response);
  }

  function failure(kind: "redirect" | "response", what: string, facts: ErrorFacts = {}): Outcome {
    return { error: createError(record, kind, what, { ...factsOf(response, clock.now()), ...facts }) };
  }

  function networkFailure(cause: unknown, response?: Response): Outcome {
    // Nobody waits for this attempt any longer, and the call may be in its next.
    if (limit.reached) throw cause;
    const { isTransient, wasSent } = readNetworkFailure(cause);
    if (!wasSent) record.mayHaveApplied = record.mayHaveAppliedBefore;
    const what = wasSent ? "the request failed before a complete response arrived" : "couldn't connect";
    return {
      error: createError(record, "network", what, { ...(response && factsOf(response, clock.now())), cause }),
      isTransient,
    };
  }
}

/** Returns what came of an attempt whose response has an error status. */
export function errorOutcome(record: CallRecord, received: ReceivedResponse, clock: Clock): Outcome {
  if (isRejected(received.response.status, codeIn(received.text))) record.mayHaveApplied = record.mayHaveAppliedBefore;
  return { received, error: createResponseError(record, received, clock.now()) };
}

function initOf({ method, headers, body }: TransportRequest, token: string, limit: Limit): FetchInit {
  return {
    method,
    headers: { ...headers, authorization: `Bearer ${token}` },
    body,
    redirect: "manual",
    get signal() {
      return limit.signal;
    },
  };
}

/** Returns where a response redirects to, if it does. */
function redirectOf({ status, type, redirected, headers, url }: Response, base: string) {
  const hostOf = (address: string) => parseUrl(address, base)?.host || "an address that isn't valid";
  if (redirected) return { text: "fetch followed a redirect, which a custom fetch must not do", host: hostOf(url) };
  if (type !== "opaqueredirect" && ![301, 302, 303, 307, 308].includes(status)) return undefined;
  const location = headers.get("Location");
  const host = location === null ? "an address that the platform hides" : hostOf(location);
  return { text: "the response redirects, and the client doesn't follow", host };
}

/** A custom fetch can return anything. */
function assertResponse(value: Response): void {
  try {
    const { status, headers, text } = value;
    headers.get("content-type");
    if (Number.isInteger(status) && typeof text === "function") return;
  } catch {
    // Said below.
  }
  discardBody(value);
  throw new TypeError('The option "fetch" must return a Response.');
}
