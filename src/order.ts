/** Runs what has the same name one after the other, in the order in which it came. */
export function inOrder() {
  const last = new Map<string, Promise<unknown>>();
  return <T>(name: string, interruptible: (wait: () => Promise<unknown>) => Promise<unknown>, run: () => Promise<T>): Promise<T> => {
    const before = last.get(name);
    const result = before ? interruptible(() => before).then(run) : run();
    // Whoever comes next waits for what is before this one too, even if this one was aborted meanwhile.
    const settled = Promise.allSettled([before, result]).then(() => {
      if (last.get(name) === settled) last.delete(name);
    });
    last.set(name, settled);
    return result;
  };
}
