import { blockReason, type OutgoingRequest } from "./write-guard.js";

/** What the service returned. */
export interface ServiceResponse {
  status: number;
  headers: Headers;
  body: string;
}

/** Sends a request below the base URL. Never follows a redirect, since it could lead a token to another host. */
export type Send = (request: OutgoingRequest & { headers: Record<string, string> }) => Promise<ServiceResponse>;

export interface WaitingOptions {
  /** Waits for so many seconds, or rejects when the run is interrupted. */
  wait: (seconds: number) => Promise<void>;
  /** Reports that the run waits, and why. */
  onWait: (seconds: number, reason: string) => void;
}

// Respect gives up on a response after 5 minutes.
const longestWait = 240;
const requestTimeout = 60_000;

export interface Destination {
  baseUrl: string;
  /** Letters and digits in the names of the key sets that may be written to. */
  run: string;
  /** When it's aborted, reads end and nothing more is sent. A write that was sent may end by itself. */
  signal?: AbortSignal;
  /** How many milliseconds a write that was sent may still take after that. Default: 5 seconds. */
  graceTime?: number | undefined;
}

/** A request that never left, so that it can't have done anything. */
export class NotSentError extends Error {}

/** A function that sends requests to the service at a base URL, and no write to a key set that isn't of the run. */
export function sendTo({ baseUrl, run, signal, graceTime = 5_000 }: Destination): Send {
  // Aborting a write doesn't undo it: it only hides what came of it.
  const grace = new AbortController();
  signal?.addEventListener("abort", () => setTimeout(() => grace.abort(), graceTime).unref(), { once: true });

  return async ({ method, path, headers, body }) => {
    if (signal?.aborted) throw new NotSentError("Not sent: the run has ended.");
    const blocked = blockReason({ method, path, body }, run);
    if (blocked !== undefined) throw new NotSentError(`Not sent: ${blocked}.`);
    const stop = method === "GET" ? signal : grace.signal;
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers,
      redirect: "manual",
      signal: AbortSignal.any([AbortSignal.timeout(requestTimeout), ...(stop ? [stop] : [])]),
      ...(body === "" ? {} : { body }),
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
}

/** A function that sends like the given one and waits out throttling. */
export function waitingOutThrottling(send: Send, { wait, onWait }: WaitingOptions): Send {
  return async (request) => {
    let waited = 0;
    for (let attempt = 0; ; attempt++) {
      const response = await send(request);
      if (!isThrottled(request.method, response)) return response;
      const seconds = secondsToWait(response.headers, attempt);
      if (waited + seconds > longestWait || attempt === 8) return response;
      onWait(seconds, "the service throttles requests");
      await wait(seconds);
      waited += seconds;
    }
  };
}

/** Whether a request may be sent again later. A service that is unavailable may have done a part of a write. */
const isThrottled = (method: string, { status, headers }: ServiceResponse): boolean =>
  status === 429 || (status === 503 && method === "GET" && headers.has("retry-after"));

function secondsToWait(headers: Headers, attempt: number): number {
  const retryAfter = headers.get("retry-after") ?? "";
  return /^\d+$/.test(retryAfter) ? Number(retryAfter) : 2 ** attempt;
}

// Codes of Microsoft Graph, and the gateway's own. Any other text could be a token, a key, or the name of a tenant.
const otherCodes = new Set([
  ...["Authorization_IdentityNotFound", "Authorization_RequestDenied", "BadRequest", "ConformanceGateway"],
  ...["Forbidden", "GatewayTimeout", "InternalServerError", "InvalidAuthenticationToken", "MethodNotAllowed"],
  ...["NotImplemented", "Request_BadRequest", "Request_ResourceNotFound", "ResourceNotFound", "ServiceUnavailable"],
  ...["TooManyRequests", "Unauthorized", "UnknownError", "accessDenied", "generalException", "invalidRequest"],
  ...["itemNotFound", "serviceNotAvailable", "tooManyRequests", "unauthenticated"],
]);

/** The error code in the body of a response. "an unusual code" stands for a text that isn't known as one. */
export function errorCodeOf(body: unknown): string | undefined {
  const code = (body as { error?: { code?: unknown } } | null | undefined)?.error?.code;
  if (typeof code !== "string") return undefined;
  return /^AADB2C(?:\d{5})?$/.test(code) || otherCodes.has(code) ? code : "an unusual code";
}

/** A body as JSON, or undefined if it isn't. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
