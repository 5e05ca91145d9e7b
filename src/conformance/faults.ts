import type { Fault } from "./stories.js";

/** The service's faults on demand, as the emulator has them. */
export interface FaultControl {
  /** Puts faults in place while something runs, and then those that were there before. Runs nothing if it can't. */
  during<T>(faults: readonly Fault[], run: () => Promise<T>): Promise<T | undefined>;
}

const timeLimit = 10_000;
const stopping = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]);

/** The faults on demand of a service on this machine, or undefined if it has none. */
export async function findFaultControl(
  baseUrl: string,
  { signal, say }: { signal: AbortSignal; say: (line: string) => void },
): Promise<FaultControl | undefined> {
  const url = new URL("/_emulator/faults", baseUrl);
  if (!(await faultsAt(url, stopping(signal)))) return undefined;
  const replace = async (faults: readonly object[], stop: AbortSignal) => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify(faults);
    const response = await fetch(url, { method: "PUT", headers, body, redirect: "error", signal: stop });
    if (!response.ok) throw new Error(`The service's faults can't be set: it returned ${response.status}.`);
  };
  return {
    async during(faults, run) {
      const before = await faultsAt(url, stopping(signal));
      if (!before) return undefined;
      try {
        await replace(faults, stopping(signal));
      } catch {
        return undefined;
      }
      try {
        return await run();
      } finally {
        await replace(before, AbortSignal.timeout(timeLimit)).catch(() =>
          say("The service's own faults couldn't be restored. Set them again."),
        );
      }
    },
  };
}

/** The faults in force, in the form that they are set in. They keep their hits, so that a spent fault stays spent. */
async function faultsAt(url: URL, signal: AbortSignal): Promise<object[] | undefined> {
  try {
    const response = await fetch(url, { redirect: "error", signal });
    const { faults }: { faults?: object[] } = await response.json();
    return faults;
  } catch {
    return undefined;
  }
}
