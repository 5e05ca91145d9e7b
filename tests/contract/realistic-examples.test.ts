import { createPublicKey } from "node:crypto";
import { expect, test } from "vitest";
import { document } from "../support/document.ts";
import { answered, bodies, objectsIn, sent, story } from "../support/examples.ts";

const keysIn = (value: unknown) => objectsIn(value).filter(({ kty }) => kty);

const [generated, certified, secret] = ["generateKey", "uploadCertificate", "uploadSecret"].map(
  (id) => answered(id).kid,
);
const [toEncrypt, encrypting] = ["request", "200"].map(
  (wanted) =>
    bodies.find(({ operationId, part }) => operationId === "generateKey" && part === wanted)!.examples["encryptionKey"],
);

test("has four keys, each under its kid wherever it comes back", () => {
  expect(new Set([generated, certified, encrypting.kid, secret]).size).toBe(4);
  const shown = story
    .filter(({ direction }) => direction === "response")
    .map(({ operationId, value }) => [operationId, keysIn(value).map(({ kid }) => kid)]);
  expect(Object.fromEntries(shown)).toEqual({
    createKeySet: [],
    addKeySetByReference: [],
    generateKey: [generated],
    uploadCertificate: [certified],
    uploadPkcs12: [certified],
    uploadSecret: [secret],
    getActiveKey: [certified],
    getKeySet: [generated, certified],
    listKeySets: [generated, certified, encrypting.kid, secret],
    getKey: [generated],
    listKeys: [generated, certified],
    replaceKeySet: [certified],
    updateKeySets: [certified],
  });
});

test.each(["generateKey", "uploadCertificate", "uploadSecret"])(
  "shows the key of %s everywhere as it came back first",
  (id) => {
    const first = answered(id);
    for (const { status, ...key } of story.flatMap(({ value }) => keysIn(value)).filter(({ kid }) => kid === first.kid))
      expect(key).toEqual(first);
  },
);

test.each(["generateKey", "uploadSecret"])("answers %s with the use and the time that were asked for", (id) => {
  const { k, ...asked } = sent(id);
  expect(answered(id)).toMatchObject(asked);
});

test("generates a key for encryption too, in a key set of its own", () => {
  expect(toEncrypt.use).toBe("enc");
  expect(encrypting).toMatchObject(toEncrypt);
  expect(answered("listKeySets").value[1]).toEqual({ id: "B2C_1A_TokenEncryptionKeyContainer", keys: [encrypting] });
});

test("has in the path the key set that is made and replaced, and the key that is disabled", () => {
  const { KeySetId, KeyId } = document.components!.parameters as any;
  expect([answered("createKeySet").id, sent("replaceKeySet").id]).toEqual([KeySetId.example, KeySetId.example]);
  expect([generated, answered("getKey").kid]).toEqual([KeyId.example, KeyId.example]);
});

test("has 2048 bits in each RSA key", () => {
  for (const { n, e } of story.flatMap(({ value }) => keysIn(value)).filter(({ kty, n }) => kty === "RSA" && n))
    expect(createPublicKey({ key: { kty: "RSA", n, e }, format: "jwk" }).asymmetricKeyDetails).toEqual({
      modulusLength: 2048,
      publicExponent: 65537n,
    });
});

test("has times in seconds, each key's end ten years after its start, as the service refuses an end that has passed", () => {
  const timed = story.flatMap(({ value }) => objectsIn(value)).filter(({ nbf, exp }) => nbf ?? exp);
  expect(timed).not.toEqual([]);
  for (const { nbf, exp } of timed)
    expect([nbf, exp].map((time) => new Date(time * 1000).getUTCFullYear())).toEqual([2026, 2036]);
});

test("names the key set as the service does, and fills it with keys of one type and one use", () => {
  expect(answered("createKeySet").id).toBe(`B2C_1A_${sent("createKeySet").id}`);
  for (const { id } of ["getKeySet", "replaceKeySet", "updateKeySets"].map(answered))
    expect(id).toBe(answered("createKeySet").id);
  expect(answered("listKeySets").value[0].id).toBe(answered("createKeySet").id);
  for (const { keys } of objectsIn(story).filter(({ keys }) => keys?.length))
    expect(new Set(keys.map(({ kty, use }: any) => `${kty} ${use}`)).size).toBe(1);
});

test("has the key that became valid last as the active one, and disables the other", () => {
  const [latest] = [...answered("getKeySet").keys].sort((one, other) => other.nbf - one.nbf);
  expect(answered("getActiveKey")).toEqual(latest);
  expect(answered("listKeys").value).toMatchObject([
    { kid: generated, status: sent("updateKeyStatus").status },
    { kid: certified, status: "enabled" },
  ]);
  expect(answered("getKey").status).toBe(sent("updateKeyStatus").status);
});
