import { activeKey, type EmulatedKey } from "../key.js";
import { graphError, listedError } from "../service-error.js";
import { context, shownKey } from "../shown.js";
import { type Handler, requireKey, requireKeySet } from "../tenant.js";

export const getActiveKey: Handler = (tenant, { id, root }) => {
  const { switches } = tenant;
  const set = requireKeySet(tenant, id, "read");
  const active = activeKey(set.keys, tenant.now(), switches["equal-starts-latest-added"]);
  if (active)
    return {
      status: 200,
      body: { "@odata.context": context(root, "microsoft.graph.trustFrameworkKey"), ...shownKey(active, tenant) },
    };
  throw switches["no-active-key-90019"]
    ? listedError("AADB2C90019", [set.id, tenant.name, "no key is active"])
    : graphError(404);
};

export const getKey: Handler = (tenant, { id, kid, root }) => {
  const key = requireKey(tenant, requireKeySet(tenant, id, "read"), kid);
  if (!tenant.switches["key-is-wrapped"])
    return { status: 200, body: { "@odata.context": context(root, "microsoft.graph.trustFrameworkKey_v2"), ...key } };
  return {
    status: 200,
    body: { value: { "@odata.type": "#microsoft.graph.trustFrameworkKey_v2", ...withTexts(key) } },
  };
};

/** The page of getKey shows times as texts. */
const withTexts = ({ nbf, exp, ...key }: EmulatedKey) => ({
  ...key,
  ...(nbf !== undefined && { nbf: String(nbf) }),
  ...(exp !== undefined && { exp: String(exp) }),
});

export const updateKeyStatus: Handler = (tenant, { id, kid, body }) => {
  const set = requireKeySet(tenant, id, "write");
  const key = requireKey(tenant, set, kid);
  const changed: EmulatedKey = { ...key, status: (body as Pick<EmulatedKey, "status">).status };
  tenant.store.put({ ...set, keys: set.keys.map((other) => (other === key ? changed : other)) });
  return { status: 204 };
};

export const listKeys: Handler = (tenant, { id, root }) => ({
  status: 200,
  body: {
    "@odata.context": context(root, `trustFramework/keySets('${encodeURIComponent(id)}')/keys_v2`),
    value: requireKeySet(tenant, id, "read").keys,
  },
});
