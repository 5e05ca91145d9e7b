import { createHash, createPrivateKey, sign, verify, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import forge from "node-forge";
import type { OpenAPIV3 } from "openapi-types";
import { describe, expect, test } from "vitest";
import type { ODataError, TrustFrameworkKeyInput } from "../../generated/types.ts";
import { errorCodes } from "../../src/index.ts";
import { components, jsonContent, resolve } from "../support/document.ts";
import { bodies, objectsIn, publicKeyOf, returned, sent, story } from "../support/examples.ts";
import { must } from "../support/must.ts";
import { violations } from "../support/validator.ts";
import { scopes } from "./expected-operations.ts";

const bytes = (text: string, encoding: "base64" | "base64url" = "base64") => Buffer.from(text, encoding);

/** Bodies with their operation and part first, for the names of tests. */
const named = <T extends { operationId: string; part: string }>(items: T[]) =>
  items.map((item) => [item.operationId, item.part, item] as const);

test.each(named(bodies))("each example of %s %s is valid", (_, __, { direction, schema, examples }) => {
  const wrong = Object.entries(examples).flatMap(([name, value]) =>
    violations(direction, schema, value).map((violation) => `${name}: ${violation}`),
  );
  expect(wrong).toEqual([]);
});

test.each(named(story))("%s %s has a realistic example first, without placeholders", (_, __, { value }) => {
  expect(value).toBeDefined();
  const texts = objectsIn(value).flatMap((object) => Object.values(object).filter((text) => typeof text === "string"));
  // In the contract, a documented placeholder is in base64 where the schema requires base64.
  const isPlaceholder = (text: string) =>
    [text, bytes(text).toString("latin1")].some((shown) => /(^|[-\s])value$/i.test(shown)) || /\{\w+\}/.test(text);
  expect(texts.filter(isPlaceholder)).toEqual([]);
});

describe.each(named(story))("the summaries of %s %s", (_, __, { direction, summaries }) => {
  const isDocumented = (name: string) => name.includes("_"); // the pages' own names
  const documented = Object.entries(summaries).filter(([name]) => isDocumented(name));
  const sendable = ["create_trustframeworkkeyset_from_trustframework1", "update_trustframeworkkey_v2"];

  test("state which examples are as documented, and those come last, as portals show the first one", () => {
    const stated = Object.values(summaries).map((summary) => /^As documented( in a draft)?: /.test(summary));
    expect(stated).toEqual(Object.keys(summaries).map(isDocumented));
    expect(stated).toEqual([...stated].sort());
    expect(stated[0]).toBe(false);
  });

  test("warn about each documented request that would fail", () => {
    const failing = documented.filter(([name]) => direction === "request" && !sendable.includes(name));
    expect(documented.filter(([, summary]) => /, not to be sent as it is\.$/.test(summary))).toEqual(failing);
  });
});

/** The examples of a failure that all operations share. */
function sharedFailures(component: string): { name: string; summary: string; error: ODataError["error"] }[] {
  const response = must(components.responses?.[component], `a response ${component}`);
  return Object.entries(jsonContent(response)?.examples ?? {}).map(([name, example]) => {
    const { summary = "", value } = resolve<OpenAPIV3.ExampleObject>(example);
    return { name, summary, error: (value as ODataError).error };
  });
}

test.each(sharedFailures("BadRequest"))(
  "the example $name of a 400, which all operations share, names an operation that returns its code",
  ({ summary, error }) => {
    const operation = /^(\w+)(, and .*)?: /.exec(summary)?.[1];
    expect(errorCodes.get(error.code)?.operations).toContain(operation);
  },
);

test("the example of a token without the permission names the permissions that are enough", () => {
  const scope = sharedFailures("Forbidden").find(({ name }) => name === "scope");
  for (const permission of [scopes.read, scopes.readWrite]) expect(scope?.error.message).toContain(permission);
});

describe("the uploaded certificate", () => {
  const { key } = sent("uploadCertificate");
  const shown = returned("uploadCertificate");
  const certificate = new X509Certificate(bytes(key));

  test("is DER in base64 on one line", () => {
    expect(certificate.raw.toString("base64")).toBe(key);
  });

  test("is signed with its own key", () => {
    expect(certificate.issuer).toBe(certificate.subject);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  test("comes back as x5c, with its thumbprint and its public key", () => {
    const { kty, n, e } = certificate.publicKey.export({ format: "jwk" });
    const x5t = createHash("sha1").update(certificate.raw).digest("base64url");
    expect(shown).toMatchObject({ x5c: [key], x5t, kty, n, e });
  });

  test("is valid at least as long as its key", () => {
    const { nbf, exp } = shown;
    expect(Date.parse(certificate.validFrom) / 1000).toBeLessThanOrEqual(must(nbf, "an nbf of the key"));
    expect(Date.parse(certificate.validTo) / 1000).toBeGreaterThanOrEqual(must(exp, "an exp of the key"));
  });
});

describe("the PKCS #12 file", () => {
  const { key, password } = sent("uploadPkcs12");
  const pfx = bytes(key);
  const passphrase = must(password, "a password of the file");

  test("opens with its password", () => {
    expect(() => createSecureContext({ pfx, passphrase })).not.toThrow();
  });

  test.each([
    ["none", {}],
    ["an empty one", { passphrase: "" }],
    ["a common one", { passphrase: "password" }],
    ["a longer one", { passphrase: `${passphrase}x` }],
    ["a part of it", { passphrase: passphrase.slice(1) }],
  ])("doesn't open with another password: %s", (_, options) => {
    expect(() => createSecureContext({ pfx, ...options })).toThrow();
  });

  test("contains the uploaded certificate and its private key", () => {
    const file = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(pfx.toString("latin1")), passphrase);
    const firstBag = (name: string) => {
      const bagType = must(forge.pki.oids[name], `the object identifier of ${name}`);
      return must(file.getBags({ bagType })[bagType]?.[0], `a ${name} in the file`);
    };
    const certificate = forge.pki.certificateToPem(must(firstBag("certBag").cert, "a certificate"));
    const privateKey = forge.pki.privateKeyToPem(must(firstBag("pkcs8ShroudedKeyBag").key, "a private key"));
    expect(new X509Certificate(certificate).raw.toString("base64")).toBe(sent("uploadCertificate").key);
    expect(new X509Certificate(certificate).checkPrivateKey(createPrivateKey(privateKey))).toBe(true);
  });

  test("has its private key encrypted with TripleDES-SHA1, as the service rejects AES-256", () => {
    const name = "pbeWithSHAAnd3-KeyTripleDES-CBC";
    const identifier = forge.asn1.oidToDer(must(forge.pki.oids[name], `the object identifier of ${name}`)).getBytes();
    expect(pfx.includes(identifier, 0, "latin1")).toBe(true);
  });
});

describe("the private key that replaces a key set", () => {
  const key: TrustFrameworkKeyInput = must(sent("replaceKeySet").keys[0], "a key in the replacement");

  test("signs what its public part verifies", () => {
    const text = Buffer.from("a token");
    const signature = sign("sha256", text, createPrivateKey({ key: { ...key }, format: "jwk" }));
    expect(verify("sha256", text, publicKeyOf(key), signature)).toBe(true);
  });

  // A signature doesn't prove it: OpenSSL signs with d or with the factors, whichever fit.
  test("is complete, and its members fit each other", () => {
    const number = (name: "n" | "e" | "d" | "p" | "q" | "dp" | "dq" | "qi") =>
      BigInt(`0x${bytes(must(key[name], `a ${name} of the key`), "base64url").toString("hex")}`);
    const [n, e, d, p, q] = [number("n"), number("e"), number("d"), number("p"), number("q")];
    expect(p * q).toBe(n);
    expect((d * e) % (p - 1n)).toBe(1n);
    expect((d * e) % (q - 1n)).toBe(1n);
    expect(number("dp")).toBe(d % (p - 1n));
    expect(number("dq")).toBe(d % (q - 1n));
    expect((number("qi") * q) % p).toBe(1n);
  });

  test("has neither a kid nor an OData type, which the service rejects", () => {
    expect(key).not.toHaveProperty("kid");
    expect(key).not.toHaveProperty(["@odata.type"]);
  });

  test("belongs to the certificate, and its public part comes back", () => {
    const { kid, ...shown } = returned("uploadCertificate");
    expect(key).toMatchObject(shown);
    expect(returned("replaceKeySet")).toEqual({ id: sent("replaceKeySet").id, keys: [{ kid, ...shown }] });
  });
});

test("each secret is plain text that isn't valid base64url", () => {
  const secrets = bodies.filter(({ operationId, part }) => operationId === "uploadSecret" && part === "request");
  const texts = secrets
    .flatMap(({ examples }) => objectsIn(examples))
    .flatMap(({ k }) => (k === undefined ? [] : [String(k)]));
  expect(texts).not.toEqual([]);
  for (const text of texts) expect(bytes(text, "base64url").toString("base64url")).not.toBe(text);
});
