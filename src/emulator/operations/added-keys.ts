import type { X509Certificate } from "node:crypto";
import { bytesOfBase64 } from "../base64.js";
import { wrongValue } from "../body.js";
import { badKey, keyOfCertificate, parseCertificate } from "../certificate.js";
import { type EmulatedKey, newKid } from "../key.js";
import { checkOneTypeAndUse } from "../key-set-rules.js";
import type { StoredKeySet } from "../key-set-store.js";
import { checkSecretLength, keyType } from "../sent-key.js";
import { listedError } from "../service-error.js";
import { context, shownKey } from "../shown.js";
import { type Call, type Handler, type Outcome, requireKeySet, type Tenant } from "../tenant.js";

const threeHours = 3 * 60 * 60;
const settleSeconds = 10;

/** When a key is valid, in seconds since 1970-01-01T00:00:00Z. */
interface Lifetime {
  nbf?: number | undefined;
  exp?: number | undefined;
}

export const generateKey: Handler = async (tenant, call) => {
  const set = openKeySet(tenant, call.id);
  const { use, kty: sentType, nbf, exp } = call.body as { use: string; kty: string } & Lifetime;
  const kty = keyType(sentType);
  checkLifetime(tenant, set, { nbf, exp });
  checkOneTypeAndUse([...set.keys, { kty, use }], tenant.switches);
  const key: EmulatedKey = {
    kid: newKid(),
    kty,
    use,
    status: tenant.switches["generated-keys-start-enabled"] ? "enabled" : "disabled",
    ...times({ nbf, exp }),
    ...(kty === "RSA" && (await tenant.makeRsaKey())),
  };
  const nulls = tenant.switches["nulls-in-generated-keys"] ? { k: null, x5c: [] } : {};
  return addKey(tenant, call, key, nulls);
};

export const uploadSecret: Handler = (tenant, call) => {
  const { switches } = tenant;
  const set = openKeySet(tenant, call.id);
  const { use, k, nbf, exp } = call.body as { use: string; k: string } & Lifetime;
  if (k === "") throw listedError("AADB2C90253", ["k"]);
  checkSecretLength(Buffer.from(k), switches);
  if (nbf !== undefined && switches["nbf-three-hours-ahead"] && nbf < tenant.now() + threeHours)
    throw wrongValue("nbf", nbf, "at least 3 hours ahead");
  checkLifetime(tenant, set, { nbf, exp });
  const key: EmulatedKey = {
    kid: newKid(),
    kty: "oct",
    use,
    status: switches["uploaded-keys-start-disabled"] ? "disabled" : "enabled",
    ...times({ nbf, exp }),
  };
  return addKey(tenant, call, key, switches["symmetric-keys-in-capitals"] ? { kty: "OCT" } : {});
};

export const uploadCertificate: Handler = async (tenant, call) => {
  openKeySet(tenant, call.id);
  const der = bytesOfBase64((call.body as { key: string }).key);
  if (!der) throw badKey("not base64");
  const certificate = parseCertificate(der);
  if (!certificate) throw listedError("AADB2C90179", ["certificate", tenant.name, "not a certificate in DER"]);
  return addCertificate(tenant, call, certificate);
};

export const uploadPkcs12: Handler = async (tenant, call) => {
  openKeySet(tenant, call.id);
  const { key, password } = call.body as { key: string; password?: string };
  const file = bytesOfBase64(key);
  if (!file) throw badKey("not base64");
  const { openPkcs12, usesAes } = await import("../pkcs12-reader.js");
  const isRejected = tenant.switches["pkcs12-encryption"] && usesAes(file);
  const content = isRejected ? ({ opened: false, problem: "encryption" } as const) : openPkcs12(file, password);
  if (!content.opened) throw pkcs12Problem(content.problem, tenant);
  const certificates = content.certificates.flatMap((der) => parseCertificate(der) ?? []);
  const certificate = certificates.find((candidate) =>
    content.privateKeys.some((own) => candidate.checkPrivateKey(own)),
  );
  if (!certificate) throw badKey("no certificate with its private key");
  return addCertificate(
    tenant,
    call,
    certificate,
    certificates.filter((other) => other !== certificate),
  );
};

function pkcs12Problem(problem: "format" | "password" | "iterations" | "encryption", { switches }: Tenant) {
  if (problem === "format") return badKey("not a PKCS #12 file");
  if (problem === "iterations") return badKey("too many iterations of the password hash");
  const isCode90213 = problem === "encryption" || switches["wrong-password-90213"];
  return listedError(isCode90213 ? "AADB2C90213" : "AADB2C95025");
}

async function addCertificate(
  tenant: Tenant,
  call: Call,
  certificate: X509Certificate,
  chain: X509Certificate[] = [],
): Promise<Outcome> {
  const { switches } = tenant;
  const key = await keyOfCertificate(certificate, chain, { switches, now: tenant.now() });
  const existing = requireKeySet(tenant, call.id, "write").keys.find(({ x5t }) => x5t === key.x5t);
  if (existing && switches["certificate-twice"]) throw listedError("AADB2C90180", [existing.kid, existing.kty]);
  return addKey(tenant, call, key);
}

/**
 * The key set that a key is added to.
 *
 * @throws ServiceError if it doesn't exist, or doesn't accept keys yet.
 */
function openKeySet(tenant: Tenant, id: string): StoredKeySet {
  const set = requireKeySet(tenant, id, "write");
  if (tenant.switches["new-sets-settle"] && tenant.now() < set.createdAt + settleSeconds)
    throw listedError("AADB2C95052", [id, tenant.name]);
  return set;
}

function checkLifetime(tenant: Tenant, set: StoredKeySet, { nbf, exp }: Lifetime): void {
  const { switches } = tenant;
  if (exp === undefined) return;
  if (switches["exp-in-the-past"] && exp <= tenant.now())
    throw listedError("AADB2C90214", [tenant.name, set.id, String(exp)]);
  if (nbf !== undefined && switches["exp-after-nbf"] && exp <= nbf) throw wrongValue("exp", exp, "later than nbf");
}

const times = ({ nbf, exp }: Lifetime): Pick<EmulatedKey, "nbf" | "exp"> => ({
  ...(nbf !== undefined && { nbf }),
  ...(exp !== undefined && { exp }),
});

/** Adds a key to the set as it's now, and returns it with what only this response has. */
function addKey(tenant: Tenant, { id, root }: Call, key: EmulatedKey, more: object = {}): Outcome {
  const set = requireKeySet(tenant, id, "write");
  checkOneTypeAndUse([...set.keys, key], tenant.switches);
  tenant.store.put({ ...set, keys: [...set.keys, key] });
  return {
    status: 200,
    body: { "@odata.context": context(root, "microsoft.graph.trustFrameworkKey"), ...shownKey(key, tenant), ...more },
  };
}
