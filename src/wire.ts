import createClient from "openapi-fetch";
import type { Operation, Sent } from "./call.js";
import type { Fail } from "./fail.js";
import type { CallOptions, KeySetsClientOptions, Middleware } from "./options.js";
import { abortable } from "./wait.js";

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
export function createWire(root: string, { fetch = globalThis.fetch, headers, timeout }: KeySetsClientOptions) {
  const http = createClient({ baseUrl: root, headers: headers ?? {}, bodySerializer: (text) => text }) as any;
  let plain = true;

  async function send({ method, path }: Operation, sent: Sent, token: string, fail: Fail, options: CallOptions): Promise<Arrived> {
    const { signal, timeout: limit = timeout } = options;
    const late = limit === undefined ? undefined : AbortSignal.timeout(limit);
    const ended = late && signal ? AbortSignal.any([late, signal]) : (late ?? signal);

    // Only what happens on the wire is a failure of the call. A middleware's own mistake stays what it is.
    const whole = <T>(arriving: () => Promise<T>): Promise<T> =>
      abortable(arriving, ended).catch((cause) => {
        throw late?.aborted ? fail("timeout", `no whole answer came within ${limit} ms`, { cause }) : fail("network", "no whole answer came", { cause });
      });

    const { response, error } = await http.request(method, path, {
      params: { path: {}, header: options.headers },
      pathSerializer: () => root + sent.path,
      body: sent.body,
      headers: { "client-request-id": options.clientRequestId },
      signal: ended,
      redirect: "manual",
      parseAs: "stream",
      Request: plain ? PlainRequest : Request,
      // Called after all middleware, so that none sees the token or sends it elsewhere.
      async fetch(request: Request): Promise<Response> {
        if (!request.url.startsWith(`${root}/`)) throw new TypeError("The request would leave the service root, so it was not sent.");
        // Middleware that has seen the request must not learn the token afterwards.
        const own = plain ? request : new Request(request, { redirect: "manual" });
        own.headers.set("Authorization", `Bearer ${token}`);
        const response = await whole(async () => (plain ? fetch(own.url, own) : fetch(own)));
        if (response.ok) return response;
        const { status, type, headers } = response;
        const text = await whole(() => response.text());
        if (type === "opaqueredirect") throw fail("redirect", "the answer leads elsewhere and was not followed");
        if (status > 599) throw fail("http", `${status}, which is no HTTP status`, { status });
        return new Response(text || null, { status, headers });
      },
    });
    if (!response.ok) return { response, error, text: "" };
    if (response.bodyUsed) throw new TypeError("A middleware has read the answer's body. It must read a clone.");
    return { response, text: await whole(() => response.text()) };
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
