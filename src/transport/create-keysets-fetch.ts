import { startRecord } from "../call-record.js";
import { KeySetsError } from "../errors/keysets-error.js";
import { copyClientOptions } from "../options/copy-options.js";
import type { KeySetsClientOptions } from "../options/options.js";
import { createResponseError } from "../responses/create-response-error.js";
import { createTransport, type TransportCall } from "./create-transport.js";
import { pathOf, readRequest } from "./read-request.js";
import { isWrite } from "./send-request.js";
import { toResponse } from "./to-response.js";
import { keySetOf } from "./write-queue.js";

/** A `fetch` that anything takes that takes the platform's. */
export type KeySetsFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * Creates a `fetch` for other clients of this API, such as openapi-fetch's own or a generated one. It authenticates, sends writes to
 * one key set in order, retries, refuses redirects, and has a timeout, as the methods of `createKeySetsClient` do. It sends to the
 * service root only; a path without a host is below the root.
 *
 * It resolves to the response, also one with an error status. It rejects with a `KeySetsError` if there is none, or with the reason of
 * an abort.
 *
 * @throws TypeError that names the option if it is unknown or invalid.
 */
export function createKeySetsFetch(options: KeySetsClientOptions): KeySetsFetch {
  const copy = copyClientOptions("createKeySetsFetch", options);
  const transport = createTransport(copy);
  // Requests enter the queue of writes in the order of their calls, however long it takes to read their bodies.
  let entered: Promise<unknown> = Promise.resolve();

  return async (input, given) => {
    // As for fetch, null stands for nothing.
    const init = given ?? {};
    const signal = init.signal ?? (Object(input) as Partial<Request>).signal;
    const head = readRequest(input, init, copy);
    const { method, url, clientRequestId } = head;
    const path = pathOf(url, copy.root);
    const { secrets } = transport;
    const record = startRecord({ operation: undefined, method, path, secrets });
    record.clientRequestId = clientRequestId;
    const call: TransportCall = { record, settings: signal ? { signal } : {}, turn: undefined };
    const before = isWrite(method) ? entered : undefined;
    const entering = transport.runWithin(call, async (limit) => {
      const body = await head.readBody();
      await before;
      // Nobody ends the turn of a call that has ended.
      if (limit.reached) throw limit.reason;
      call.turn = transport.enterQueue(method, () => keySetOf(path, body));
      return body;
    });
    if (before) entered = entering.catch(() => {});
    try {
      const received = await transport.send({ ...head, body: await entering }, call);
      const response = toResponse(received);
      if (!response) throw createResponseError(record, received, transport.clock.now());
      return response;
    } catch (error) {
      throw error instanceof KeySetsError && error.kind === "abort" ? error.cause : error;
    } finally {
      call.turn?.end();
    }
  };
}
