import type { KeyObject } from "node:crypto";
import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { readyModuli } from "./ready-moduli.js";

/** The public members of an RSA key, in base64url (RFC 7518, section 6.3.1). */
export interface RsaPublicKey {
  n: string;
  e: string;
}

/** Makes RSA keys and returns their public members. */
export type RsaKeyMaker = () => Promise<RsaPublicKey>;

/** The length of generated keys. The documentation doesn't state it. */
const bits = 2048;

/** Makes a new RSA key each time, which takes 50 to 500 ms. The private key is forgotten at once. */
export const generateRsaKey: RsaKeyMaker = async () => {
  const { publicKey } = await promisify(generateKeyPair)("rsa", { modulusLength: bits });
  return rsaPublicKey(publicKey);
};

/** Takes ready keys in turn, so that the same key comes again after as many calls as there are keys. */
export function readyRsaKeys(): RsaKeyMaker {
  let next = 0;
  return async () => ({ n: readyModuli[next++ % readyModuli.length] ?? "", e: "AQAB" });
}

/** The public members of a key object of the type RSA. */
export function rsaPublicKey(key: KeyObject): RsaPublicKey {
  const { n = "", e = "" } = key.export({ format: "jwk" });
  return { n, e };
}

/** The length of a modulus in bits. */
export function modulusBits(modulus: Buffer): number {
  const first = modulus.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (modulus.length - first) * 8 - Math.clz32(modulus[first] ?? 0) + 24;
}
