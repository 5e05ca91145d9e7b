import type { StoredKey } from "./key.ts";
import type { StoredKeySet } from "./key-set-store.ts";
import type { Tenant } from "./tenant.ts";

/** The public properties of a key, as they are returned. */
export type ShownKey = Omit<StoredKey, "status"> & { status?: StoredKey["status"] };

/** A key as it's returned in a key set or after it was added. */
export function shownKey({ status, ...members }: StoredKey, { switches }: Tenant): ShownKey {
  return switches["status-in-key-sets"] ? { ...members, status } : members;
}

/** A key set as it's returned. */
export const shownKeySet = ({ id, keys }: StoredKeySet, tenant: Tenant): { id: string; keys: ShownKey[] } => ({
  id,
  keys: keys.map((key) => shownKey(key, tenant)),
});

/** The annotation that describes a response, in OData's form. */
export const context = (root: string, of: string): { "@odata.context": string } => ({
  "@odata.context": `${root}/$metadata#${of}`,
});
