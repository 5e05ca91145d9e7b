import type { RawBody } from "./body.ts";
import { createBodyBuffer } from "./request-body.ts";
import type { Service, ServiceResponse } from "./service.ts";

/** A `fetch` that passes requests to the service without a network, whatever their host is. */
export function createFetch(service: Service, maxBodyBytes: number): typeof globalThis.fetch {
  return async function fetch(input, init) {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const { origin, pathname, search } = new URL(request.url);
    const response = service({
      method: request.method,
      origin,
      target: `${pathname}${search}`,
      header: (name) => request.headers.get(name) ?? undefined,
      body: () => bodyOf(request, maxBodyBytes),
      signal,
    });
    return toResponse(await untilAborted(response, signal));
  };
}

async function bodyOf(request: Request, maxBytes: number): Promise<RawBody> {
  const buffer = createBodyBuffer(maxBytes);
  buffer.add(new Uint8Array(await request.arrayBuffer()));
  return { bytes: buffer.bytes(), contentType: request.headers.get("content-type") ?? undefined };
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
