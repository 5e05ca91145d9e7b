import type { CallRecord } from "../call-record.js";
import { createError, type ErrorFacts } from "../errors/create-error.js";
import type { KeySetsError } from "../errors/keysets-error.js";
import { codeIn } from "../errors/parse-odata-error.js";
import type { Clock, FetchedResponse, FetchInit } from "../options/options.js";
import { parseUrl } from "../options/service-root.js";
import { createResponseError, factsOf } from "../responses/create-response-error.js";
import type { Limit } from "./limit.js";
import { readNetworkFailure } from "./network-failures.js";
import { BodyTooLarge, maxBodySize, readBody } from "./read-body.js";
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

/** Sends a request once and returns what came of it. */
export async function sendRequest(request: TransportRequest, attempt: Attempt): Promise<Outcome> {
  const { fetch, token, record, limit, clock } = attempt;
  const { url, method } = request;
  const hadApplied = record.mayHaveApplied;
  record.tokens.push(token);
  record.attempts++;
  record.phase = "request";
  record.mayHaveApplied ||= isWrite(method);

  let response: Response;
  try {
    response = (await fetch(url, initOf(request, token, limit))) as Response;
  } catch (cause) {
    return networkFailure(cause);
  }
  assertResponse(response);
  const { status } = response;
  const isSuccess = status >= 200 && status < 300;
  const redirect = redirectOf(response, url);
  if (redirect) return failure("redirect", redirect.text, { said: redirect.host }, response.redirected);

  let text = "";
  let cause: unknown;
  try {
    text = await readBody(response, limit);
  } catch (error) {
    if (isSuccess && error instanceof BodyTooLarge)
      return failure("response", `status ${status}, but the body is larger than ${maxBodySize} bytes`);
    if (isSuccess) return networkFailure(error, response);
    // The status of an error counts without its body.
    cause = error;
  }
  if (isSuccess) return { received: { response, text } };
  if (isRejected(status, codeIn(text))) record.mayHaveApplied = hadApplied;
  const received = { response, text, cause };
  return { received, error: createResponseError(record, received, clock.now()) };

  function failure(kind: "redirect" | "response", what: string, facts: ErrorFacts = {}, wasApplied = true): Outcome {
    if (!wasApplied) record.mayHaveApplied = hadApplied;
    return { error: createError(record, kind, what, { ...factsOf(response, clock.now()), ...facts }) };
  }

  function networkFailure(cause: unknown, response?: Response): Outcome {
    // Nobody waits for this attempt any longer, and the call may be in its next.
    if (limit.reached) throw cause;
    const { isTransient, wasSent } = readNetworkFailure(cause);
    if (!wasSent) record.mayHaveApplied = hadApplied;
    const what = wasSent ? "the request failed before a complete response arrived" : "couldn't connect";
    return {
      error: createError(record, "network", what, { ...(response && factsOf(response, clock.now())), cause }),
      isTransient,
    };
  }
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
  const { status, headers, text } = Object(value) as Partial<Response>;
  if (Number.isInteger(status) && typeof headers?.get === "function" && typeof text === "function") return;
  throw new TypeError('The option "fetch" must return a Response.');
}
