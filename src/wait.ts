import type { Clock } from "./options.js";

/** Settles as what it starts does, or rejects as soon as the signal is aborted, before the start too. */
export async function abortable<T>(start: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return start();
  signal.throwIfAborted();
  let abort!: () => void;
  const aborted = new Promise<never>((_, reject) => (abort = () => reject(signal.reason)));
  signal.addEventListener("abort", abort);
  try {
    return await Promise.race([start(), aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  wait(milliseconds, signal) {
    let timer: ReturnType<typeof setTimeout>;
    const over = () => new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    return abortable(over, signal).finally(() => clearTimeout(timer));
  },
};
