import { bytesOfBase64, bytesOfBase64url } from "./base64.js";
import type { Switches } from "./behaviors.js";
import { word } from "./body.js";
import { parseCertificate, thumbprint } from "./certificate.js";
import { type EmulatedKey, newKid } from "./key.js";
import { modulusBits, rsaPublicKey } from "./rsa.js";
import { invalidBody, listedError, type ServiceError } from "./service-error.js";

/** A JSON Web Key as the contract lets it be sent with a key set. */
export interface SentKey {
  kid?: string;
  kty: string;
  use?: string;
  status?: string;
  nbf?: number;
  exp?: number;
  x5c?: string[];
  x5t?: string;
  e?: string;
  n?: string;
  d?: string;
  p?: string;
  q?: string;
  dp?: string;
  dq?: string;
  qi?: string;
  k?: string;
}

const rsaMembers = ["n", "e", "d", "p", "q", "dp", "dq", "qi"] as const;
const privateMembers = ["d", "p", "q", "dp", "dq", "qi"] as const;

/**
 * The keys to store of those that were sent with a key set.
 *
 * @param keepsKid whether a `kid` that was sent is kept.
 * @throws ServiceError if the service wouldn't take one of them.
 */
export function readSentKeys(
  sent: readonly SentKey[],
  { switches, keepsKid }: { switches: Switches; keepsKid: boolean },
): EmulatedKey[] {
  const keys = sent.map((key) => readSentKey(key, switches, keepsKid));
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length)
    throw listedError("AADB2C95040", ["two keys have the same kid"]);
  return keys;
}

function readSentKey(sent: SentKey, switches: Switches, keepsKid: boolean): EmulatedKey {
  const kty = keyType(sent.kty);
  if (sent.use !== undefined && sent.use !== "sig" && sent.use !== "enc")
    throw listedError("AADB2C95033", [word(sent.use)]);
  return {
    kid: keepsKid && sent.kid ? sent.kid : newKid(),
    kty,
    ...(sent.use !== undefined && { use: sent.use }),
    status: statusOf(sent.status, switches),
    ...(sent.nbf !== undefined && { nbf: sent.nbf }),
    ...(sent.exp !== undefined && { exp: sent.exp }),
    ...(kty === "RSA" ? readRsa(sent, switches) : readSymmetric(sent, switches)),
  };
}

/**
 * The type of a key as RFC 7518 spells it.
 *
 * @throws ServiceError `AADB2C95031` for a type that the service doesn't have.
 */
export function keyType(kty: string): "RSA" | "oct" {
  if (kty === "RSA" || kty === "rsa") return "RSA";
  if (kty === "oct") return "oct";
  throw listedError("AADB2C95031", [word(kty)]);
}

function statusOf(status: string | undefined, switches: Switches): EmulatedKey["status"] {
  if (status === undefined) return switches["generated-keys-start-enabled"] ? "enabled" : "disabled";
  if (status !== "enabled" && status !== "disabled") throw invalidBody();
  return status;
}

function readRsa(sent: SentKey, switches: Switches): Partial<EmulatedKey> {
  if (sent.k !== undefined) throw listedError("AADB2C95034");
  if (!sent.n || !sent.e) throw listedError("AADB2C95039");
  for (const member of rsaMembers) {
    const value = sent[member];
    if (value !== undefined && !bytesOfBase64url(value)) throw unreadable(`${member} is not base64url`);
  }
  if (switches["least-rsa-bits"] && modulusBits(Buffer.from(sent.n, "base64url")) < 2048)
    throw listedError("AADB2C90137", ["2048"]);
  if (privateMembers.some((member) => sent[member] !== undefined)) checkPrivateKey(sent);
  return { n: sent.n, e: sent.e, ...readCertificates(sent) };
}

function checkPrivateKey(sent: SentKey): void {
  if (rsaMembers.some((member) => !sent[member])) throw unreadable("the private key is not complete");
  if (!isConsistent(sent)) throw unreadable("the private key does not belong to the public one");
}

/** Whether the numbers of an RSA key are one key (RFC 8017, section 3.2). */
function isConsistent(sent: SentKey): boolean {
  const [n = 0n, e = 0n, d = 0n, p = 0n, q = 0n, dp, dq, qi = 0n] = rsaMembers.map((member) => numberOf(sent[member]));
  if (p < 2n || q < 2n || p * q !== n) return false;
  return (
    (d * e) % (p - 1n) === 1n &&
    (d * e) % (q - 1n) === 1n &&
    dp === d % (p - 1n) &&
    dq === d % (q - 1n) &&
    (qi * q) % p === 1n
  );
}

const numberOf = (text = ""): bigint => BigInt(`0x${Buffer.from(text, "base64url").toString("hex")}`);

function readCertificates({ x5c = [], x5t, n }: SentKey): Partial<EmulatedKey> {
  const certificates = x5c.map((text) => {
    const certificate = parseCertificate(bytesOfBase64(text) ?? Buffer.of());
    if (!certificate) throw unreadable("x5c is not an X.509 certificate");
    return certificate;
  });
  if (x5t === "") throw unreadable("x5t is empty");
  const [first] = certificates;
  if (!first) return x5t === undefined ? {} : { x5t };
  if (first.publicKey.asymmetricKeyType !== "rsa" || rsaPublicKey(first.publicKey).n !== n)
    throw unreadable("x5c is the certificate of another key");
  return { x5c: certificates.map(({ raw }) => raw.toString("base64")), x5t: thumbprint(first) };
}

function readSymmetric(sent: SentKey, switches: Switches): Partial<EmulatedKey> {
  if (!sent.k || rsaMembers.some((member) => sent[member] !== undefined)) throw listedError("AADB2C95034");
  const secret = bytesOfBase64url(sent.k);
  if (!secret) throw listedError("AADB2C95029");
  checkSecretLength(secret, switches);
  return {};
}

/** @throws ServiceError `AADB2C90138` for a secret that is too short. */
export function checkSecretLength(secret: Uint8Array, switches: Switches): void {
  if (switches["least-secret-bits"] && secret.length * 8 < 256) throw listedError("AADB2C90138", ["256"]);
}

const unreadable = (reason: string): ServiceError => listedError("AADB2C95040", [reason]);
