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

const jwk = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });

/** JSON Web Keys with their private members. */
export const privateJwk = { kty: "RSA", use: "sig", ...jwk() };
export const otherJwk = { kty: "RSA", use: "sig", ...jwk() };

/**
 * A file that node-forge can't make: its certificate has an RSASSA-PSS signature, and PBES2 hashes a password with umlauts. OpenSSL
 * made it: `openssl pkcs12 -export -keypbe DES-EDE3-CBC -certpbe DES-EDE3-CBC`.
 */
export const pssPkcs12 = {
  password: "päß",
  thumbprint: "E5zBePEoMID99g5A2h0KJUMjePs",
  text: "MIIKEgIBAzCCCckGCSqGSIb3DQEHAaCCCboEggm2MIIJsjCCBDgGCSqGSIb3DQEHBqCCBCkwggQlAgEAMIIEHgYJKoZIhvcNAQcBME0GCSqGSIb3DQEFDTBAMCgGCSqGSIb3DQEFDDAbBAiGhdcLUARItAIBZDAMBggqhkiG9w0CCQUAMBQGCCqGSIb3DQMHBAhuMsYcPE3v6oCCA8C+2pWRpVqyjZuLzub+bll0bxIE1YVnPYgZqsASIEfAFVU0Ik34k82etBk+1SE0zUl2xabnE+Z7obhP85C30Aiq/dib3/AdpjlLtc1yisn5YnSpJxm9SqYKdbCIFvDeNoC91c7iJEAGLmoajm46ZwHixu/O0Q5Ro3gijsHv7B6ynzvP2m32BznQsxRoZ5imkc6dLJfNNsOqOZAuHrYUWPNn7AMkAlHofYIAryTxMFkf2suGsUSw8FslWcXLVdSryi7BogqTrlrdIByNAAiSnuQrRFQ5PttBnZMFJdG8gP6ehAZycxsWZZki4tbVilx4Yd98H2mMCOnPxYq6v7Ji3eI9M46Uun8fPexgu4ljPr6NlwUBFybAzLfCybxdi72LYUT8YO1p2mYpLU9utHHWnq8vbxt8hUH7SgrOXEhh56P+eF44/hkPw9mAczhYmQd0Ahcie7Plk4unmasQwCdj2UBZ2Y7LnmGmTG01BB+avkuTp0+l6sU71w6vsSnaF1gzHtPqY8Kq+oA2PMIbzFXXA5s7dLIZkrNCvzchZBrL5bqUcP/THeNbAovEdfAggrWZzmAfdlXIImysfHhZ3Z9gxtaPQUR4sMW58j31DoU405rQ0QbuCGuaLhsICl5nqzdekSiilA8Gg0UUhrZbaH7BwasW/oUhXWF8DqXvHL0gxIPLcAYwcqkXAj6zW0V6pWEg1FS8p552iGhUTiwQDWBeejifFiIJZcQPq6j030dfd52Q0WA3qfKHC4pFNFrDE+oB1AR0dfOSQPaMLx3Fqdejww/hFqFUMpfRXX0s6NAMD8d8UsS+Uat2SFVU0rIR2raOhjzpfXX5rLJvIi/2wTCK/+5LsjtNyySs0H/d/uj8Hos6qlMU0LufeGTFhSqmIPqbXkwdms2vScij21WNeNCS+uzrA9z1AZjxFq0Y0KWL1tHaZAnSp9dWNr3D+OUOkeHBPiYHN5+T1V98M8pQ9xF+376lMnGLQ1NZyDIPP+sWHV4baZZmDy8RIB6hw0wbWJiBSHEoUyJQ7rox2YTo6t5bvKpFb1TrzRukfVFtviimO9jhSTES6xEDSzPExk45HPFKqhaOaB+uRNQFWBwgNx1fD7tjhjzDacUCcsTHzi8yPvvjg0N+sBh8uhH3+nrRcWsOuFMQh8flUBnULxq6Ev6BkxkO6USH6nAg2f9MnN9RKwqzyRZYMZUAE6GfZT7FjupZsQmQqPZXpoFeOEnd8Khb42jr0NkeZEIpR+33i6qbTx4dbeX1W7OUthm+OIGhdmTlpP8wggVyBgkqhkiG9w0BBwGgggVjBIIFXzCCBVswggVXBgsqhkiG9w0BDAoBAqCCBR8wggUbME0GCSqGSIb3DQEFDTBAMCgGCSqGSIb3DQEFDDAbBAhSagOGxQ6kHwIBZDAMBggqhkiG9w0CCQUAMBQGCCqGSIb3DQMHBAg3Kgk+u7+qAASCBMjPa++o9JiOrZsYMGXU5VUQgZXw/gUp4PY8x4zsneAkVUbYla/MJnjCVbRMf4FztQ76n5h5qNChx6zR2iZ0jXW+s/cSIHB5LgoT4Tsd6a7doKrgqAeKqTVTul1uW5McvVinZxZUJoXqgCmS5qwp3LeOvWu1hDZFOsCbKVET5zJsVGELvMCS4/fq11TV7b/udyB5mYtyZniuDCFz2wiovragNk5b6xaAES06duNl1rdQvZXKNXiE22x0qkL/uY/ko3TwAzcHGGS7/cIphRHoTqu78Bjg+a/zocOkxm8LDg9CAwi5CwLkQ/BTp6n+hmRmGpQ4w0havd8wTMXjUgYm1WQA5LdJeZ1068TrvdlGAvd3IHhizI0wsX4xgm0Wqc3lt6dbk/wfAhR+JFw8cqjGmwCwmwEhT719ld4DA0wxy1A3SmEPTvERZ4kIr10q+KG7OwYIb7UF4reDk2IOU/uaWI+QXP7H7djtntU9Jq1qtMJL3KMaWo19LNpCskkxyU0kP1i+DIpWRi2DlqOxNgRkrP9MEAfeYjAaQCGxWygkd2wXmbbt9NtJRAkO77zfN8C2GQ6bcOuLqtZcCnI3qu8JWMUG40zuDVhdAj0UNGWRMr5uMnvDRLtvwk+gMoO0+ovkh+CzarMdbo+RiAkXegW8/4iqGW+cnQnaqO1KrGcQ0Iv09vl3q0aYIhhtHDyPim1Y9aHtTljUEux5Mi5t8/GdAIyvLex9o8Oa8Vf06KDxfncGyXm2EQQdXxdhpmKevq0YWlFus3ifPpnpbKv6dVshh7j4nSmg+S19hiGIjWXlv8RsOfHmxFaH1hTSWvq0hK4lFSaoSX3Nx2A9M1VBYMmz0oA8kkS6cbC+8FpXlOcSp5zgE2BjEdJc3KsH4aAyldO+bbZP4gKD3TT3XLFVzr3i01ua75j5sHOHj5iYTlf/g+6JFw5fdGEXmdLxNAxJ8cFtt65MfSekdLhM0wczcYMhZ4Ei+GE5L983ey/IxFhLK0qLxSLBRcO5rdJJf5x++mov0wjiEFNADDihGX9+c8UQwKgpaRYAwflyMqIcRiCGAtpRQXnBmXi0AEr7d0Zfcy8UoxEJIQXQWzVwZWH6pebyemtIrEtfhLxuIcY2JUohm9lSwfsZwOW2+GMVS+oJT2b4P5O7P+ZLzhuszzTsMWEErp9EUJh/urMqgcaHKLSVBAv6gl1RasU8TT31Tvo+nscJ+LIRSEeeetJnzjFc/ovTGUwxewEbqHwFnKee8wni8yNPAZpPv5YEZ4sYL2d+jAOjkvbz/bO31HpjQkbMbfDp1okDvs6QdmNf25s3kP5giC6utc2MdsJSSVC0TqkHGvOZZy5gIUedZNC2/WXJIEZrXfW65z8eSn0QydgTgE/5IiX+Y8BSkHkb0+7V99Ek/goPBqzp7SU9ppAooMkpPOVmv7AaLgyV5nVIvUffqXQIYsr4sY2XVFuN1E+NGphPc/kkQjL2Ojwhnw8DpfdYSN9UaL2IRHhG9fDlDobaKl92zqTw6OWOW3aKKJYMSgXvzXPVxtndYSs4ts+SEqVGSG3len8MnX4WKjAIRNeQtUMyyhM6MV3pT21d4dnfhSjdsZfjp3KcDR5PwubTmrA7wTZkeeRkmm3RucLvh/QxJTAjBgkqhkiG9w0BCRUxFgQUE5zBePEoMID99g5A2h0KJUMjePswQDAxMA0GCWCGSAFlAwQCAQUABCBeapBbkW7No2U8M2QKZSbkt1zCkCd3GOO999q0tPrNzgQIyLSIv5WaioQCAWQ=",
};
