import type { RawBody } from "./body.js";
import { createBodyBuffer } from "./request-body.js";
import type { Service, ServiceResponse } from "./service.js";

/** What the service needs of a request. */
interface Parts {
  method: string;
  url: string;
  headers: Headers;
  body(): Promise<Uint8Array>;
  signal: AbortSignal | undefined;
}

/** A `fetch` that passes requests to the service without a network, whatever their host is. */
export function createFetch(service: Service, maxBodyBytes: number): typeof globalThis.fetch {
  return async function fetch(input, init) {
    const { method, url, headers, body, signal } = partsOf(input, init);
    signal?.throwIfAborted();
    const { origin, pathname, search } = new URL(url);
    const response = service({
      method,
      origin,
      target: `${pathname}${search}`,
      header: (name) => headers.get(name) ?? undefined,
      body: async () => limited(await body(), headers, maxBodyBytes),
      signal,
    });
    return toResponse(await (signal ? untilAborted(response, signal) : response));
  };
}

/** A Request takes five times as long to make as all that the service does, so none is made for a usual call. */
function partsOf(input: string | URL | Request, init: RequestInit = {}): Parts {
  const { method = "GET", headers, body, signal } = init;
  const isText = typeof body === "string" || body === undefined || body === null;
  const isUsual = !(input instanceof Request) && isText && /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(method);
  if (isUsual && (method !== "GET" || !body))
    return {
      method,
      url: String(input),
      headers: textHeaders(headers, body),
      body: async () => new TextEncoder().encode(body ?? ""),
      signal: signal ?? undefined,
    };
  const request = input instanceof Request && Object.keys(init).length === 0 ? input : new Request(input, init);
  return {
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: async () => new Uint8Array(await request.arrayBuffer()),
    signal: request.signal,
  };
}

/** The headers of a request, with the type that `fetch` gives a text. */
function textHeaders(sent: HeadersInit | undefined, body: string | null | undefined): Headers {
  const headers = new Headers(sent);
  if (body && !headers.has("content-type")) headers.set("content-type", "text/plain;charset=UTF-8");
  return headers;
}

function limited(bytes: Uint8Array, headers: Headers, maxBytes: number): RawBody {
  const buffer = createBodyBuffer(maxBytes);
  buffer.add(bytes);
  return { bytes: buffer.bytes(), contentType: headers.get("content-type") ?? undefined };
}

/** Rejects as soon as the signal is aborted, as `fetch` does. */
function untilAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

function toResponse({ status, headers, body, connection }: ServiceResponse): Response {
  if (connection === "dropped") throw connectionError();
  const content = connection === "cut" ? cutBody(body ?? "") : body;
  return new Response(content ?? null, { status, headers });
}

/** What `fetch` throws if the connection is closed. */
const connectionError = (): TypeError =>
  new TypeError("fetch failed", {
    cause: Object.assign(new Error("The connection was closed by a fault."), { code: "ECONNRESET" }),
  });

/** The first half of a body, and then an error. */
function cutBody(body: string): ReadableStream<Uint8Array> {
  const half = new TextEncoder().encode(body.slice(0, body.length / 2));
  let isFirst = true;
  return new ReadableStream({
    pull(controller) {
      if (isFirst && half.length > 0) controller.enqueue(half);
      else controller.error(new TypeError("terminated", { cause: connectionError().cause }));
      isFirst = false;
    },
  });
}
