// Certificates and PKCS #12 files for tests. One RSA key is enough for all of them, as it takes long to make.
import { generateKeyPairSync } from "node:crypto";
import forge from "node-forge";
import { now } from "./emulator-under-test.ts";

const pem = (bits: number) =>
  generateKeyPairSync("rsa", {
    modulusLength: bits,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  }).privateKey;

export const rsaKey = forge.pki.privateKeyFromPem(pem(2048));
export const shortRsaKey = forge.pki.privateKeyFromPem(pem(1024));

interface CertificateOptions {
  key?: forge.pki.rsa.PrivateKey;
  name?: string;
  usage?: Record<string, boolean>;
  nbf?: number;
  exp?: number;
}

export function makeCertificate(options: CertificateOptions = {}): forge.pki.Certificate {
  const { key = rsaKey, name = "Test", usage, nbf = now - 3600, exp = now + 3600 } = options;
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
  certificate.serialNumber = "0a";
  certificate.validity = { notBefore: new Date(nbf * 1000), notAfter: new Date(exp * 1000) };
  const subject = [{ shortName: "CN", value: name }];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  if (usage) certificate.setExtensions([{ name: "keyUsage", ...usage }]);
  certificate.sign(key, forge.md.sha256.create());
  return certificate;
}

const base64Of = (structure: forge.asn1.Asn1): string =>
  Buffer.from(forge.asn1.toDer(structure).getBytes(), "latin1").toString("base64");

export const certificateText = (options?: CertificateOptions): string =>
  base64Of(forge.pki.certificateToAsn1(makeCertificate(options)));

/** A certificate of a key that isn't RSA, which node-forge can't make. */
export const ellipticCertificate =
  "MIIBdTCCARugAwIBAgIULQVN6NeiUukjxNKpggGFs53j6GIwCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwEVGVzdDAgFw0yNjExMjkxNjE3MTRaGA8yMTI2MTEwNTE2MTcxNFowDzENMAsGA1UEAwwEVGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGUk65QG4Wr5L7owTj4eDPHaARcI3d+dEGHaRwJZD6Lv6oAtTE8GL2QS8CTD3rcLoQ/ItSD9nWUK1PuzKQ0DVz2jUzBRMB0GA1UdDgQWBBQSe9dRAD4o5UqdEILdNG8+8yEK0jAfBgNVHSMEGDAWgBQSe9dRAD4o5UqdEILdNG8+8yEK0jAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDsIS6J6lI56t8HCj50yG9uZ/Gd+rzKXntePMBPQNWh6gIgVTzb5ApFBPEQdGhCswVgzJP0DqEQSfwxgsKZ/pBIFQA=";

interface Pkcs12Options {
  password?: string | null;
  algorithm?: "3des" | "aes256";
  certificates?: forge.pki.Certificate[];
  key?: forge.pki.rsa.PrivateKey | null;
  count?: number;
  useMac?: boolean;
}

export const pkcs12Text = (options: Pkcs12Options = {}): string => {
  return base64Of(pkcs12Of(options));
};

function pkcs12Of(options: Pkcs12Options): forge.asn1.Asn1 {
  const { certificates = [makeCertificate()], key = rsaKey, password = "pass", ...settings } = options;
  return forge.pkcs12.toPkcs12Asn1(key, certificates, password, { algorithm: "3des", count: 10, ...settings });
}

/** A file that says that its password is hashed two thousand million times. */
export function endlessPkcs12Text(options: Pkcs12Options = {}): string {
  const count = 1234;
  const [usual, endless] = [count, 2_000_000_000].map((number) => forge.asn1.integerToDer(number).getBytes());
  return base64Of(withIntegers(pkcs12Of({ ...options, count })));

  /** Changes the counts in the structure, and in those within its octet strings. */
  function withIntegers(node: forge.asn1.Asn1): forge.asn1.Asn1 {
    const { value, type } = node;
    if (typeof value !== "string") return { ...node, value: value.map(withIntegers) };
    if (type === forge.asn1.Type.INTEGER && value === usual) return { ...node, value: endless ?? "" };
    if (type !== forge.asn1.Type.OCTETSTRING) return node;
    try {
      return { ...node, value: forge.asn1.toDer(withIntegers(forge.asn1.fromDer(value))).getBytes() };
    } catch {
      return node;
    }
  }
}

const jwk = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });

/** A JSON Web Key with its private members. */
export const privateJwk = { kty: "RSA", use: "sig", ...jwk };
