import type { OutgoingRequest } from "./write-guard.js";

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

// A write that was sent takes effect, whether anybody waits or not. To clean up, one has to know.
const timeToFinish = 10_000;

/**
 * A function that sends requests to the service at a base URL.
 *
 * @param interrupted aborted when nothing more may be sent. Writes on their way have a while to finish.
 */
export function sendTo(baseUrl: string, interrupted?: AbortSignal): Send {
  const finished = new AbortController();
  interrupted?.addEventListener("abort", () => setTimeout(() => finished.abort(), timeToFinish).unref());
  return async ({ method, path, headers, body }) => {
    interrupted?.throwIfAborted();
    const end = method === "GET" && interrupted ? interrupted : finished.signal;
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers,
      redirect: "manual",
      signal: AbortSignal.any([AbortSignal.timeout(requestTimeout), end]),
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

/** The error code in the body of a response, if it has one that is safe to show. */
export function errorCodeOf(body: unknown): string | undefined {
  const code = (body as { error?: { code?: unknown } } | null | undefined)?.error?.code;
  return typeof code === "string" && /^[A-Za-z][\w.-]{0,63}$/.test(code) ? code : undefined;
}

/** A body as JSON, or undefined if it isn't. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
