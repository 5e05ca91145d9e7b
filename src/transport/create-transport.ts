import { type CallRecord, type ClientSecrets, rememberBody, rememberToken } from "../call-record.js";
import { createError } from "../errors/create-error.js";
import { KeySetsError } from "../errors/keysets-error.js";
import type { CopiedCallOptions, CopiedClientOptions } from "../options/copy-options.js";
import type { Clock } from "../options/options.js";
import { factsOf } from "../responses/create-response-error.js";
import { type Limit, startLimit } from "./limit.js";
import { onAbort } from "./on-abort.js";
import { createReporter } from "./report-steps.js";
import { isPause, isRetryable, type RetryPolicy, retryDelay, retryPolicy, spread } from "./retry-delay.js";
import {
  errorOutcome,
  isSuccess,
  isWrite,
  type Outcome,
  type ReceivedResponse,
  sendRequest,
  type TransportRequest,
} from "./send-request.js";
import { systemClock } from "./system-clock.js";
import { claimsOf, createTokenSource } from "./token-source.js";
import { createWriteQueue, type Turn } from "./write-queue.js";

/** A call as the transport knows it. */
export interface TransportCall {
  record: CallRecord;
  settings: Pick<CopiedCallOptions, "signal" | "timeout" | "retry">;
  /** The turn of a write. The call that entered the queue ends it. */
  turn: Turn | undefined;
}

export type Transport = ReturnType<typeof createTransport>;

/**
 * Creates what carries the requests of a client: it gives each write its turn, adds the token, sends, and retries. It knows HTTP and
 * this service, but no operations.
 */
export function createTransport(options: CopiedClientOptions) {
  const { clock = systemClock, timeout = 60_000, writes, fetch } = options;
  const { random } = clock;
  const clientPolicy = retryPolicy(options.retry);
  const tokens = createTokenSource(options, clock, timeout);
  const queue = createWriteQueue();
  const report = createReporter(options);
  const secrets: ClientSecrets = { tokens: [], requests: [] };
  if (typeof options.token === "string") rememberToken(secrets, options.token);
  let pausedUntil = 0;

  return { clock, secrets, report, enterQueue, runWithin, send };

  /** Enters a write into the queue of its key set. Returns undefined for a request that doesn't wait for a turn. */
  function enterQueue(method: string, keySet: () => string): Turn | undefined {
    return isWrite(method) && writes !== "at-once" ? queue.enter(keySet()) : undefined;
  }

  /** Returns the last response to a request, also one with an error status. Throws the error of the call if there is none. */
  async function send(request: TransportRequest, call: TransportCall): Promise<ReceivedResponse> {
    const { record, settings, turn } = call;
    const policy = retryPolicy(options.retry, settings.retry);
    const ready = turn?.ready;
    record.phase = "queue";
    record.requests.push(request);
    if (ready) await runWithin(call, () => ready);
    let [failures, isRenewed] = [0, false];
    let claims: string | undefined;
    for (;;) {
      if (pausedUntil > clock.now()) await waitForPause(call, policy);
      let outcome: Outcome;
      try {
        outcome = await runWithin(call, (limit) => attempt(request, record, limit, claims));
      } catch (failure) {
        outcome = asOutcome(failure, record, clock);
      }
      report.outcome(record, outcome);
      const { received, error, isTransient } = outcome;
      if (!error) return received as ReceivedResponse;
      if (error.status === 401 && tokens.isRenewable && !isRenewed) {
        isRenewed = true;
        tokens.drop(record.token);
        claims = claimsOf(received?.response.headers.get("WWW-Authenticate"));
        continue;
      }
      failures++;
      if (isPause(error)) notePause(error.retryAfter);
      const canRepeat = isRetryable(error, request.method, isTransient);
      const delay = canRepeat ? retryDelay(failures, error.retryAfter, { ...policy, random }) : undefined;
      if (delay === undefined) {
        if (received) return received;
        throw error;
      }
      report.retry(record, { error, attempt: record.attempts, delay });
      await wait(delay, call);
    }
  }

  async function attempt(request: TransportRequest, record: CallRecord, limit: Limit, claims: string | undefined) {
    record.phase = "token";
    record.head = undefined;
    record.mayHaveAppliedBefore = record.mayHaveApplied;
    let token: string;
    try {
      token = await tokens.get(limit, claims);
    } catch (cause) {
      throw createError(record, "token", "couldn't get a token", { cause });
    }
    if (limit.reached) throw limit.reason;
    record.token = token;
    rememberToken(secrets, token);
    rememberBody(secrets, request);
    report.request(record);
    return sendRequest(request, { fetch: fetch ?? globalThis.fetch, token, record, limit, clock });
  }

  /** Runs a part of a call within the call's time and signal. */
  async function runWithin<T>({ record, settings }: TransportCall, work: (limit: Limit) => Promise<T>): Promise<T> {
    const milliseconds = settings.timeout ?? timeout;
    const limit = startLimit(milliseconds, settings.signal, clock);
    try {
      if (!limit.reached) return await limit.race(work(limit));
    } catch (error) {
      if (!limit.reached) throw error;
    } finally {
      limit.stop();
    }
    if (limit.reached === "abort") throw abortError(record, settings.signal);
    throw createError(record, "timeout", `timed out after ${milliseconds} ms ${timeoutPlaces[record.phase]}`, {
      ...(record.head && factsOf(record.head, clock.now())),
      cause: limit.reason,
      said: "",
    });
  }

  /** Waits before an attempt. */
  async function wait(milliseconds: number, { record, settings: { signal } }: TransportCall): Promise<void> {
    let cancel = () => {};
    const aborted = new Promise<never>((_, reject) => {
      if (signal) cancel = onAbort(signal, () => reject(abortError(record, signal)));
    });
    try {
      await Promise.race([aborted, clock.wait(milliseconds, signal)]);
    } finally {
      cancel();
    }
  }

  /** Notes that the service asks its clients to wait. All calls do. */
  function notePause(seconds = 0): void {
    if (seconds * 1000 <= clientPolicy.maxWait) pausedUntil = Math.max(pausedUntil, clock.now() + seconds * 1000);
  }

  /** Waits until the service takes requests again. The call that goes first can learn that it takes longer. */
  async function waitForPause(call: TransportCall, { maxWait }: RetryPolicy): Promise<void> {
    let until: number;
    do {
      until = pausedUntil;
      const left = until - clock.now();
      if (left > maxWait)
        throw createError(call.record, "timeout", "not sent, as the service asked to wait longer than maxWait", {
          retryAfter: Math.ceil(left / 1000),
        });
      await wait(spread(left, { maxWait, random }), call);
    } while (pausedUntil > until);
  }
}

const timeoutPlaces = {
  middleware: "in a middleware",
  queue: "waiting for earlier writes to the key set",
  token: "waiting for a token",
  request: "before the response was complete",
};

const abortError = (record: CallRecord, signal: AbortSignal | undefined): KeySetsError =>
  createError(record, "abort", "aborted by the caller", { cause: signal?.reason });

/** Returns a failure as the outcome of its attempt. What isn't the error of a call is a mistake in the program. */
function asOutcome(error: unknown, record: CallRecord, clock: Clock): Outcome {
  if (!(error instanceof KeySetsError)) throw error;
  const { head, phase } = record;
  const isTimeout = error.kind === "timeout";
  // The status of an error counts without the rest of its body.
  if (isTimeout && head && !isSuccess(head))
    return errorOutcome(record, { response: head, text: "", cause: error }, clock);
  return { error, isTransient: isTimeout && phase === "request" };
}
