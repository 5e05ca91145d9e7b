import type { operations } from "../generated/types.js";
import type { Answer, List, Success } from "./answer.js";
import { checkCall, checkClient } from "./check.js";
import { KeySetsError } from "./error.js";
import { failing } from "./fail.js";
import { listed } from "./list.js";
import type { CallOptions, KeySetsClientOptions, Middleware } from "./options.js";
import { inOrder } from "./order.js";
import { pathOf } from "./path.js";
import { read } from "./read.js";
import { delay } from "./retry.js";
import { secretsIn } from "./secrets.js";
import { serviceRoot } from "./service-root.js";
import { tokenSource } from "./token.js";
import { abortable, systemClock } from "./wait.js";
import { createWire } from "./wire.js";

/** What the generated client knows of an operation. */
export interface Operation {
  id: keyof operations;
  method: string;
  path: string;
  /** The status of its success. */
  status: number;
  /** The headers that its success promises. */
  headers?: string[];
  /** The members that the body of its success has at least. */
  members?: string[];
}

/** What a method is called with. */
export interface Given {
  path?: Record<string, string>;
  body?: unknown;
  /** The path and query of a list's next part, in place of the operation's. */
  next?: string;
}

/** What a call sends, in each of its tries. */
export interface Sent {
  path: string;
  body: string | undefined;
}

export type Call = (operation: Operation, given: Given, options?: CallOptions) => Promise<Answer<any, any, any>>;

/** What the methods of a client are made of. */
export interface Caller {
  call: Call;
  /** Calls an operation that answers with a part of a list. */
  list(operation: Operation, given: Given, options?: CallOptions): List<any, any>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** Makes calls: each with a token, in its turn, tried again where that helps, and with an answer whatever happens. */
export function createCaller(options: KeySetsClientOptions): Caller {
  checkClient(options);
  const { retry = {}, writes, clock = systemClock } = options;
  const { root, scope } = serviceRoot(options);
  const tokens = tokenSource(options, scope, clock.now);
  const wire = createWire(root, options);
  const order = inOrder();

  const call: Call = async (operation, given, options = {}) => {
    checkCall(options);
    // Made once, so that whoever changes the body while the call waits does not change what is sent.
    const sent: Sent = { path: given.next ?? pathOf(operation.path, given.path ?? {}), body: JSON.stringify(given.body) };
    if ("body" in given && !sent.body?.startsWith("{")) throw new TypeError(`${operation.id}: the body must be an object.`);
    const { signal, clientRequestId = globalThis.crypto.randomUUID?.() } = options;
    const used: string[] = [];
    const fail = failing(operation.id, clientRequestId, () => [...used, ...secretsIn(JSON.parse(sent.body ?? "{}"))]);
    const interruptible = <T>(start: () => Promise<T>): Promise<T> =>
      abortable(start, signal).catch((error) => {
        throw signal?.aborted ? fail("abort", "it was aborted", { cause: signal.reason }) : error;
      });
    const askForToken = () =>
      tokens.get().catch((cause) => {
        throw fail("token", "there is no token to send, and the cause says why", { cause });
      });

    async function tries(): Promise<Success<any, any, any>> {
      let renewed = false;
      for (let count = 1; ; ) {
        const token = await interruptible(askForToken);
        used.push(token);
        try {
          const arrived = await interruptible(() => wire.send(operation, sent, token, fail, { ...options, clientRequestId }));
          return read(operation, arrived, fail, clock.now());
        } catch (error) {
          if (!(error instanceof KeySetsError)) throw error;
          if (!renewed && error.status === 401 && error.code === "InvalidAuthenticationToken" && tokens.renew(token)) {
            renewed = true;
            continue;
          }
          const wait = delay(error, operation.method, count++, retry || { tries: 1 }, clock.random);
          if (wait === undefined) throw error;
          await interruptible(() => clock.wait(wait, signal));
        }
      }
    }

    const name = given.path?.id;
    try {
      return await (operation.method === "GET" || !name || writes === "at-once" ? tries() : order(name, interruptible, tries));
    } catch (error) {
      if (!(error instanceof KeySetsError)) throw error;
      // From here V8 finds the way back to the caller; the queue and the races between have lost it.
      (Error as any).captureStackTrace?.(error);
      return { error: Object.assign(error, { tries: used.length }), status: error.status };
    }
  };

  return { call, list: (...given) => listed(call, root, ...given), use: wire.use, eject: wire.eject };
}
