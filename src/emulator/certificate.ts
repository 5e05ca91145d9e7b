import { createHash, X509Certificate } from "node:crypto";
import type { Switches } from "./behaviors.js";
import { type EmulatedKey, newKid } from "./key.js";
import { rsaPublicKey } from "./rsa.js";
import { listedError, type ServiceError } from "./service-error.js";

/** The uploaded key is badly formatted: the error with a reason. */
export const badKey = (reason: string): ServiceError => listedError("AADB2C90215", [reason]);

/** A certificate (DER), or nothing if the bytes aren't one. */
export function parseCertificate(der: Uint8Array): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(der);
    // Node takes PEM too, and ignores what follows.
    return certificate.raw.equals(der) ? certificate : undefined;
  } catch {
    return undefined;
  }
}

/** The thumbprint of a certificate: the SHA-1 of its bytes, in base64url (RFC 7517, section 4.8). */
export const thumbprint = (certificate: X509Certificate): string =>
  createHash("sha1").update(certificate.raw).digest("base64url");

/**
 * The key of an uploaded certificate.
 *
 * @param chain the other certificates that come with it.
 * @param now seconds since 1970-01-01T00:00:00Z.
 * @throws ServiceError if the service wouldn't take the certificate.
 */
export async function keyOfCertificate(
  certificate: X509Certificate,
  chain: readonly X509Certificate[],
  { switches, now }: { switches: Switches; now: number },
): Promise<EmulatedKey> {
  const { publicKey } = certificate;
  if (publicKey.asymmetricKeyType !== "rsa") throw badKey("the key type is not RSA");
  if (switches["least-rsa-bits"] && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw listedError("AADB2C90137", ["2048"]);
  const [nbf, exp] = [certificate.validFrom, certificate.validTo].map(secondsOf);
  if (!switches["expired-certificates"] && exp !== undefined && exp <= now) throw badKey("the certificate has expired");
  return {
    kid: newKid(),
    kty: "RSA",
    use: await useOf(certificate),
    status: switches["uploaded-keys-start-disabled"] ? "disabled" : "enabled",
    ...(nbf !== undefined && { nbf }),
    ...(exp !== undefined && { exp }),
    x5c: [certificate, ...chain].map(({ raw }) => raw.toString("base64")),
    x5t: thumbprint(certificate),
    ...rsaPublicKey(publicKey),
  };
}

/** A time as Node prints it, in seconds since 1970-01-01T00:00:00Z. */
function secondsOf(time: string): number | undefined {
  const seconds = Math.floor(Date.parse(time) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** What the key usage of a certificate allows (RFC 5280, section 4.2.1.3), which Node doesn't show. */
async function useOf(certificate: X509Certificate): Promise<"sig" | "enc"> {
  const { keyUsageOf } = await import("./pkcs12-reader.js");
  const usage = keyUsageOf(certificate.raw);
  const enciphers = usage?.keyEncipherment || usage?.dataEncipherment;
  return enciphers && !usage?.digitalSignature ? "enc" : "sig";
}
