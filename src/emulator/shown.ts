import type { EmulatedKey } from "./key.js";
import type { StoredKeySet } from "./key-set-store.js";
import type { Tenant } from "./tenant.js";

/** The public properties of a key, as they are returned. */
export type ShownKey = Omit<EmulatedKey, "status"> & { status?: EmulatedKey["status"] };

/** A key as it's returned in a key set or after it was added. */
export function shownKey(key: EmulatedKey, { switches }: Tenant): ShownKey {
  if (switches["status-in-key-sets"]) return key;
  const { status: _status, ...others } = key;
  return others;
}

/** The keys of a set as they are returned. */
export const shownKeys = (keys: readonly EmulatedKey[], tenant: Tenant): readonly ShownKey[] =>
  tenant.switches["status-in-key-sets"] ? keys : keys.map((key) => shownKey(key, tenant));

/** A key set as an operation returns it. */
export const keySetBody = ({ id, keys }: StoredKeySet, tenant: Tenant, root: string): object => ({
  "@odata.context": context(root, "trustFramework/keySets/$entity"),
  id,
  keys: shownKeys(keys, tenant),
});

/** The address that describes a response, in OData's form. */
export const context = (root: string, of: string): string => `${root}/$metadata#${of}`;
