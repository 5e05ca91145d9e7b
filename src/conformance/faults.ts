import type { Fault } from "./stories.js";

/** The service's faults on demand, as the emulator has them. */
export interface FaultControl {
  /** Puts faults in place while something runs, and then those that were there before. */
  during<T>(faults: readonly Fault[], run: () => Promise<T>): Promise<T>;
}

const timeLimit = 10_000;

/** The faults on demand of a service on this machine, or undefined if it has none. */
export async function findFaultControl(baseUrl: string, interrupted: AbortSignal): Promise<FaultControl | undefined> {
  const url = new URL("/_emulator/faults", baseUrl);
  const found = await faultsAt(url, interrupted);
  const replace = async (faults: readonly object[]) => {
    const headers = { "content-type": "application/json" };
    const signal = AbortSignal.timeout(timeLimit);
    const response = await fetch(url, {
      method: "PUT",
      headers,
      body: JSON.stringify(faults),
      redirect: "error",
      signal,
    });
    if (!response.ok) throw new Error(`The service's faults can't be set: status ${response.status}.`);
  };
  const canSet = async (faults: readonly object[]) =>
    replace(faults)
      .then(() => true)
      .catch(() => false);
  if (!found || !(await canSet(found))) return undefined;
  return {
    async during(faults, run) {
      const before = (await faultsAt(url, interrupted)) ?? [];
      await replace(faults);
      try {
        return await run();
      } finally {
        await replace(before);
      }
    },
  };
}

/** The faults in force, in the form that they are set in. They keep their hits, so that a spent fault stays spent. */
async function faultsAt(url: URL, interrupted: AbortSignal): Promise<object[] | undefined> {
  try {
    const signal = AbortSignal.any([interrupted, AbortSignal.timeout(timeLimit)]);
    const response = await fetch(url, { redirect: "error", signal });
    const { faults }: { faults?: object[] } = await response.json();
    return faults;
  } catch {
    return undefined;
  }
}
