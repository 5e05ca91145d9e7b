import type { Switches } from "./behaviors.js";
import type { EmulatedKey } from "./key.js";
import type { KeySetStore, StoredKeySet } from "./key-set-store.js";
import type { Operation } from "./router.js";
import type { RsaKeyMaker } from "./rsa.js";
import { listedError } from "./service-error.js";

/** The emulated tenant: what the operations read and change. */
export interface Tenant {
  /** Its name in error messages. */
  name: string;
  store: KeySetStore;
  switches: Switches;
  /** How many key sets a page of the list has at most. */
  pageSize: number;
  makeRsaKey: RsaKeyMaker;
  /** Seconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** A request for an operation, which may be done and whose body fits the contract. */
export interface Call {
  operation: Operation;
  /** The ID of the key set in the path, or empty. */
  id: string;
  /** The ID of the key in the path, or empty. */
  kid: string;
  /** Still encoded. */
  query: string;
  /** It fits the contract's schema, so that an operation can take it for what its schema says. */
  body: unknown;
  /** The address of the service, such as `http://127.0.0.1:4010/beta`. */
  root: string;
}

/** What an operation returns. */
export interface Outcome {
  status: number;
  body?: object;
  headers?: Record<string, string>;
}

/** Does an operation. */
export type Handler = (tenant: Tenant, call: Call) => Outcome | Promise<Outcome>;

/**
 * The key set with an ID.
 *
 * @param purpose what the request does with it, on which the error depends.
 * @throws ServiceError if the key set doesn't exist.
 */
export function requireKeySet(tenant: Tenant, id: string, purpose: "read" | "write" | "delete"): StoredKeySet {
  const set = tenant.store.get(id);
  if (set) return set;
  const { switches } = tenant;
  const isCode90073 = {
    read: switches["missing-set-read-90073"],
    write: !switches["missing-set-write-95052"],
    delete: switches["missing-set-delete-90073"],
  }[purpose];
  const status = switches["missing-set-is-a-400"] ? 400 : 404;
  throw listedError(isCode90073 ? "AADB2C90073" : "AADB2C95052", [id, tenant.name], status);
}

/**
 * The key of a set with an ID.
 *
 * @throws ServiceError `AADB2C90131` if the set doesn't have it.
 */
export function requireKey(tenant: Tenant, set: StoredKeySet, kid: string): EmulatedKey {
  const key = set.keys.find((candidate) => candidate.kid === kid);
  if (!key) throw listedError("AADB2C90131", [tenant.name, set.id, kid]);
  return key;
}
