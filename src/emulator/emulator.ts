import { switchesFrom } from "./behaviors.js";
import { createClock } from "./clock.js";
import { createControl } from "./control.js";
import { type ActiveFault, createFaults, type Fault } from "./faults.js";
import { createFetch } from "./in-process-fetch.js";
import { KeySetStore } from "./key-set-store.js";
import type { ListenOptions, RunningServer } from "./listening.js";
import { checkListenOptions, checkOptions, type EmulatorOptions } from "./options.js";
import { createRouter } from "./router.js";
import { generateRsaKey, readyRsaKeys } from "./rsa.js";
import { listen } from "./server.js";
import { createService } from "./service.js";
import { type EmulatorState, keySetsOf, stateOf } from "./state.js";
import type { Tenant } from "./tenant.js";

/** An emulator of the key set API, with a tenant of its own in memory. */
export interface KeySetsEmulator {
  /** A `fetch` for requests to any host, in process: `createKeySetsClient({ fetch: emulator.fetch, token: "any" })`. */
  readonly fetch: typeof globalThis.fetch;
  /** Starts a server. The emulator can have several. */
  listen(options?: ListenOptions): Promise<RunningServer>;
  /** Returns to the seed and the faults of the options, and to the time of `now`. */
  reset(): void;
  /**
   * A copy of the key sets, without anything secret. It can be the seed of another emulator, unless a draft operation added keys
   * of other types.
   */
  state(): EmulatorState;
  /** Makes requests fail. */
  fail(fault: Fault): ActiveFault;
}

/**
 * Creates an emulator of the key set API of Azure AD B2C.
 *
 * @throws TypeError for an unknown or invalid option.
 */
export function createKeySetsEmulator(options: EmulatorOptions = {}): KeySetsEmulator {
  checkOptions(options);
  const { seed = { keySets: [] }, include = [], maxBodyBytes = 1_048_576 } = options;
  const clock = createClock(options.now ?? Date.now);
  const switches = switchesFrom(options.behaviors);
  const storeOptions = {
    ignoreCase: switches["ids-ignore-case"],
    failConcurrentWrites: switches["concurrent-writes"],
    conflictStatus: switches["conflicts-are-409"] ? 409 : 400,
    writeDuration: options.writeDuration ?? 0,
  };
  const makeRsaKey = options.fastKeys ? readyRsaKeys() : generateRsaKey;
  let tenant = newTenant();
  const faults = createFaults();
  const router = createRouter({
    stages: new Set(["current", ...include]),
    ignoreCase: switches["paths-ignore-case"],
    odataSyntax: switches["odata-key-syntax"],
  });
  const service = createService({
    tenant: () => tenant,
    router,
    faults,
    tokenScopes: options.tokenScopes,
    log: options.log,
    now: clock.now,
  });
  faults.replace(options.faults ?? []);
  return { fetch: createFetch(service, maxBodyBytes), listen: start, reset, state, fail: (fault) => faults.add(fault) };

  /** The tenant as the seed says. */
  function newTenant(): Tenant {
    const store = new KeySetStore(storeOptions);
    const seconds = () => Math.floor(clock.now() / 1000);
    for (const set of keySetsOf(seed, switches)) store.put(set);
    const { tenant: name = "contoso.onmicrosoft.com", pageSize = 100 } = options;
    return { name, store, switches, pageSize, makeRsaKey, now: seconds };
  }

  /** A request that isn't finished goes on with the old tenant, so that it changes nothing of the new one. */
  function reset(): void {
    clock.reset();
    tenant = newTenant();
    faults.replace(options.faults ?? []);
  }

  function state(): EmulatorState {
    return stateOf(tenant.store.all());
  }

  async function start(listenOptions: ListenOptions = {}): Promise<RunningServer> {
    checkListenOptions(listenOptions);
    const control = createControl({ faults, clock, reset, state });
    return listen({ service, control, maxBodyBytes }, listenOptions);
  }
}
