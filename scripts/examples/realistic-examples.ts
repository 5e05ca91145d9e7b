// One story with one set of keys: a key set is created, gets a generated key for later, then a certificate that is active now, and
// finally keeps only the certificate's key. Other key sets hold an encryption key and a secret, because the keys of a set share
// their type and their use.
import { createHash, type KeyObject, randomBytes } from "node:crypto";
import { derOf, kidOf, makeCertificate, makePkcs12, makeRsaKey, type Validity } from "./keys.ts";

interface RealisticExamples {
  /** Every Example Object by the name of its file. */
  examples: Record<string, { summary: string; value: unknown }>;
  /** The example of each path parameter by its name. */
  parameters: Record<string, string>;
}

const id = "B2C_1A_TokenSigningKeyContainer";
const between = (from: string, to: string): Validity => ({ nbf: Date.parse(from) / 1000, exp: Date.parse(to) / 1000 });

// Requests need an `nbf` that is hours ahead and an `exp` in the future, whenever somebody tries them.
const later = between("2030-01-01", "2031-01-01");
// The active key has started already.
const now = between("2026-02-01", "2036-02-01");

export function makeRealisticExamples(): RealisticExamples {
  const generated = publicJwk(makeRsaKey(), later);
  const encrypting = { ...publicJwk(makeRsaKey(), later), use: "enc" };
  const certified = makeCertified(now);
  const k = `throw-away~${randomBytes(21).toString("base64url")}`; // plain text, and not base64url
  const secret = { kid: randomBytes(32).toString("base64url"), use: "sig", kty: "oct", ...later };
  const uploaded = { ...certified.shown, status: "disabled" };
  const enabled = { ...certified.shown, status: "enabled" };
  const waiting = { ...generated, status: "enabled" };
  const disabled = { ...generated, status: "disabled" };

  const examples = {
    "create-key-set.request": {
      summary: "Create an empty key set for token signing.",
      value: { id: "TokenSigningKeyContainer" },
    },
    "create-key-set.response": {
      summary: "The empty key set, with the prefix that the service added.",
      value: { id, keys: [] },
    },
    "generate-key.request": {
      summary: "Generate an RSA signing key that becomes valid later.",
      value: { use: "sig", kty: "RSA", ...later },
    },
    "generate-key.response": { summary: "The public properties of the generated RSA key.", value: waiting },
    "generate-encryption-key.request": {
      summary: "Generate an RSA encryption key, in a key set for encryption keys.",
      value: { use: "enc", kty: "RSA", ...later },
    },
    "generate-encryption-key.response": {
      summary: "The public properties of the generated encryption key.",
      value: { ...encrypting, status: "enabled" },
    },
    "upload-certificate.request": {
      summary: "Upload a self-signed certificate.",
      value: { key: certified.certificate },
    },
    "upload-certificate.response": {
      summary: "The key of the certificate, with the lifetime of the certificate. It starts disabled.",
      value: uploaded,
    },
    "upload-pkcs12.request": {
      summary: "Upload the certificate with its private key, in a file that uses TripleDES and SHA-1.",
      value: { key: certified.pkcs12, password: certified.password },
    },
    "upload-pkcs12.response": {
      summary: "The key of the certificate, without its private key. It starts disabled.",
      value: uploaded,
    },
    "upload-secret.request": {
      summary: "Upload a client secret as plain text. It becomes valid later.",
      value: { use: "sig", k, ...later },
    },
    "upload-secret.response": {
      summary: "The key of the client secret, without the secret. It starts disabled.",
      value: { ...secret, status: "disabled" },
    },
    "get-active-key.response": { summary: "The key of the certificate, which is valid now.", value: enabled },
    "get-key-set.response": {
      summary: "A key set with a generated key and the key of a certificate.",
      value: { id, keys: [waiting, enabled] },
    },
    "list-key-sets.response": {
      summary: "A key set for token signing, one for token encryption, and one with a client secret.",
      value: {
        value: [
          { id, keys: [waiting, enabled] },
          { id: "B2C_1A_TokenEncryptionKeyContainer", keys: [{ ...encrypting, status: "enabled" }] },
          { id: "B2C_1A_PartnerClientSecret", keys: [{ ...secret, status: "disabled" }] },
        ],
      },
    },
    "update-key-status.request": { summary: "Disable the generated key.", value: { status: "disabled" } },
    "get-key.response": { summary: "The generated key, which is now disabled.", value: disabled },
    "list-keys.response": {
      summary: "The generated key, which is now disabled, and the key of the certificate.",
      value: { value: [disabled, enabled] },
    },
    "replace-key-set.request": {
      summary: "Keep only the key of the certificate. The body contains its private key.",
      value: { id, keys: [certified.sent] },
    },
    "replace-key-set.response": {
      summary: "The key set with only the key of the certificate, without its private key.",
      value: { id, keys: [enabled] },
    },
  };
  return { examples, parameters: { kid: generated.kid } };
}

/** The public properties of an RSA key, as the service returns them. */
function publicJwk(key: KeyObject, validity: Validity) {
  const { n, e } = key.export({ format: "jwk" });
  return { kid: kidOf(key), use: "sig", kty: "RSA", ...validity, e, n };
}

/** A new RSA key with its certificate: what a caller uploads, what it sends to replace a key set, and what the service returns. */
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
    sent: { use: "sig", ...key.export({ format: "jwk" }), x5c, x5t },
    shown: { ...publicJwk(key, validity), x5c, x5t },
  };
}
