import createClient from "openapi-fetch";
import type { Fail, Operation, Sent } from "./call.js";
import type { CallOptions, KeySetsClientOptions, Middleware } from "./options.js";
import { pathOf } from "./path.js";

/** A whole answer: the text of a success, or the body of a failure. */
export interface Arrived {
  response: Response;
  text: string;
  error?: unknown;
}

// Stands in for Request where no middleware looks at it: making a real one takes most of a call's time.
class PlainRequest {
  constructor(url: string, init: RequestInit) {
    Object.assign(this, init, { url });
  }
}

/** Sends requests with openapi-fetch: one try of a call each time, until its whole answer is there. */
export function createWire(root: string, { fetch = globalThis.fetch, headers = {}, timeout }: KeySetsClientOptions) {
  const http = createClient({ baseUrl: root, headers, pathSerializer: pathOf }) as any;
  let plain = true;

  async function send({ method, path }: Operation, sent: Sent, token: string, fail: Fail, options: CallOptions): Promise<Arrived> {
    const { signal, timeout: limit = timeout } = options;
    const late = limit === undefined ? undefined : AbortSignal.timeout(limit);

    // Only what happens on the wire is a failure of the call. A middleware's own mistake stays what it is.
    const whole = <T>(arriving: Promise<T>): Promise<T> =>
      arriving.catch((cause) => {
        if (signal?.aborted) throw fail("abort", "it was aborted", { cause });
        throw late?.aborted ? fail("timeout", `no whole answer came within ${limit} ms`, { cause }) : fail("network", "no whole answer came", { cause });
      });

    const { response, error } = await http.request(method, path, {
      params: { path: sent.path },
      body: sent.body,
      headers: { "client-request-id": options.clientRequestId, ...options.headers },
      signal: late && signal ? AbortSignal.any([late, signal]) : (late ?? signal),
      redirect: "manual",
      parseAs: "stream",
      Request: plain ? PlainRequest : Request,
      // Called after all middleware, so that none sees the token or sends it elsewhere.
      async fetch(request: Request): Promise<Response> {
        if (!request.url.startsWith(`${root}/`)) throw new TypeError("The request would leave the service root, so it was not sent.");
        // Middleware that has seen the request must not learn the token afterwards.
        const own = plain ? request : new Request(request, { redirect: "manual" });
        own.headers.set("Authorization", `Bearer ${token}`);
        const response = await whole(plain ? fetch(own.url, own) : fetch(own));
        const { status, type, ok } = response;
        if (type === "opaqueredirect" || (status >= 300 && status < 400)) throw fail("redirect", "the answer leads elsewhere and was not followed", { status });
        return ok ? response : new Response((await whole(response.text())) || null, response);
      },
    });
    return { response, error, text: response.ok ? await whole(response.text()) : "" };
  }

  return {
    send,
    use(...middleware: Middleware[]) {
      plain = false;
      http.use(...middleware);
    },
    eject: http.eject as (...middleware: Middleware[]) => void,
  };
}
