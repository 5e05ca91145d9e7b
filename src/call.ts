import type { Answer, Success } from "./answer.js";
import { check } from "./check.js";
import { KeySetsError } from "./error.js";
import { failing } from "./fail.js";
import { listed } from "./list.js";
import type { Operation } from "./operation.js";
import type { CallOptions, KeySetsClientOptions, Middleware } from "./options.js";
import { inOrder } from "./order.js";
import { pathOf } from "./path.js";
import { read } from "./read.js";
import { delay } from "./retry.js";
import { serviceRoot } from "./service-root.js";
import { tokenSource } from "./token.js";
import { abortable, systemClock } from "./wait.js";
import { createWire } from "./wire.js";

/** Makes a method for each operation, which takes its path parameters, its body and options, in this order. */
export function createClient(operations: Operation[], options: KeySetsClientOptions) {
  const where = "createKeySetsClient";
  check(where, options, [
    "token",
    "credential",
    "cloud",
    "baseUrl",
    "fetch",
    "headers",
    "retry",
    "timeout",
    "writes",
    "clock",
  ]);
  if (!options.token === !options.credential)
    throw new TypeError(`${where}: give either token or credential. A variable that is not set gives neither.`);
  if (options.retry) check(`${where}: retry`, options.retry, ["tries", "maxWait"]);
  const { retry = {}, writes, clock = systemClock } = options;
  const { root, scope } = serviceRoot(options);
  const tokens = tokenSource(options, scope, clock.now);
  const middleware: Middleware[] = [];
  const send = createWire(root, options, middleware);
  const order = inOrder();

  /** Makes a call: with a token, in its turn, tried again where that helps, and with an answer whatever happens. */
  async function call(operation: Operation, given: any[], next?: string): Promise<Answer<any, any, any>> {
    const rest = [...given];
    const path = pathOf(operation, () => rest.shift());
    // Made once, so that whoever changes the body while the call waits does not change what is sent.
    const body = operation.body ? JSON.stringify(rest.shift()) : undefined;
    const options: CallOptions = rest[0] ?? {};
    check(operation.id, options, ["headers", "signal", "timeout", "clientRequestId"]);
    if (operation.body && !body?.startsWith("{")) throw new TypeError(`${operation.id}: the body must be an object.`);
    const { signal, clientRequestId = globalThis.crypto.randomUUID?.() } = options;
    const used: string[] = [];
    const fail = failing(operation, clientRequestId, used, body);

    async function tries(): Promise<Success<any, any, any>> {
      let renewed = false;
      for (let count = 1; ; ) {
        const token = await tokens.get().catch((cause) => fail("token", "there is no token to send", { cause }));
        signal?.throwIfAborted();
        used.push(token);
        try {
          return read(
            operation,
            await send(operation, next ?? path, body, token, fail, { ...options, clientRequestId }),
            fail,
            clock.now(),
          );
        } catch (error) {
          if (!(error instanceof KeySetsError)) throw error;
          if (!renewed && error.status === 401 && error.code === "InvalidAuthenticationToken" && tokens.renew(token)) {
            renewed = true;
            continue;
          }
          const wait = delay(error, operation.method, count++, retry || { tries: 1 }, clock.random);
          if (wait === undefined) throw error;
          await clock.wait(wait, signal);
        }
      }
    }

    const unordered = operation.method === "GET" || !operation.path.includes("{id}") || writes === "at-once";
    try {
      return await abortable(() => (unordered ? tries() : order(given[0], tries)), signal).catch((error) => {
        throw signal?.aborted ? fail("abort", "it was aborted", { cause: signal.reason }) : error;
      });
    } catch (error) {
      if (!(error instanceof KeySetsError)) throw error;
      // From here V8 finds the way back to the caller; the queue and the races between have lost it.
      (Error as any).captureStackTrace?.(error);
      return { error: Object.assign(error, { tries: used.length }), status: error.status };
    }
  }

  const method =
    (operation: Operation) =>
    (...given: unknown[]) =>
      operation.list
        ? listed((next) => call(operation, given, next), root, failing(operation))
        : call(operation, given);

  return {
    ...Object.fromEntries(operations.map((operation) => [operation.id, method(operation)])),
    use(...added: Middleware[]) {
      middleware.push(...added);
    },
    eject(...removed: Middleware[]) {
      for (const each of removed) {
        const at = middleware.indexOf(each);
        if (at >= 0) middleware.splice(at, 1);
      }
    },
  } as any;
}
