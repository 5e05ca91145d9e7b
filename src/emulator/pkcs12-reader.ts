// Loaded when the first certificate arrives, as node-forge takes longer to load than all the rest.
import { createPrivateKey, type KeyObject, pbkdf2Sync } from "node:crypto";
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
  const content = unlock(structure, password);
  // Some programs write no password as an empty one.
  const isMaybeEmpty = !content.opened && content.problem === "password" && password === undefined;
  return isMaybeEmpty ? unlock(structure, "") : content;
}

function unlock(structure: forge.asn1.Asn1, password: string | undefined): Pkcs12Content {
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
  return bags.filter(({ type }) => type === pki.oids.certBag).map(({ asn1: structure }) => toDer(structure));
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
const maxIterations = 200_000;
// Node hashes about ten times as fast as node-forge.
const nativeSpeed = 10;
// Unlimited unless a file is being opened: other parts of the program can use node-forge too.
let iterationsLeft = Infinity;

const isOpening = (): boolean => iterationsLeft !== Infinity;

class TooManyIterations extends Error {}

function count(iterations: number): void {
  iterationsLeft -= iterations;
  if (!(iterationsLeft >= 0)) throw new TooManyIterations();
}

type KeyDerivation = (password: unknown, salt: unknown, ...rest: number[]) => unknown;
type Pbkdf2 = (
  password: string,
  salt: string,
  iterations: number,
  length: number,
  hash?: { algorithm: string },
) => string;

/** The functions that node-forge calls to hash a password. Its types leave them out. */
interface KeyDerivations {
  pkcs5: { pbkdf2: Pbkdf2 };
  pkcs12: { generateKey: KeyDerivation };
  pki: { pbe: { generatePkcs12Key: KeyDerivation }; certificateFromAsn1: (...args: unknown[]) => unknown };
}

/** Makes node-forge count the iterations before it starts, and leave the bytes of certificates as they are. */
function adapt(library: KeyDerivations): void {
  const { pbkdf2 } = library.pkcs5;
  library.pkcs5.pbkdf2 = (password, salt, iterations, length, hash) => {
    if (!isOpening()) return pbkdf2(password, salt, iterations, length, hash);
    count(iterations / nativeSpeed);
    // PBES2 takes a password in UTF-8. node-forge would take each character for a byte.
    const bytes = Buffer.from(salt, "latin1");
    return pbkdf2Sync(password, bytes, iterations, length, hash?.algorithm ?? "sha1").toString("latin1");
  };
  const { certificateFromAsn1 } = library.pki;
  library.pki.certificateFromAsn1 = (...args) => {
    // A bag then has what node-forge couldn't read. A certificate that is written again could have other bytes.
    if (isOpening()) throw new Error("Certificates are read later.");
    return certificateFromAsn1(...args);
  };
  const { generatePkcs12Key } = library.pki.pbe;
  const limited: KeyDerivation = (password, salt, id = 0, iterations = 0, ...rest) => {
    count(iterations);
    return generatePkcs12Key(password, salt, id, iterations, ...rest);
  };
  library.pki.pbe.generatePkcs12Key = limited;
  library.pkcs12.generateKey = limited;
}

adapt(forge as unknown as KeyDerivations);
