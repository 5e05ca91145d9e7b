import type { Clock } from "../options/options.js";
import { onAbort } from "./on-abort.js";

/** The limit of some work: a time, and the caller's signal. */
export interface Limit {
  /** Aborted when the limit is reached. For `fetch`. It takes long to make, so it is made when it is read. */
  readonly signal: AbortSignal;
  /** What ended the work, once it is. */
  reached: "timeout" | "abort" | undefined;
  /** Why, as a signal has it. */
  reason: unknown;
  /** Settles as the work does, or rejects as soon as the limit is reached, whether the work follows the signal or not. For one work. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Calls a function when the limit is reached, now if it already is. Returns a function that cancels this. */
  onReached(run: () => void): () => void;
  /** Removes the limit. Call it when the work has ended. */
  stop(): void;
}

/** Starts a limit of so many milliseconds. */
export function startLimit(milliseconds: number, signal: AbortSignal | undefined, clock: Clock): Limit {
  let controller: AbortController | undefined;
  const waiting = new Set<() => void>();
  let fail: ((reason: unknown) => void) | undefined;
  const limit: Limit = {
    reached: undefined,
    reason: undefined,
    get signal() {
      controller ??= new AbortController();
      if (limit.reached) controller.abort(limit.reason);
      return controller.signal;
    },
    race: (work) =>
      // Takes less than Promise.race.
      new Promise((resolve, reject) => {
        fail = reject;
        if (limit.reached) reject(limit.reason);
        work.then(resolve, reject);
      }),
    onReached(run) {
      if (limit.reached) run();
      else waiting.add(run);
      return () => waiting.delete(run);
    },
    stop() {
      cancelTimer();
      cancelAbort?.();
    },
  };
  const reach = (by: "timeout" | "abort", reason: unknown) => {
    limit.reached = by;
    limit.reason = reason;
    fail?.(reason);
    controller?.abort(reason);
    for (const run of waiting) run();
  };
  const cancelTimer = clock.schedule(
    () => reach("timeout", new DOMException("Timed out.", "TimeoutError")),
    milliseconds,
  );
  const cancelAbort = signal && onAbort(signal, () => reach("abort", signal.reason));
  return limit;
}
