import type { Switches } from "../behaviors.js";
import { checkOneTypeAndUse } from "../key-set-rules.js";
import type { StoredKeySet } from "../key-set-store.js";
import { readSentKeys, type SentKey } from "../sent-key.js";
import { badRequest, invalidBody, listedError } from "../service-error.js";
import { context, keySetBody, shownKeys } from "../shown.js";
import { type Handler, requireKeySet, type Tenant } from "../tenant.js";

const prefix = "B2C_1A_";
const copySuffix = ".bak";

/** The ID of a key set that was created with a name. */
export const idFromName = (name: string, { switches }: Pick<Tenant, "switches">): string =>
  !switches["id-gains-a-prefix"] || name.toLowerCase().startsWith(prefix.toLowerCase()) ? name : `${prefix}${name}`;

export const listKeySets: Handler = (tenant, { query, root }) => {
  const from = placeIn(new URLSearchParams(query).get("$skiptoken"));
  const { sets, next } = tenant.store.page(from, tenant.pageSize);
  return {
    status: 200,
    body: {
      "@odata.context": context(root, "trustFramework/keySets"),
      ...(next !== undefined && { "@odata.nextLink": `${root}/trustFramework/keySets?$skiptoken=${skipToken(next)}` }),
      value: sets.map(({ id, keys }) => ({ id, keys: shownKeys(keys, tenant) })),
    },
  };
};

const skipToken = (place: number): string => Buffer.from(`at ${place}`).toString("base64url");

function placeIn(token: string | null): number {
  if (token === null) return 0;
  const [, place] = /^at (\d{1,9})$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (place === undefined) throw badRequest("Invalid value for query option $skiptoken.");
  return Number(place);
}

export const createKeySet: Handler = (tenant, { body, root }) => {
  const { store, switches } = tenant;
  const sent = body as { id: string; keys?: SentKey[] };
  const id = idFromName(sent.id, tenant);
  if (sent.id === "") throw listedError("AADB2C90253", ["id"]);
  checkId(id, switches);
  if (store.get(id)) throw listedError("AADB2C95028", [id], switches["conflicts-are-409"] ? 409 : 400);
  if (sent.keys && !switches["created-with-keys"]) throw invalidBody();
  const keys = readSentKeys(sent.keys ?? [], { switches, keepsKid: switches["kid-kept-on-create"] });
  checkOneTypeAndUse(keys, switches);
  const set: StoredKeySet = { id, keys, createdAt: tenant.now() };
  store.put(set);
  return {
    status: 201,
    headers: { Location: `/trustFramework/keySets('${encodeURIComponent(id.replaceAll("'", "''"))}')` },
    body: keySetBody(set, tenant, root),
  };
};

/** @throws ServiceError for an ID that can't be in a URL or is too long. */
function checkId(id: string, switches: Switches): void {
  if (id.length > (switches["ids-have-a-limit"] ? 256 : 4096) || /\p{Surrogate}/u.test(id)) throw invalidBody();
}

export const getKeySet: Handler = (tenant, { id, root }) => ({
  status: 200,
  body: keySetBody(requireKeySet(tenant, id, "read"), tenant, root),
});

export const replaceKeySet: Handler = (tenant, { id, body, root }) => {
  const { store, switches } = tenant;
  const set = requireKeySet(tenant, id, "write");
  const sent = body as { id?: string; keys: SentKey[] };
  if (sent.id !== undefined && switches["id-in-body-must-match"] && store.get(idFromName(sent.id, tenant)) !== set)
    throw invalidBody();
  if (switches["kid-refused-in-a-replacement"] && sent.keys.some(({ kid }) => kid)) throw listedError("AADB2C95059");
  const keys = readSentKeys(sent.keys, { switches, keepsKid: false });
  checkOneTypeAndUse(keys, switches);
  const replaced = { ...set, keys };
  store.put(replaced);
  return {
    status: 200,
    body: keySetBody(replaced, tenant, root),
  };
};

export const deleteKeySet: Handler = (tenant, { id }) => {
  const { store, switches } = tenant;
  const set = requireKeySet(tenant, id, "delete");
  store.delete(set.id);
  const name = switches["ids-ignore-case"] ? set.id.toLowerCase() : set.id;
  if (switches["deleted-set-leaves-a-copy"] && !name.endsWith(copySuffix))
    store.put({ ...set, id: `${set.id}${copySuffix}` });
  return { status: 204 };
};
