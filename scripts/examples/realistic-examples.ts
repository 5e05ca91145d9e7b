// All examples show the same keys: a key set is created, gets a generated key, then a certificate that replaces it, and in the
// end has the certificate's key only. Other sets have a key for encryption and a secret, as the keys of a set share use and type.
import { createHash, type KeyObject, randomBytes } from "node:crypto";
import { derOf, kidOf, makeCertificate, makePkcs12, makeRsaKey, type Validity } from "./keys.ts";

interface RealisticExamples {
  /** Each Example Object by the name of its file. */
  examples: Record<string, { summary: string; value: unknown }>;
  /** The example of each path parameter by the name of its file. */
  parameters: Record<string, string>;
}

const id = "B2C_1A_TokenSigningKeyContainer";
// The service rejects an expiry in the past.
const tenYears = (from: string, to: string): Validity => ({ nbf: Date.parse(from) / 1000, exp: Date.parse(to) / 1000 });

export function makeRealisticExamples(): RealisticExamples {
  const first = tenYears("2026-01-01", "2036-01-01");
  const generated = publicJwk(makeRsaKey(), first);
  const encrypting = { ...publicJwk(makeRsaKey(), first), use: "enc" };
  const certified = makeCertified(tenYears("2026-02-01", "2036-02-01"));
  const k = `throw-away~${randomBytes(21).toString("base64url")}`; // plain text that is not base64url
  const secret = { kid: randomBytes(32).toString("base64url"), use: "sig", kty: "oct", ...first };
  const keys = [generated, certified.shown];
  const [disabled, enabled] = [
    { ...generated, status: "disabled" },
    { ...certified.shown, status: "enabled" },
  ];

  const examples = {
    "create-key-set.request": {
      summary: "Create an empty key set for token signing.",
      value: { id: "TokenSigningKeyContainer" },
    },
    "create-key-set.response": {
      summary: "The empty key set, with the prefix that the service put before its name.",
      value: { id, keys: [] },
    },
    "generate-key.request": {
      summary: "Generate an RSA key for signing. Its `exp` must lie in the future.",
      value: { use: "sig", kty: "RSA", ...first },
    },
    "generate-key.response": { summary: "The public part of the generated RSA key.", value: generated },
    "generate-encryption-key.request": {
      summary: "Generate an RSA key for encrypting tokens, in a key set of its own.",
      value: { use: "enc", kty: "RSA", ...first },
    },
    "generate-encryption-key.response": {
      summary: "The public part of the generated key for encryption.",
      value: encrypting,
    },
    "upload-certificate.request": {
      summary: "Upload a self-signed certificate.",
      value: { key: certified.certificate },
    },
    "upload-certificate.response": {
      summary: "The key of the certificate, valid as long as it is.",
      value: certified.shown,
    },
    "upload-pkcs12.request": {
      summary: "Upload the certificate with its private key, a throw-away key, in a TripleDES-SHA1 file.",
      value: { key: certified.pkcs12, password: certified.password },
    },
    "upload-pkcs12.response": {
      summary: "The key of the certificate, without its private part.",
      value: certified.shown,
    },
    "upload-secret.request": {
      summary: "Upload a client secret as plain text, a throw-away one. Its `exp` must lie in the future.",
      value: { use: "sig", k, ...first },
    },
    "upload-secret.response": { summary: "The key of the client secret, without the secret.", value: secret },
    "get-active-key.response": { summary: "The certificate's key, as it became valid last.", value: certified.shown },
    "get-key-set.response": { summary: "A key set with a generated key and a certificate's.", value: { id, keys } },
    "list-key-sets.response": {
      summary: "A key set for token signing, one for token encryption, and one with a client secret.",
      value: {
        value: [
          { id, keys },
          { id: "B2C_1A_TokenEncryptionKeyContainer", keys: [encrypting] },
          { id: "B2C_1A_PartnerClientSecret", keys: [secret] },
        ],
      },
    },
    "update-key-status.request": { summary: "Disable the generated key.", value: { status: "disabled" } },
    "get-key.response": { summary: "The generated key, disabled by now.", value: disabled },
    "list-keys.response": {
      summary: "The generated key, disabled by now, and the certificate's.",
      value: { value: [disabled, enabled] },
    },
    "replace-key-set.request": {
      summary: "Keep the certificate's key alone. It is sent with its private part, a throw-away key.",
      value: { id, keys: [certified.sent] },
    },
    "replace-key-set.response": {
      summary: "The key set with the certificate's key alone, without its private part.",
      value: { id, keys: [certified.shown] },
    },
  };
  return { examples, parameters: { KeySetId: id, KeyId: generated.kid } };
}

/** An RSA key as the service returns it. */
function publicJwk(key: KeyObject, validity: Validity) {
  const { n, e } = key.export({ format: "jwk" });
  return { kid: kidOf(key), use: "sig", kty: "RSA", ...validity, e, n };
}

/** A new RSA key with its certificate: what is uploaded, what is sent to replace a set, and what the service returns. */
function makeCertified(validity: Validity) {
  const key = makeRsaKey();
  const certificate = makeCertificate(key, validity);
  const der = derOf(certificate);
  const x5c = [der.toString("base64")];
  const x5t = createHash("sha1").update(der).digest("base64url");
  const password = randomBytes(12).toString("base64url");
  return {
    certificate: x5c[0],
    password,
    pkcs12: makePkcs12(key, certificate, password).toString("base64"),
    // The service rejects a kid here, because it assigns one.
    sent: { use: "sig", ...key.export({ format: "jwk" }), ...validity, x5c, x5t },
    shown: { ...publicJwk(key, validity), x5c, x5t },
  };
}
