import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import type { EmulatedKey } from "./key.js";
import { listedError } from "./service-error.js";

/** A key set as the emulator keeps it. */
export interface StoredKeySet {
  id: string;
  keys: readonly EmulatedKey[];
  /** Seconds since 1970-01-01T00:00:00Z. */
  createdAt: number;
}

export interface StoreOptions {
  /** Whether IDs that differ only in case are the same. */
  ignoreCase: boolean;
  /** Whether a write fails while another one to the same key set isn't finished. Else it waits. */
  failConcurrentWrites: boolean;
  /** The status of this failure. */
  conflictStatus: number;
  /** How long a write holds its key set at least, in milliseconds. */
  writeDuration: number;
}

/** The key sets of the emulated tenant, in memory. */
export class KeySetStore {
  readonly #options: StoreOptions;
  readonly #sets = new Map<string, { set: StoredKeySet; place: number }>();
  #nextPlace = 0;
  /** The writes that aren't finished, the last one of each key set. */
  readonly #writes = new Map<string, Promise<unknown>>();

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  get(id: string): StoredKeySet | undefined {
    return this.#sets.get(this.#nameOf(id))?.set;
  }

  /** The key sets in the order of their creation. */
  all(): StoredKeySet[] {
    return [...this.#sets.values()].map(({ set }) => set);
  }

  /** The key sets from a place on, and the place of the next page. Places stay the same when other key sets are deleted. */
  page(from: number, size: number): { sets: StoredKeySet[]; next?: number } {
    const rest = [...this.#sets.values()].filter(({ place }) => place >= from);
    const next = rest[size]?.place;
    return { sets: rest.slice(0, size).map(({ set }) => set), ...(next !== undefined && { next }) };
  }

  put(set: StoredKeySet): void {
    const name = this.#nameOf(set.id);
    const place = this.#sets.get(name)?.place ?? this.#nextPlace++;
    this.#sets.set(name, { set, place });
  }

  delete(id: string): void {
    this.#sets.delete(this.#nameOf(id));
  }

  /**
   * Runs a write alone on its key set.
   *
   * @throws ServiceError `AADB2C95053` if another write to the key set isn't finished, unless writes wait for each other.
   */
  async write<Result>(id: string, work: () => Promise<Result> | Result): Promise<Result> {
    const name = this.#nameOf(id);
    const before = this.#writes.get(name);
    if (before && this.#options.failConcurrentWrites)
      throw listedError("AADB2C95053", [], this.#options.conflictStatus);
    const run = async () => {
      await before?.catch(() => undefined);
      await this.#hold();
      return work();
    };
    const promise = run();
    this.#writes.set(name, promise);
    try {
      return await promise;
    } finally {
      if (this.#writes.get(name) === promise) this.#writes.delete(name);
    }
  }

  /** A write takes a turn of the event loop at least, so that requests that are sent at once meet. */
  async #hold(): Promise<void> {
    if (this.#options.writeDuration > 0) await wait(this.#options.writeDuration);
    else await nextTurn();
  }

  #nameOf(id: string): string {
    return this.#options.ignoreCase ? id.toLowerCase() : id;
  }
}
