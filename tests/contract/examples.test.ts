import { createHash, createPrivateKey, type JsonWebKey, sign, verify, X509Certificate } from "node:crypto";
import { createSecureContext } from "node:tls";
import forge from "node-forge";
import { describe, expect, test } from "vitest";
import type { ODataError, TrustFrameworkKeyInput } from "../../generated/types.ts";
import { errorCodeTable } from "../../scripts/contract/error-examples.ts";
import { resolvePointer } from "../../scripts/lib/json-pointer.ts";
import { errorCodes } from "../../src/index.ts";
import { document, operationOf, operations, schemas } from "../support/document.ts";
import {
  bodies,
  errorBodies,
  objectsIn,
  publicKeyOf,
  returned,
  sent,
  story,
  successBodies,
} from "../support/examples.ts";
import { must } from "../support/must.ts";
import { violations } from "../support/validator.ts";
import { expectedStatuses } from "./expected-error-codes.ts";
import { scopes } from "./expected-operations.ts";

const bytes = (text: string, encoding: "base64" | "base64url" = "base64") => Buffer.from(text, encoding);

/** Bodies with their operation and part first, for the names of tests. */
const named = <T extends { operationId: string; part: string }>(items: T[]) =>
  items.map((item) => [item.operationId, item.part, item] as const);

const isDocumented = (name: string) => name.includes("_"); // the pages' own names
const isPlaceholder = (text: string) => /(^|[-\s])value$/i.test(text) || /\{\w+\}/.test(text);

test.each(named(bodies))("each example of %s %s is valid", (_, __, { direction, schema, examples }) => {
  const wrong = Object.entries(examples).flatMap(([name, value]) =>
    violations(direction, schema, value)
      .filter((violation) => !(isDocumented(name) && isPlaceholderOfFormat(violation, value)))
      .map((violation) => `${name}: ${violation}`),
  );
  expect(wrong).toEqual([]);
});

/** Whether a violation is only that a documented placeholder, such as `x5t-value`, isn't encoded. */
function isPlaceholderOfFormat(violation: string, value: unknown): boolean {
  const [, place] = /^(\S*) format$/.exec(violation) ?? [];
  const text = place && resolvePointer({ value }, `#/value${place}`);
  return typeof text === "string" && isPlaceholder(text);
}

test.each(named(story))("%s %s has a realistic example first, without placeholders", (_, __, { value }) => {
  expect(value).toBeDefined();
  const texts = objectsIn(value).flatMap((object) => Object.values(object).filter((text) => typeof text === "string"));
  expect(texts.filter(isPlaceholder)).toEqual([]);
});

describe.each(named(successBodies))("the summaries of %s %s", (_, __, { summaries }) => {
  const stated = Object.values(summaries).map((summary) => summary.startsWith("As documented"));

  test("state which examples are as documented", () => {
    expect(stated).toEqual(Object.keys(summaries).map(isDocumented));
  });

  test("put the documented examples last, as portals show the first one", () => {
    expect(stated).toEqual([...stated].sort());
  });

  test("name the only change that a documented example can have", () => {
    const documented = Object.values(summaries).filter((_, i) => stated[i]);
    const allowed = ["As documented.", "As documented, but for the trailing comma, which isn't valid JSON."];
    expect(documented.filter((summary) => !allowed.includes(summary))).toEqual([]);
  });
});

/** The error responses of each operation, with the codes of its `x-errors` that come with the status. */
const errors = errorBodies.map((body) => {
  const { "x-errors": codes, requestBody } = operationOf(body.operationId).definition;
  const listed = codes.filter((code) => expectedStatuses[code]?.includes(Number(body.part)));
  // With a 400, the code without a number is about the body.
  const withMeaning = listed.filter((code) => code !== "AADB2C" || body.part !== "400" || requestBody);
  const shown = Object.values(body.examples).map((value) => (value as ODataError).error);
  return { ...body, codes: withMeaning, shown };
});

test.each(named(errors))("%s %s has at least one example of an error", (_, __, { shown }) => {
  expect(shown).not.toEqual([]);
});

const [withCodes, withoutCodes] = [
  errors.filter(({ codes }) => codes.length > 0),
  errors.filter(({ codes }) => codes.length === 0),
];

describe.each(named(withCodes))("the examples of %s %s", (_, part, { codes, shown, examples, summaries }) => {
  test("are of the likeliest codes of the operation, and at most three", () => {
    expect(shown.map(({ code }) => code)).toEqual(codes.slice(0, 3));
  });

  test("are named by their codes, and summarized by what the codes mean", () => {
    expect(Object.keys(examples)).toEqual(shown.map(({ code }) => code));
    const meanings = shown.map(({ code }) => errorCodes.get(code)?.meaning.replaceAll("`", ""));
    expect(Object.values(summaries)).toEqual(meanings);
  });

  test("have the listed texts, with values for the placeholders", () => {
    for (const { code, message } of shown) expect(message).toMatch(listedText(code, part));
  });
});

/** The code of Graph that the example of a status has, if none of the listed codes comes with it. */
const graphCodes: Record<string, string> = {
  401: "InvalidAuthenticationToken",
  404: "ResourceNotFound",
  503: "ServiceUnavailable",
  504: "GatewayTimeout",
  default: "UnknownError",
};

test.each(named(withoutCodes))(
  "%s %s, which no listed code comes with, shows the one of Graph",
  (_, part, { shown }) => {
    expect(shown.map(({ code }) => code)).toEqual([graphCodes[part]]);
  },
);

/** A pattern for the text of a code, with any value for each placeholder. */
function listedText(code: string, status: string): RegExp {
  const entry = must(errorCodeTable(document)[code], `an explanation of ${code}`);
  const text = must(entry.message ?? entry.reported?.[status], `a text of ${code}`);
  const parts = text.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^{}]+")}$`);
}

test("a key becomes valid before it expires, in each realistic example and in those of properties", () => {
  // The draft shows placeholders.
  const { DraftKey: _, ...others } = schemas;
  const ofSchemas = Object.values(others).map(({ properties = {} }) =>
    Object.fromEntries(
      Object.entries(properties).flatMap(([name, property]) =>
        "example" in property ? [[name, property.example]] : [],
      ),
    ),
  );
  const realistic = successBodies.flatMap(({ examples }) =>
    Object.entries(examples).flatMap(([name, value]) => (isDocumented(name) ? [] : objectsIn(value))),
  );
  const times = [...ofSchemas, ...realistic].filter(({ nbf, exp }) => nbf || exp);
  expect(times.length).toBeGreaterThan(20);
  expect(times.filter(({ nbf, exp }) => !(Number(nbf) < Number(exp)))).toEqual([]);
});

test("the example of a token without the permission names the permissions that are enough", () => {
  const forbidden = errors.filter(({ part }) => part === "403").flatMap(({ shown }) => shown);
  const reported = forbidden.filter(({ code }) => code === "AADB2C");
  expect(reported).toHaveLength(operations.size);
  for (const { message } of reported)
    for (const permission of [scopes.read, scopes.readWrite]) expect(message).toContain(permission);
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
    const signature = sign("sha256", text, createPrivateKey({ key: key as JsonWebKey, format: "jwk" }));
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
    const uploaded = returned("uploadCertificate");
    const { kid, nbf, exp, status, ...shown } = uploaded;
    expect(key).toMatchObject(shown);
    const kept = { ...uploaded, status: "enabled" };
    expect(returned("replaceKeySet")).toEqual({ id: sent("replaceKeySet").id, keys: [kept] });
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
