interface Listening {
  waiting: Set<() => void>;
  listener: () => void;
}

const listening = new WeakMap<AbortSignal, Listening>();

/**
 * Calls a function when a signal is aborted, now if it already is. Returns a function that cancels this. However many calls share a
 * signal, it has one listener: Node warns of more than ten.
 */
export function onAbort(signal: AbortSignal, run: () => void): () => void {
  if (signal.aborted) {
    run();
    return () => {};
  }
  const { waiting, listener } = listening.get(signal) ?? listen(signal);
  // The same function can wait twice.
  const own = () => run();
  waiting.add(own);
  return () => {
    if (!waiting.delete(own) || waiting.size > 0) return;
    signal.removeEventListener("abort", listener);
    listening.delete(signal);
  };
}

function listen(signal: AbortSignal): Listening {
  const waiting = new Set<() => void>();
  const listener = () => {
    for (const run of waiting) run();
  };
  const entry = { waiting, listener };
  listening.set(signal, entry);
  signal.addEventListener("abort", listener);
  return entry;
}
