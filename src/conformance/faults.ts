import type { Fault } from "./stories.js";

/** The service's faults on demand, as the emulator has them. */
export interface FaultControl {
  /** Puts faults in place while something runs, and then those that were there before. */
  during<T>(faults: readonly Fault[], run: () => Promise<T>): Promise<T>;
}

/** The faults on demand of a service on this machine, or undefined if it has none. */
export async function findFaultControl(baseUrl: string): Promise<FaultControl | undefined> {
  const url = new URL("/_emulator/faults", baseUrl);
  if (!(await faultsAt(url))) return undefined;
  const replace = async (faults: readonly object[]) => {
    const headers = { "content-type": "application/json" };
    await fetch(url, { method: "PUT", headers, body: JSON.stringify(faults), redirect: "error" });
  };
  return {
    async during(faults, run) {
      const before = (await faultsAt(url)) ?? [];
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
async function faultsAt(url: URL): Promise<object[] | undefined> {
  try {
    const response = await fetch(url, { redirect: "error" });
    const { faults }: { faults?: object[] } = await response.json();
    return faults;
  } catch {
    return undefined;
  }
}
