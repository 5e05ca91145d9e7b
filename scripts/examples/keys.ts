// Key material for the examples. It is thrown away: it protects nothing.
import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import forge from "node-forge";

/** When a key is valid: from `nbf` to `exp`, in seconds since 1970-01-01T00:00:00Z. */
export interface Validity {
  nbf: number;
  exp: number;
}

export const makeRsaKey = (): KeyObject => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

/** A self-signed certificate of a key. */
export function makeCertificate(key: KeyObject, { nbf, exp }: Validity): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  const signer = toForge(key);
  certificate.publicKey = forge.pki.setRsaPublicKey(signer.n, signer.e);
  certificate.serialNumber = "01";
  certificate.validity = { notBefore: new Date(nbf * 1000), notAfter: new Date(exp * 1000) };
  const name = [{ shortName: "CN", value: "Throw-away token signing" }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, critical: true },
    { name: "subjectKeyIdentifier" },
  ]);
  certificate.sign(signer, forge.md.sha256.create());
  return certificate;
}

export const derOf = (certificate: forge.pki.Certificate): Buffer => bytesOf(forge.pki.certificateToAsn1(certificate));

/** A PFX file with a certificate and its private key, in TripleDES-SHA1: uploads with AES-256 reportedly fail. */
export const makePkcs12 = (key: KeyObject, certificate: forge.pki.Certificate, password: string): Buffer =>
  bytesOf(forge.pkcs12.toPkcs12Asn1(toForge(key), [certificate], password, { algorithm: "3des" }));

/** The ID of an RSA key: its thumbprint (RFC 7638), so that a key has the same ID in all examples. */
export function kidOf(key: KeyObject): string {
  const { e, kty, n } = key.export({ format: "jwk" });
  return createHash("sha256").update(JSON.stringify({ e, kty, n })).digest("base64url");
}

const toForge = (key: KeyObject): forge.pki.rsa.PrivateKey =>
  forge.pki.privateKeyFromPem(key.export({ type: "pkcs1", format: "pem" }) as string);

const bytesOf = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), "latin1");
