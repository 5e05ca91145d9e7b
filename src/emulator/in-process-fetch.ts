import type { RawBody } from "./body.js";
import { createBodyBuffer } from "./request-body.js";
import { RequestAborted, type Service, type ServiceResponse } from "./service.js";

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
    const { origin, pathname, search } = urlOf(url);
    const response = service({
      method,
      origin,
      target: `${pathname}${search}`,
      header: (name) => headers.get(name) ?? undefined,
      body: async () => limited(await body().catch(giveUp), headers, maxBodyBytes),
      signal,
    }).catch(failFetch);
    return toResponse(await (signal ? untilAborted(response, signal) : response), { method, url });
  };
}

/** @throws TypeError for a URL that `fetch` doesn't take either. */
function urlOf(text: string): URL {
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) throw new TypeError(`The emulator can't fetch ${url.protocol} URLs.`);
  if (url.username || url.password) throw new TypeError("A URL that fetch takes can't include credentials.");
  return url;
}

function giveUp(cause: unknown): never {
  throw new RequestAborted(undefined, { cause });
}

/** What `fetch` throws if a body can't be read. */
function failFetch(error: Error): never {
  throw error instanceof RequestAborted ? new TypeError("fetch failed", { cause: error.cause }) : error;
}

/** A Request takes five times as long to make as all that the service does, so none is made for a usual call. */
function partsOf(input: string | URL | Request, init: RequestInit = {}): Parts {
  const { method = "GET", headers, body, signal } = init;
  const isText = typeof body === "string" || body === undefined || body === null;
  const isUsual = !(input instanceof Request) && isText && /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(method);
  if (isUsual && (method !== "GET" || body === undefined || body === null))
    return {
      method,
      url: String(input),
      headers: textHeaders(headers, body),
      body: async () => new TextEncoder().encode(body ?? ""),
      signal: signal ?? undefined,
    };
  const request = new Request(input, init);
  // It's read at once, as `fetch` does, so that nobody can send it twice.
  const bytes = request.arrayBuffer();
  bytes.catch(() => undefined);
  return {
    method: request.method,
    url: request.url,
    headers: request.headers,
    body: async () => new Uint8Array(await bytes),
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

function toResponse(
  { status, headers, body, connection }: ServiceResponse,
  { method, url }: Pick<Parts, "method" | "url">,
): Response {
  if (connection === "dropped") throw connectionError();
  const content = connection === "cut" ? cutBody(body ?? "") : body;
  const response = new Response(method === "HEAD" ? null : (content ?? null), { status, headers });
  return Object.defineProperty(response, "url", { value: new URL(url).href });
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
