// Loaded when the first certificate arrives, as node-forge takes longer to load than all the rest.
import { createPrivateKey, type KeyObject } from "node:crypto";
import forge from "node-forge";

/** What a PKCS #12 file contains, or why it couldn't be opened. */
export type Pkcs12Content =
  | { opened: true; certificates: Buffer[]; privateKeys: KeyObject[] }
  | { opened: false; problem: "format" | "password" | "iterations" };

/** The key usage of a certificate, by the names of RFC 5280, section 4.2.1.3. */
export interface KeyUsage {
  digitalSignature: boolean;
  keyEncipherment: boolean;
  dataEncipherment: boolean;
}

const { asn1, pki, pkcs12 } = forge;

/** The key usage of an RSA certificate (DER), if it states one. */
export function keyUsageOf(der: Buffer): KeyUsage | undefined {
  try {
    return pki.certificateFromAsn1(parseDer(der)).getExtension("keyUsage") as KeyUsage | undefined;
  } catch {
    return undefined;
  }
}

/** Whether a PKCS #12 file encrypts something with AES. The names of encryptions aren't encrypted themselves. */
export const usesAes = (file: Buffer): boolean => aesIds.some((id) => file.includes(id));

const aesIds = ["aes128-CBC", "aes192-CBC", "aes256-CBC"].map((name) =>
  Buffer.from(asn1.oidToDer(pki.oids[name] ?? "").getBytes(), "latin1"),
);

/** Opens a PKCS #12 file. */
export function openPkcs12(file: Buffer, password: string | undefined): Pkcs12Content {
  let structure: forge.asn1.Asn1;
  try {
    structure = parseDer(file);
  } catch {
    return { opened: false, problem: "format" };
  }
  if (!isPfx(structure)) return { opened: false, problem: "format" };
  iterationsLeft = maxIterations;
  try {
    const bags = pkcs12.pkcs12FromAsn1(structure, password).safeContents.flatMap(({ safeBags }) => safeBags);
    return { opened: true, certificates: certificatesIn(bags), privateKeys: privateKeysIn(bags) };
  } catch (error) {
    return { opened: false, problem: error instanceof TooManyIterations ? "iterations" : "password" };
  } finally {
    iterationsLeft = Infinity;
  }
}

/** A PFX is a sequence of the version 3, the content, and a MAC (RFC 7292, section 4). */
function isPfx({ type, value }: forge.asn1.Asn1): boolean {
  if (type !== asn1.Type.SEQUENCE || typeof value === "string") return false;
  const [version, content] = value;
  return version?.type === asn1.Type.INTEGER && version.value === "\x03" && content?.type === asn1.Type.SEQUENCE;
}

function certificatesIn(bags: forge.pkcs12.Bag[]): Buffer[] {
  return bags
    .filter(({ type }) => type === pki.oids.certBag)
    .map(({ cert, asn1: unknownKind }) => toDer(cert ? pki.certificateToAsn1(cert) : unknownKind));
}

function privateKeysIn(bags: forge.pkcs12.Bag[]): KeyObject[] {
  const types = [pki.oids.keyBag, pki.oids.pkcs8ShroudedKeyBag];
  return bags
    .filter(({ type }) => types.includes(type))
    .map(({ key, asn1: unknownKind }) =>
      key
        ? createPrivateKey({ key: toDer(pki.privateKeyToAsn1(key)), format: "der", type: "pkcs1" })
        : createPrivateKey({ key: toDer(unknownKind), format: "der", type: "pkcs8" }),
    );
}

const parseDer = (der: Buffer): forge.asn1.Asn1 => asn1.fromDer(der.toString("latin1"));

const toDer = (structure: forge.asn1.Asn1): Buffer => Buffer.from(asn1.toDer(structure).getBytes(), "latin1");

// A file says itself how often its password is hashed, which could take hours. Usual files have a few thousand iterations.
const maxIterations = 500_000;
// Unlimited unless a file is being opened: other parts of the program can use node-forge too.
let iterationsLeft = Infinity;

class TooManyIterations extends Error {}

function count(iterations: number): void {
  iterationsLeft -= iterations;
  if (!(iterationsLeft >= 0)) throw new TooManyIterations();
}

type KeyDerivation = (password: unknown, salt: unknown, ...rest: number[]) => unknown;

/** The functions that node-forge calls to hash a password. Its types leave them out. */
interface KeyDerivations {
  pkcs5: { pbkdf2: KeyDerivation };
  pkcs12: { generateKey: KeyDerivation };
  pki: { pbe: { generatePkcs12Key: KeyDerivation } };
}

/** Makes node-forge count the iterations before it starts. */
function limitIterations(library: KeyDerivations): void {
  const { pbkdf2 } = library.pkcs5;
  library.pkcs5.pbkdf2 = (password, salt, iterations = 0, ...rest) => {
    count(iterations);
    return pbkdf2(password, salt, iterations, ...rest);
  };
  const { generatePkcs12Key } = library.pki.pbe;
  const limited: KeyDerivation = (password, salt, id = 0, iterations = 0, ...rest) => {
    count(iterations);
    return generatePkcs12Key(password, salt, id, iterations, ...rest);
  };
  library.pki.pbe.generatePkcs12Key = limited;
  library.pkcs12.generateKey = limited;
}

limitIterations(forge as unknown as KeyDerivations);
