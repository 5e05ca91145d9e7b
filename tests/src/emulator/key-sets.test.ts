import { X509Certificate } from "node:crypto";
import { expect, test } from "vitest";
import { createSet, emulatorUnderTest, failure, now, root } from "./emulator-under-test.ts";
import { certificateText, ellipticCertificate, otherJwk, privateJwk, shortRsaKey } from "./material.ts";

const signing = { use: "sig", kty: "RSA" };

test.each([
  ["TokenSigning", "B2C_1A_TokenSigning"],
  ["B2C_1A_TokenSigning", "B2C_1A_TokenSigning"],
  ["b2c_1a_TokenSigning", "b2c_1a_TokenSigning"],
  ["B2C_1A_", "B2C_1A_"],
  ["a key's/set", "B2C_1A_a key's/set"],
])("creates the key set %j as %j", async (sent, id) => {
  const { call } = emulatorUnderTest();
  const { status, body, headers } = await call("POST", "", { id: sent });
  expect({ status, body }).toEqual({
    status: 201,
    body: { "@odata.context": `${root}/$metadata#trustFramework/keySets/$entity`, id, keys: [] },
  });
  const location = headers.get("location") ?? "";
  expect(decodeURIComponent(location)).toBe(`/trustFramework/keySets('${id.replaceAll("'", "''")}')`);
  expect(await call("GET", location.slice("/trustFramework/keySets".length))).toMatchObject({
    status: 200,
    body: { id },
  });
});

test.each([
  ["a", "A"],
  ["B2C_1A_a", "a"],
  ["a", "b2c_1a_A"],
])("doesn't create %j and then %j, which is the same key set", async (first, second) => {
  const { call } = emulatorUnderTest();
  await call("POST", "", { id: first });
  const again = await call("POST", "", { id: second });
  expect(failure(again)).toEqual([400, "AADB2C95028"]);
  expect((await call("GET", "")).body.value).toHaveLength(1);
});

test.each([
  ["no ID", {}, "AADB2C90253"],
  ["an empty ID", { id: "" }, "AADB2C90253"],
  ["null for the ID", { id: null }, "AADB2C90186"],
  ["a number for the ID", { id: 1 }, "AADB2C"],
  ["an ID of 257 characters", { id: "a".repeat(257) }, "AADB2C"],
  ["half a character in the ID", '{"id":"\\ud800"}', "AADB2C"],
  ["an unknown member", { id: "a", name: "b" }, "AADB2C"],
  ["an own member named __proto__", '{"id":"a","__proto__":{}}', "AADB2C"],
  ["@odata.type", { id: "a", "@odata.type": "#microsoft.graph.trustFrameworkKeySet" }, "AADB2C"],
  ["@odata.type in a key", { id: "a", keys: [{ kty: "oct", k: "AAAA", "@odata.type": "x" }] }, "AADB2C"],
  ["null for a key", { id: "a", keys: [null] }, "AADB2C90186"],
  ["a key without kty", { id: "a", keys: [{ use: "sig" }] }, "AADB2C95037"],
  ["a key of another type", { id: "a", keys: [{ kty: "EC" }] }, "AADB2C95031"],
  ["a key with another use", { id: "a", keys: [{ kty: "oct", use: "wrap", k: "AAAA" }] }, "AADB2C95033"],
  ["a key with another status", { id: "a", keys: [{ kty: "oct", status: "on", k: "AAAA" }] }, "AADB2C"],
  ["an RSA key without modulus", { id: "a", keys: [{ kty: "RSA", e: "AQAB" }] }, "AADB2C95039"],
  ["an RSA key of 1,024 bits", { id: "a", keys: [{ kty: "RSA", e: "AQAB", n: "v".repeat(171) }] }, "AADB2C90137"],
  ["an RSA key with k", { id: "a", keys: [{ ...privateJwk, k: "AAAA" }] }, "AADB2C95034"],
  ["a modulus that isn't base64url", { id: "a", keys: [{ ...privateJwk, n: "+/" }] }, "AADB2C95040"],
  ["a private key of another one", { id: "a", keys: [{ ...privateJwk, d: otherJwk.d }] }, "AADB2C95040"],
  ["another modulus", { id: "a", keys: [{ ...privateJwk, n: otherJwk.n }] }, "AADB2C95040"],
  ["a wrong coefficient", { id: "a", keys: [{ ...privateJwk, qi: otherJwk.qi }] }, "AADB2C95040"],
  ["a prime of 1", { id: "a", keys: [{ ...privateJwk, p: "AQ", q: privateJwk.n }] }, "AADB2C95040"],
  ["an empty thumbprint", { id: "a", keys: [{ ...privateJwk, x5t: "" }] }, "AADB2C95040"],
  ["an ID that is too long with its prefix", { id: "a".repeat(250) }, "AADB2C"],
  ["half a private key", { id: "a", keys: [{ ...privateJwk, qi: undefined }] }, "AADB2C95040"],
  ["a certificate that isn't one", { id: "a", keys: [{ ...privateJwk, x5c: ["AAAA"] }] }, "AADB2C95040"],
  ["a symmetric key without k", { id: "a", keys: [{ kty: "oct" }] }, "AADB2C95034"],
  ["a k that isn't base64url", { id: "a", keys: [{ kty: "oct", k: "a b" }] }, "AADB2C95029"],
  ["keys of two types", { id: "a", keys: [privateJwk, { kty: "oct", k: "AAAA" }] }, "AADB2C95032"],
  ["keys of two uses", { id: "a", keys: [privateJwk, { ...privateJwk, use: "enc" }] }, "AADB2C95042"],
  [
    "two keys with one kid",
    {
      id: "a",
      keys: [
        { ...privateJwk, kid: "k" },
        { ...privateJwk, kid: "k" },
      ],
    },
    "AADB2C95040",
  ],
])("doesn't create a key set from a body with %s", async (_, body, code) => {
  const { call } = emulatorUnderTest();
  expect(failure(await call("POST", "", body))).toEqual([400, code]);
  expect((await call("GET", "")).body.value).toEqual([]);
});

test("creates a key set with keys, and returns their public properties only", async () => {
  const { call, emulator } = emulatorUnderTest();
  const key = { ...privateJwk, kid: "first", nbf: 3, exp: 3 };
  const { status, body } = await call("POST", "", { id: "a", keys: [key] });
  const { kid, kty, use, nbf, exp, n, e } = key as Record<string, unknown>;
  expect(status).toBe(201);
  expect(body.keys).toEqual([{ kid, kty, use, status: "enabled", nbf, exp, n, e }]);
  expect(JSON.stringify(emulator.state())).not.toContain(privateJwk.d);
});

test("keeps the certificates that are sent with a key, and computes the thumbprint", async () => {
  const { call } = emulatorUnderTest();
  const x5c = [certificateText(), certificateText({ key: shortRsaKey })];
  const { n, e } = new X509Certificate(Buffer.from(x5c[0] ?? "", "base64")).publicKey.export({ format: "jwk" });
  const { body } = await call("POST", "", { id: "a", keys: [{ kty: "RSA", n, e, x5c, x5t: "other" }] });
  expect(body.keys[0]).toMatchObject({ x5c, x5t: expect.stringMatching(/^[\w-]{27}$/) });
});

test.each([
  ["the certificate of another key", { x5c: [certificateText()] }, "AADB2C95040"],
  ["the certificate of an elliptic curve", { x5c: [ellipticCertificate] }, "AADB2C95040"],
])("doesn't create a key set with a key that has %s", async (_, members, code) => {
  const { call } = emulatorUnderTest();
  expect(failure(await call("POST", "", { id: "a", keys: [{ ...privateJwk, ...members }] }))).toEqual([400, code]);
});

test("keeps a thumbprint without a certificate, the status, and the times that are sent", async () => {
  const { call } = emulatorUnderTest();
  const sent = { kty: "oct", k: "AAAA", status: "disabled", nbf: 1, exp: 2 };
  const { body } = await call("POST", "", { id: "a", keys: [sent] });
  expect(body.keys[0]).toEqual({ kid: expect.any(String), kty: "oct", status: "disabled", nbf: 1, exp: 2 });
  const rsa = await call("POST", "", { id: "b", keys: [{ ...privateJwk, x5t: "thumbprint" }] });
  expect(rsa.body.keys[0].x5t).toBe("thumbprint");
});

test.each([0, 7])("an RSA key whose modulus begins with %i empty bits is as long as the rest", async (zeros) => {
  const { call } = emulatorUnderTest();
  const modulus = Buffer.alloc(256, 0xff);
  modulus[0] = 0xff >> zeros;
  const padded = Buffer.concat([Buffer.alloc(3), modulus]);
  const result = await call("POST", "", {
    id: "a",
    keys: [{ kty: "RSA", n: padded.toString("base64url"), e: "AQAB" }],
  });
  expect(result.status).toBe(zeros === 0 ? 201 : 400);
});

test("replaces the keys of a key set by keys with new IDs", async () => {
  const { call } = emulatorUnderTest();
  await createSet(call);
  const { body: before } = await call("POST", "/B2C_1A_set/generateKey", signing);
  const { status, body } = await call("PUT", "/B2C_1A_set", { id: "set", keys: [privateJwk, privateJwk] });
  expect(status).toBe(200);
  expect(body.keys).toHaveLength(2);
  const kids = new Set([before.kid, ...body.keys.map(({ kid }: { kid: string }) => kid)]);
  expect(kids.size).toBe(3);
  expect((await call("GET", "/B2C_1A_set")).body.keys).toEqual(body.keys);
});

test.each([
  ["a kid", { keys: [{ ...privateJwk, kid: "k" }] }, "AADB2C95059"],
  ["the ID of another key set", { id: "B2C_1A_other", keys: [] }, "AADB2C"],
  ["no keys", {}, "AADB2C90253"],
])("doesn't replace a key set by a body with %s", async (_, body, code) => {
  const { call } = emulatorUnderTest();
  await createSet(call);
  await call("POST", "/B2C_1A_set/generateKey", signing);
  const before = await call("GET", "/B2C_1A_set");
  expect(failure(await call("PUT", "/B2C_1A_set", body))).toEqual([400, code]);
  expect((await call("GET", "/B2C_1A_set")).body).toEqual(before.body);
});

test("keeps a copy of a deleted key set, which can be deleted for good", async () => {
  const { call } = emulatorUnderTest();
  await createSet(call);
  const { body: key } = await call("POST", "/B2C_1A_set/generateKey", signing);
  expect((await call("DELETE", "/B2C_1A_set")).status).toBe(204);
  expect(failure(await call("GET", "/B2C_1A_set"))).toEqual([400, "AADB2C90073"]);
  expect((await call("GET", "/B2C_1A_set.bak")).body.keys).toMatchObject([{ kid: key.kid }]);
  await createSet(call);
  expect((await call("DELETE", "/B2C_1A_set.bak")).status).toBe(204);
  expect((await call("GET", "")).body.value.map(({ id }: { id: string }) => id)).toEqual(["B2C_1A_set"]);
});

test.each([
  ["GET", "", undefined, "AADB2C90073"],
  ["GET", "/getActiveKey", undefined, "AADB2C90073"],
  ["GET", "/keys_v2/k", undefined, "AADB2C90073"],
  ["DELETE", "", undefined, "AADB2C90073"],
  ["PUT", "", { keys: [] }, "AADB2C95052"],
  ["POST", "/generateKey", signing, "AADB2C95052"],
  ["POST", "/uploadCertificate", { key: "AAAA" }, "AADB2C95052"],
  ["POST", "/uploadPkcs12", { key: "AAAA" }, "AADB2C95052"],
  ["POST", "/uploadSecret", { use: "sig", k: "secret" }, "AADB2C95052"],
  ["PATCH", "/keys_v2/k", { status: "enabled" }, "AADB2C95052"],
])("%s %s of a missing key set fails with the code for reading or writing", async (method, path, body, code) => {
  const { call } = emulatorUnderTest();
  const missing = await call(method, `/B2C_1A_none${path}`, body);
  expect(failure(missing)).toEqual([400, code]);
  expect(missing.body.error.message).toContain("B2C_1A_none");
  expect(missing.body.error.message).toContain("contoso.onmicrosoft.com");
});

test("lists key sets page by page, each once", async () => {
  const { call } = emulatorUnderTest({
    pageSize: 2,
    seed: { keySets: ["a", "b", "c", "d", "e"].map((id) => ({ id })) },
  });
  const seen: string[][] = [];
  let path: string | undefined = "";
  while (path !== undefined) {
    const { body } = await call("GET", path);
    seen.push(body.value.map(({ id }: { id: string }) => id));
    path = body["@odata.nextLink"]?.slice(`${root}/trustFramework/keySets`.length);
  }
  expect(seen).toEqual([["a", "b"], ["c", "d"], ["e"]]);
});

test("deleting a key set between two pages skips no other", async () => {
  const { call } = emulatorUnderTest({
    pageSize: 2,
    seed: { keySets: ["a", "b", "c", "d"].map((id) => ({ id })) },
    behaviors: { "deleted-set-leaves-a-copy": false },
  });
  const next = (await call("GET", "")).body["@odata.nextLink"].slice(`${root}/trustFramework/keySets`.length);
  for (const id of ["a", "c"]) await call("DELETE", `/${id}`);
  expect((await call("GET", next)).body.value).toMatchObject([{ id: "d" }]);
  expect((await call("GET", next)).body).not.toHaveProperty("@odata.nextLink");
});

test.each([
  [true, []],
  [false, ["B2C_1A_a.BAK.bak"]],
])("if IDs ignore case is %j, deleting one that ends in .BAK leaves %j", async (ignoresCase, left) => {
  const { call, emulator } = emulatorUnderTest({
    seed: { keySets: [{ id: "B2C_1A_a.BAK" }] },
    behaviors: { "ids-ignore-case": ignoresCase },
  });
  expect((await call("DELETE", "/B2C_1A_a.BAK")).status).toBe(204);
  expect(emulator.state().keySets.map(({ id }) => id)).toEqual(left);
});

test("the last page of a list that fills it has no next one", async () => {
  const { call } = emulatorUnderTest({ pageSize: 2, seed: { keySets: [{ id: "a" }, { id: "b" }] } });
  expect((await call("GET", "")).body).not.toHaveProperty("@odata.nextLink");
});

test.each(["x", "", "YXQgLTE", "YXQgMWUz"])("a page token that it didn't make fails: %j", async (token) => {
  const { call } = emulatorUnderTest();
  expect(failure(await call("GET", `?$skiptoken=${token}`))).toEqual([400, "BadRequest"]);
});

test("a seed gives the key sets, and a state is a seed", async () => {
  const seed = {
    keySets: [
      { id: "B2C_1A_a", keys: [{ kty: "RSA", use: "sig", nbf: now - 1 }] },
      { id: "B2C_1A_b", keys: [{ kty: "oct", kid: "k", status: "disabled" as const }] },
    ],
  };
  const { call, emulator } = emulatorUnderTest({ seed });
  expect((await call("GET", "/B2C_1A_a/getActiveKey")).body).toMatchObject({
    kty: "RSA",
    e: "AQAB",
    n: expect.any(String),
  });
  expect((await call("GET", "/B2C_1A_b/keys_v2/k")).body).toMatchObject({ kty: "oct", status: "disabled" });
  const state = emulator.state();
  expect(emulatorUnderTest({ seed: state }).emulator.state()).toEqual(state);
});

test("reset returns to the seed, and a change of a state or a seed changes nothing", async () => {
  const seed = { keySets: [{ id: "B2C_1A_a", keys: [{ kty: "oct", kid: "k" }] }] };
  const { call, emulator } = emulatorUnderTest({ seed });
  const before = emulator.state();
  await call("DELETE", "/B2C_1A_a");
  await createSet(call);
  emulator.state().keySets.length = 0;
  expect(emulator.state().keySets).toHaveLength(2);
  emulator.reset();
  expect(emulator.state()).toEqual(before);
});

const oneSet = (...keys: object[]) => ({ id: "a", keys });

test("a member of a seed's key can be undefined, and the set has settled", async () => {
  const seed = { keySets: [{ id: "B2C_1A_a", keys: [{ kty: "oct", use: undefined }] }] };
  const { call } = emulatorUnderTest({ seed: seed as never, behaviors: { "new-sets-settle": true } });
  expect((await call("POST", "/B2C_1A_a/generateKey", { use: "sig", kty: "oct" })).status).toBe(200);
});

test.each([
  [{}, "keySets"],
  [{ keySets: [null] }, "keySets[0] in the seed. Expected an object"],
  [{ keySets: [], sets: [] }, "only the members keySets"],
  [{ keySets: [{ id: "a", key: [] }] }, "only the members id, keys"],
  [{ keySets: [{ id: "a" }, { id: "A" }] }, "keySets[1].id"],
  [{ keySets: [oneSet({ kty: "oct", kid: "k" }, { kty: "oct", kid: "k" })] }, "keySets[0].keys[1].kid"],
  [{ keySets: [oneSet({ kty: "oct" }, { kty: "RSA" })] }, "one type and one use"],
  [{ keySets: [oneSet({ kty: "RSA", n: "AAAA" })] }, "n and e of an RSA key"],
  [{ keySets: [oneSet({ kty: "RSA", e: "AQAB" })] }, "n and e of an RSA key"],
  [{ keySets: [oneSet({ kty: "oct", n: "AAAA" })] }, "n and e of an RSA key"],
  [{ keySets: [oneSet({ kty: "RSA", x5c: ["not base64!"] })] }, "a list of texts in base64"],
  [{ keySets: [{}] }, "keySets[0].id"],
  [{ keySets: [{ id: "a", keys: {} }] }, "keySets[0].keys"],
  [{ keySets: [{ id: "a", keys: [null] }] }, "keySets[0].keys[0]"],
  [{ keySets: [{ id: "a", keys: [{}] }] }, "keySets[0].keys[0].kty"],
  [{ keySets: [{ id: "a", keys: [{ kty: "EC" }] }] }, 'Expected "RSA" or "oct"'],
  [{ keySets: [{ id: "a", keys: [{ kty: "RSA", x5c: [1] }] }] }, "keySets[0].keys[0].x5c"],
  [{ keySets: [{ id: "a", keys: [{ kty: "RSA", n: "" }] }] }, "keySets[0].keys[0].n"],
  [{ keySets: [{ id: "a", keys: [{ kty: "oct", nbf: "1" }] }] }, "keySets[0].keys[0].nbf"],
  [{ keySets: [{ id: "a", keys: [{ kty: "oct", k: "secret-value" }] }] }, "keySets[0].keys[0]"],
])("an invalid seed fails, names the place, and doesn't repeat values: %j", (seed, place) => {
  const create = () => emulatorUnderTest({ seed: seed as never });
  expect(create).toThrow(TypeError);
  expect(create).toThrow(place);
  expect(create).not.toThrow("secret-value");
});
