// The realistic examples tell one story about the same keys. scripts/examples/realistic-examples.ts makes it.
import { expect, test } from "vitest";
import type { GenerateKeyInput, TrustFrameworkKey, TrustFrameworkKeySet } from "../../generated/types.ts";
import { operations } from "../support/document.ts";
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

/** The examples of a parameter in all paths. */
const pathExamples = (name: string) =>
  [...operations.values()].flatMap(({ id, parameters }) =>
    parameters.filter((parameter) => parameter.name === name).map(({ example }) => ({ id, example })),
  );

test("the paths have the key set that is created and replaced, except for the secret, which has its own", () => {
  const { id } = returned("createKeySet");
  expect(sent("replaceKeySet").id).toBe(id);
  const secretSet = returned("listKeySets").value.find(({ keys }) => keys?.some(({ kid }) => kid === secret.kid));
  const ids = pathExamples("id");
  expect(ids).not.toEqual([]);
  expect(ids).toEqual(ids.map((path) => ({ id: path.id, example: path.id === "uploadSecret" ? secretSet?.id : id })));
});

test("the paths have the generated key, which is disabled", () => {
  expect(pathExamples("kid").map(({ example }) => example)).toEqual([generated.kid, generated.kid]);
  expect(returned("getKey").kid).toBe(generated.kid);
});

test("each RSA key has 2048 bits", () => {
  const keys = allKeys.filter(({ kty, n }) => kty === "RSA" && n);
  expect(keys).not.toEqual([]);
  for (const key of keys)
    expect(publicKeyOf(key).asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65537n });
});

const yearOf = (seconds: unknown) => new Date(Number(seconds) * 1000).getUTCFullYear();

test("requests have a start far ahead and an end after it, as the service rejects others", () => {
  const times = story
    .filter(({ direction }) => direction === "request")
    .flatMap(({ value }) => [value, toEncrypt].flatMap(objectsIn))
    .filter((object) => "nbf" in object || "exp" in object);
  expect(times).not.toEqual([]);
  for (const { nbf, exp } of times) expect([yearOf(nbf), yearOf(exp)]).toEqual([2030, 2031]);
});

test("the key of the certificate is valid now and for years, and the other keys become valid later", () => {
  for (const { kid, nbf, exp } of returnedKeys)
    expect([yearOf(nbf), yearOf(exp)]).toEqual(kid === certified.kid ? [2026, 2036] : [2030, 2031]);
});

test("uploaded keys start disabled, and generated ones enabled", () => {
  const uploaded = [certified, returned("uploadPkcs12"), secret];
  expect(uploaded.map(({ status }) => status)).toEqual(["disabled", "disabled", "disabled"]);
  expect([generated, encrypting].map(({ status }) => status)).toEqual(["enabled", "enabled"]);
});

test("the service puts its prefix before the name of the key set", () => {
  const { id } = returned("createKeySet");
  expect(id).toBe(`B2C_1A_${sent("createKeySet").id}`);
  const others = [returned("getKeySet"), returned("replaceKeySet"), firstSet];
  expect(others.map((keySet) => keySet.id)).toEqual(others.map(() => id));
});

test("the keys of a key set have one type and one use", () => {
  const filled = story.flatMap(({ value }) => keySetsIn(value)).filter(({ keys }) => keys?.length);
  expect(filled).not.toEqual([]);
  for (const { keys } of filled) expect(new Set(keys?.map(({ kty, use }) => `${kty} ${use}`)).size).toBe(1);
});

const enabled = { ...certified, status: "enabled" };
const disabled = { ...generated, status: "disabled" };

test("the key set has the generated key and the certificate's, and keeps only the certificate's", () => {
  expect(returned("getKeySet").keys).toEqual([generated, enabled]);
  expect(firstSet.keys).toEqual([generated, enabled]);
  expect(returned("replaceKeySet").keys).toEqual([enabled]);
});

test("the active key is the enabled one that has started, and the other one is disabled", () => {
  const keys = must(returned("getKeySet").keys, "keys in the key set");
  const started = keys.filter(({ nbf, status }) => status === "enabled" && yearOf(nbf) < 2030);
  expect(started).toEqual([returned("getActiveKey")]);
  const { status } = sent("updateKeyStatus");
  expect(status).toBe("disabled");
  expect(returned("getKey")).toEqual(disabled);
  expect(returned("listKeys").value).toEqual([disabled, enabled]);
});
