import { mergeHeaders } from "openapi-fetch";
import type { Fail } from "./fail.js";
import { through } from "./middleware.js";
import type { Operation } from "./operation.js";
import type { CallOptions, KeySetsClientOptions, Middleware } from "./options.js";
import { abortable } from "./wait.js";

/** A whole answer. */
export interface Arrived {
  response: Response;
  text: string;
}

/** Sends one try of a call, until its whole answer is there. */
export function createWire(
  root: string,
  { fetch = globalThis.fetch, headers, timeout }: KeySetsClientOptions,
  middleware: Middleware[],
) {
  return async (
    { method, path: schemaPath }: Operation,
    path: string,
    body: string | undefined,
    token: string,
    fail: Fail,
    options: CallOptions,
  ): Promise<Arrived> => {
    const { signal, timeout: limit = timeout } = options;
    const late = limit === undefined ? undefined : AbortSignal.timeout(limit);

    // Only what happens on the wire is a failure of the call. A middleware's own mistake stays what it is.
    const whole = <T>(arriving: () => Promise<T>): Promise<T> =>
      abortable(arriving, late).catch((cause) =>
        late?.aborted
          ? fail("timeout", `no whole answer came within ${limit} ms`, { cause })
          : fail("network", "no whole answer came", { cause }),
      );

    const url = root + path;
    const init = {
      method,
      headers: mergeHeaders(
        body ? { "Content-Type": "application/json" } : {},
        headers,
        { "client-request-id": options.clientRequestId },
        options.headers,
      ),
      body: body ?? null,
      signal: late && signal ? AbortSignal.any([late, signal]) : (late ?? signal ?? null),
      redirect: "manual",
    } satisfies RequestInit;
    const authorize = (headers: Headers) => headers.set("Authorization", `Bearer ${token}`);

    let response: Response;
    if (middleware.length === 0) {
      // Without a Request, which takes most of a call's time to make.
      authorize(init.headers);
      response = await whole(async () => fetch(url, init));
    } else {
      response = await through(
        middleware,
        {
          request: new Request(url, init),
          schemaPath,
          params: {},
          id: `${options.clientRequestId}`,
          options: { baseUrl: root },
        },
        async (request) => {
          if (!request.url.startsWith(`${root}/`))
            throw new TypeError("The request would leave the service root, so it was not sent.");
          // A copy with the token, which no middleware sees or sends elsewhere.
          const own = new Request(request, { redirect: "manual" });
          authorize(own.headers);
          return whole(async () => fetch(own));
        },
      );
      if (response.bodyUsed) throw new TypeError("A middleware has read the answer's body. It must read a clone.");
    }
    return { response, text: await whole(() => response.text()) };
  };
}
