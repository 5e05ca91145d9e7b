import { createHash, createPrivateKey, createPublicKey, sign, verify, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import forge from "node-forge";
import { describe, expect, test } from "vitest";
import { errorCodes } from "../../src/index.ts";
import { document, resolve } from "../support/document.ts";
import { answered, bodies, objectsIn, sent, story } from "../support/examples.ts";
import { violations } from "../support/validator.ts";

const bytes = (text: string, encoding: "base64" | "base64url" = "base64") => Buffer.from(text, encoding);

test.each(bodies)(
  "$operationId $part shows in each example what its schema takes",
  ({ direction, schema, examples }) => {
    const wrong = Object.entries(examples).flatMap(([name, value]) =>
      violations(direction, schema, value).map((violation) => `${name}: ${violation}`),
    );
    expect(wrong).toEqual([]);
  },
);

test.each(story)("$operationId $part has an example of the story, without a placeholder", ({ value }) => {
  expect(value).toBeDefined();
  const texts = objectsIn(value).flatMap((object) => Object.values(object).filter((text) => typeof text === "string"));
  // Those of the pages stand in the contract in base64 where it asks for it.
  const disguised = (text: string) =>
    [text, bytes(text).toString("latin1")].some((shown) => /(^|[-\s])value$/i.test(shown));
  expect(texts.filter((text) => disguised(text) || /\{\w+\}/.test(text))).toEqual([]);
});

describe.each(story)("the examples of $operationId $part", ({ direction, summaries }) => {
  const documented = Object.entries(summaries).filter(([name]) => name.includes("_")); // the pages' own names
  const sendable = ["create_trustframeworkkeyset_from_trustframework1", "update_trustframeworkkey_v2"];

  test("say what is as documented, and have it last, as portals show the first one", () => {
    const told = Object.values(summaries).map((summary) => /^As documented( in a draft)?: /.test(summary));
    expect(told).toEqual(Object.keys(summaries).map((name) => name.includes("_")));
    expect(told).toEqual([...told].sort());
    expect(told[0]).toBe(false);
  });

  test("say of each documented request that would be refused that it is not to be sent", () => {
    const refused = documented.filter(([name]) => direction === "request" && !sendable.includes(name));
    expect(documented.filter(([, summary]) => /, not to be sent as it is\.$/.test(summary))).toEqual(refused);
  });
});

test("each refusal with 400, which all operations share, says which operation answers it", () => {
  const { examples } = (document.components!.responses!.BadRequest as any).content["application/json"];
  for (const { summary, value } of Object.values(examples).map(resolve)) {
    expect(errorCodes.get(value.error.code)!.operations).toContain(/^(\w+)(, and .*)?: /.exec(summary)?.[1]);
  }
});

test("the refusal of a token names the permissions that would do", () => {
  const { examples } = (document.components!.responses!.Forbidden as any).content["application/json"];
  for (const scope of ["TrustFrameworkKeySet.Read.All", "TrustFrameworkKeySet.ReadWrite.All"])
    expect(resolve(examples.scope).value.error.message).toContain(scope);
});

describe("the uploaded certificate", () => {
  const { key } = sent("uploadCertificate");
  const shown = answered("uploadCertificate");
  const certificate = new X509Certificate(bytes(key));

  test("is DER in base64 on one line", () => {
    expect(certificate.raw.toString("base64")).toBe(key);
  });

  test("is signed by its own key", () => {
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  test("comes back as x5c, with its thumbprint and its public key", () => {
    const { kty, n, e } = certificate.publicKey.export({ format: "jwk" });
    const x5t = createHash("sha1").update(bytes(shown.x5c[0])).digest("base64url");
    expect(shown).toMatchObject({ x5c: [key], x5t, kty, n, e });
  });

  test("is valid as long as its key, or longer", () => {
    expect(Date.parse(certificate.validFrom)).toBeLessThanOrEqual(shown.nbf * 1000);
    expect(Date.parse(certificate.validTo)).toBeGreaterThanOrEqual(shown.exp * 1000);
  });
});

describe("the PKCS #12 file", () => {
  const { key, password } = sent("uploadPkcs12");
  const pfx = bytes(key);

  test("opens with its password", () => {
    expect(() => createSecureContext({ pfx, passphrase: password })).not.toThrow();
  });

  test.each([undefined, "", "password", `${password}x`, password.slice(1)])(
    "does not open with another password (case %#)",
    (passphrase) => {
      expect(() => createSecureContext({ pfx, ...(passphrase !== undefined && { passphrase }) })).toThrow(
        "mac verify failure",
      );
    },
  );

  test("holds the uploaded certificate, and the private key that fits it", () => {
    const file = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(pfx.toString("latin1")), password);
    const bag = (type: string) => file.getBags({ bagType: type })[type]![0]!;
    const certificate = forge.pki.certificateToPem(bag(forge.pki.oids.certBag!).cert!);
    const privateKey = createPrivateKey(forge.pki.privateKeyToPem(bag(forge.pki.oids.pkcs8ShroudedKeyBag!).key!));
    expect(new X509Certificate(certificate).raw.toString("base64")).toBe(sent("uploadCertificate").key);
    expect(new X509Certificate(certificate).checkPrivateKey(privateKey)).toBe(true);
  });

  test("has its private key encrypted with TripleDES-SHA1, as AES-256 is refused", () => {
    const tripleDes = forge.asn1.oidToDer(forge.pki.oids["pbeWithSHAAnd3-KeyTripleDES-CBC"]!).getBytes();
    expect(pfx.includes(tripleDes, 0, "latin1")).toBe(true);
  });
});

describe("the private key that replaces a key set", () => {
  const [key] = sent("replaceKeySet").keys;

  test("signs what its public part verifies", () => {
    const text = Buffer.from("a token");
    const signature = sign("sha256", text, createPrivateKey({ key, format: "jwk" }));
    const { kty, n, e } = key;
    expect(verify("sha256", text, createPublicKey({ key: { kty, n, e }, format: "jwk" }), signature)).toBe(true);
  });

  // A signature does not show it: OpenSSL signs with d or with the factors, whichever fit.
  test("is complete, and each member fits the others", () => {
    const number = (name: string) => BigInt(`0x${bytes(key[name], "base64url").toString("hex")}`);
    const [n, e, d, p, q] = ["n", "e", "d", "p", "q"].map(number) as [bigint, bigint, bigint, bigint, bigint];
    expect(p * q).toBe(n);
    expect([(d * e) % (p - 1n), (d * e) % (q - 1n)]).toEqual([1n, 1n]);
    expect([number("dp"), number("dq"), (number("qi") * q) % p]).toEqual([d % (p - 1n), d % (q - 1n), 1n]);
  });

  test("has neither kid nor type, which the service refuses", () => {
    expect(key).not.toHaveProperty("kid");
    expect(key).not.toHaveProperty(["@odata.type"]);
  });

  test("is the certificate's, of which the public part comes back", () => {
    const { kid, ...shown } = answered("uploadCertificate");
    expect(key).toMatchObject(shown);
    expect(answered("replaceKeySet")).toEqual({ id: sent("replaceKeySet").id, keys: [{ kid, ...shown }] });
  });
});

test("each secret is plain text, and would be no base64url", () => {
  const { examples } = bodies.find(({ operationId, part }) => operationId === "uploadSecret" && part === "request")!;
  for (const { k } of Object.values(examples)) expect(bytes(k, "base64url").toString("base64url")).not.toBe(k);
});
