import type { operations } from "../generated/types.js";
import type { Answer, List, Success } from "./answer.js";
import { type ErrorKind, type Failed, KeySetsError } from "./error.js";
import { listed } from "./list.js";
import type { CallOptions, KeySetsClientOptions, Middleware } from "./options.js";
import { inOrder } from "./order.js";
import { read } from "./read.js";
import { secretsIn } from "./refusal.js";
import { delay } from "./retry.js";
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
}

/** What a call sends. */
export interface Sent {
  path?: Record<string, string>;
  body?: unknown;
}

/** Makes the error of a call. */
export type Fail = (kind: ErrorKind, says: string, facts?: Partial<Failed> & { cause?: unknown }) => KeySetsError;

export type Call = (operation: Operation, sent: Sent, options?: CallOptions) => Promise<Answer<any, any, any>>;

/** What the methods of a client are made of. */
export interface Caller {
  call: Call;
  /** Calls an operation that answers with a part of a list. */
  list(operation: Operation, sent: Sent, options?: CallOptions): List<any, any>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** Makes calls: each with a token, in its turn, tried again where that helps, and with an answer whatever happens. */
export function createCaller(options: KeySetsClientOptions): Caller {
  const { retry = {}, writes, clock = systemClock } = options;
  const { root, scope } = serviceRoot(options);
  const tokens = tokenSource(options, scope, clock.now);
  const wire = createWire(root, options);
  const order = inOrder();

  const call: Call = async (operation, sent, options = {}) => {
    const { signal, clientRequestId = globalThis.crypto?.randomUUID?.() } = options;
    if ("body" in sent && (typeof sent.body !== "object" || !sent.body)) throw new TypeError(`${operation.id}: the body must be an object.`);
    const fail: Fail = (kind, says, facts) => new KeySetsError(`${operation.id}: ${says}`, { kind, operation: operation.id, clientRequestId, ...facts });
    const interruptible = <T>(promise: Promise<T>, otherwise = (cause: unknown) => cause): Promise<T> =>
      abortable(promise, signal).catch((cause) => {
        throw signal?.aborted ? fail("abort", "it was aborted", { cause }) : otherwise(cause);
      });

    async function tries(): Promise<Success<any, any, any>> {
      let renewed = false;
      for (let count = 1; ; count++) {
        const token = await interruptible(tokens.get(), (cause) => fail("token", "there is no token to send", { cause }));
        try {
          const arrived = await wire.send(operation, sent, token, fail, { ...options, clientRequestId });
          return read(operation, arrived, () => [token, ...secretsIn(sent.body)], fail, clock.now);
        } catch (error) {
          if (!(error instanceof KeySetsError)) throw error;
          if (error.code === "InvalidAuthenticationToken" && !renewed && tokens.renew(token)) {
            renewed = true;
            continue;
          }
          const wait = delay(error, operation.method, count, retry || { tries: 1 }, clock.random);
          if (wait === undefined) throw error;
          await interruptible(clock.wait(wait, signal));
        }
      }
    }

    const { id } = sent.path ?? {};
    try {
      return await (operation.method === "GET" || !id || writes === "at-once" ? tries() : order(id, interruptible, tries));
    } catch (error) {
      if (error instanceof KeySetsError) return { error, status: error.status };
      throw error;
    }
  };

  return { call, list: (...sent) => listed(call, root, ...sent), use: wire.use, eject: wire.eject };
}
