import type { Clock } from "./options.js";

/** Settles as the promise does, or rejects as soon as the signal is aborted. */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  wait(milliseconds, signal) {
    let timer: ReturnType<typeof setTimeout>;
    const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    return abortable(over, signal).finally(() => clearTimeout(timer));
  },
};
