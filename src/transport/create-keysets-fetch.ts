import { startRecord } from "../call-record.js";
import { KeySetsError } from "../errors/keysets-error.js";
import { copyClientOptions } from "../options/copy-options.js";
import type { KeySetsClientOptions } from "../options/options.js";
import { createTransport, type TransportCall } from "./create-transport.js";
import { pathOf, readRequest } from "./read-request.js";
import { toResponse } from "./to-response.js";

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

  return async (input, init = {}) => {
    const signal = init.signal ?? (input as Request).signal;
    const head = readRequest(input, init, copy);
    const record = startRecord(undefined, head.method, pathOf(head.url, copy.root));
    record.clientRequestId = head.clientRequestId;
    const call: TransportCall = { record, settings: { signal }, turn: undefined };
    const entering = entered.then(async () => {
      const body = await transport.runWithin(call, () => head.readBody());
      call.turn = transport.enterQueue(head.method, record.path, body);
      return body;
    });
    entered = entering.catch(() => {});
    try {
      const body = await entering;
      if (body !== null) record.bodies.push(body);
      return await toResponse(await transport.send({ ...head, body }, call), record, transport.clock.now());
    } catch (error) {
      throw error instanceof KeySetsError && error.kind === "abort" ? error.cause : error;
    } finally {
      call.turn?.end();
    }
  };
}
