// The realistic examples tell one story about the same keys. scripts/examples/realistic-examples.ts makes it.
import { expect, test } from "vitest";
import type { GenerateKeyInput, TrustFrameworkKey, TrustFrameworkKeySet } from "../../generated/types.ts";
import { components, resolve } from "../support/document.ts";
import { bodies, objectsIn, publicKeyOf, returned, sent, story } from "../support/examples.ts";
import { must } from "../support/must.ts";

const keysIn = (value: unknown) => objectsIn(value).filter(({ kty }) => kty) as unknown as TrustFrameworkKey[];
const keySetsIn = (value: unknown) =>
  objectsIn(value).filter(({ keys }) => Array.isArray(keys)) as unknown as TrustFrameworkKeySet[];
const allKeys = story.flatMap(({ value }) => keysIn(value));
const returnedKeys = story.filter(({ direction }) => direction === "response").flatMap(({ value }) => keysIn(value));

function encryptionExample(part: string): unknown {
  const body = bodies.find((body) => body.operationId === "generateKey" && body.part === part);
  return must(body?.examples.encryptionKey, `an example encryptionKey of generateKey ${part}`);
}

const toEncrypt = encryptionExample("request") as GenerateKeyInput;
const encrypting = encryptionExample("200") as TrustFrameworkKey;
const generated = returned("generateKey");
const certified = returned("uploadCertificate");
const secret = returned("uploadSecret");
const firstSet = must(returned("listKeySets").value[0], "a key set in the list");

test("the story has four keys, and every key that comes back is one of them", () => {
  const kids = [generated, certified, encrypting, secret].map(({ kid }) => must(kid, "a kid"));
  expect(new Set(kids).size).toBe(4);
  expect([...new Set(returnedKeys.map(({ kid }) => kid))].sort()).toEqual(kids.sort());
});

test.each([
  ["generateKey", generated],
  ["uploadCertificate", certified],
  ["uploadSecret", secret],
])("the key of %s looks the same in every response", (_, { status: _status, ...first }) => {
  const shown = allKeys.filter(({ kid }) => kid === first.kid).map(({ status, ...key }) => key);
  expect(shown).toEqual(shown.map(() => first));
});

test.each(["generateKey", "uploadSecret"] as const)("%s returns the use and the times of the request", (id) => {
  const { use, nbf, exp } = sent(id);
  expect(returned(id)).toMatchObject({ use, nbf, exp });
});

test("generateKey returns the type of the request", () => {
  expect(generated.kty).toBe(sent("generateKey").kty);
});

test("uploadPkcs12 returns the key of the same certificate", () => {
  expect(returned("uploadPkcs12")).toEqual(certified);
});

test("the story generates a key for encryption too, in a key set of its own", () => {
  expect(toEncrypt.use).toBe("enc");
  expect(encrypting).toMatchObject(toEncrypt);
  expect(returned("listKeySets").value).toContainEqual({
    id: "B2C_1A_TokenEncryptionKeyContainer",
    keys: [encrypting],
  });
});

test("the paths have the key set that is created and replaced, and the key that is disabled", () => {
  const exampleOf = (name: string) => resolve(must(components.parameters?.[name], `a parameter ${name}`)).example;
  expect(exampleOf("KeySetId")).toBe(returned("createKeySet").id);
  expect(exampleOf("KeySetId")).toBe(sent("replaceKeySet").id);
  expect(exampleOf("KeyId")).toBe(generated.kid);
  expect(exampleOf("KeyId")).toBe(returned("getKey").kid);
});

test("each RSA key has 2048 bits", () => {
  const keys = allKeys.filter(({ kty, n }) => kty === "RSA" && n);
  expect(keys).not.toEqual([]);
  for (const key of keys)
    expect(publicKeyOf(key).asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65537n });
});

test("times are in seconds, and each key expires ten years after its start, as the service rejects a past date", () => {
  const yearOf = (seconds: unknown) => new Date(Number(seconds) * 1000).getUTCFullYear();
  const timesNamed = (name: "nbf" | "exp") =>
    story.flatMap(({ value }) => objectsIn(value)).flatMap((object) => (name in object ? [object[name]] : []));
  expect(new Set(timesNamed("nbf").map(yearOf))).toEqual(new Set([2026]));
  expect(new Set(timesNamed("exp").map(yearOf))).toEqual(new Set([2036]));
});

test("the service puts its prefix before the name of the key set", () => {
  const { id } = returned("createKeySet");
  expect(id).toBe(`B2C_1A_${sent("createKeySet").id}`);
  const others = [returned("getKeySet"), returned("replaceKeySet"), returned("updateKeySets"), firstSet];
  expect(others.map((keySet) => keySet.id)).toEqual(others.map(() => id));
});

test("the keys of a key set have one type and one use", () => {
  const filled = story.flatMap(({ value }) => keySetsIn(value)).filter(({ keys }) => keys.length > 0);
  expect(filled).not.toEqual([]);
  for (const { keys } of filled) expect(new Set(keys.map(({ kty, use }) => `${kty} ${use}`)).size).toBe(1);
});

test("the key set has the generated key and the certificate's, and keeps only the certificate's", () => {
  expect(returned("getKeySet").keys).toEqual([generated, certified]);
  expect(firstSet.keys).toEqual([generated, certified]);
  expect(returned("replaceKeySet").keys).toEqual([certified]);
});

test("the active key is the one with the latest start, and the other one is disabled", () => {
  const [latest] = [...returned("getKeySet").keys].sort((one, other) => (other.nbf ?? 0) - (one.nbf ?? 0));
  expect(returned("getActiveKey")).toEqual(latest);
  const { status } = sent("updateKeyStatus");
  expect(status).toBe("disabled");
  expect(returned("getKey").status).toBe(status);
  expect(returned("listKeys").value).toMatchObject([
    { kid: generated.kid, status },
    { kid: certified.kid, status: "enabled" },
  ]);
});
