import { randomUUID } from "node:crypto";
import { type EmulatedKey, newKid } from "../key.js";
import { invalidBody } from "../service-error.js";
import { keySetBody } from "../shown.js";
import type { Handler, Tenant } from "../tenant.js";
import { idFromName } from "./key-sets.js";

/** A key as a draft shows it: any member can be missing or null, and none has a form. */
type DraftKey = { [Member in keyof EmulatedKey]?: EmulatedKey[Member] | null };

/** Does what the draft shows: a key set without an ID gets one. */
export const addKeySetByReference: Handler = (tenant, { body, root }) => {
  const sent = body as { id?: string; keys?: DraftKey[] };
  const id = sent.id === undefined ? randomUUID() : idFromName(sent.id, tenant);
  if (tenant.store.get(id)) throw invalidBody();
  return { ...saved(tenant, root, { id, keys: sent.keys }), status: 201 };
};

/** The draft doesn't say which key set it updates, so that the body must have the ID of one. */
export const updateKeySets: Handler = (tenant, { body, root }) => {
  const sent = body as { id?: string; keys?: DraftKey[] };
  const set = tenant.store.get(idFromName(sent.id ?? "", tenant)) ?? tenant.store.get(sent.id ?? "");
  if (!set) throw invalidBody();
  return { ...saved(tenant, root, { id: set.id, keys: sent.keys ?? [] }), status: 200 };
};

function saved(tenant: Tenant, root: string, { id, keys = [] }: { id: string; keys: DraftKey[] | undefined }) {
  const set = { id, keys: keys.map(keptKey), createdAt: tenant.now() };
  tenant.store.put(set);
  return { body: keySetBody(set, tenant, root) };
}

function keptKey({ kid, kty, use, nbf, exp, x5c, x5t, e, n }: DraftKey): EmulatedKey {
  const members = Object.entries({ use, nbf, exp, x5c, x5t, e, n }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return { kid: kid ?? newKid(), kty: kty ?? "oct", status: "enabled", ...Object.fromEntries(members) };
}
