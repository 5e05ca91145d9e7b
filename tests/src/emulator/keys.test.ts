import { createHash, X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createSet, emulatorUnderTest, failure, hour, now, root } from "./emulator-under-test.ts";
import {
  certificateText,
  ellipticCertificate,
  endlessPkcs12Text,
  makeCertificate,
  pkcs12Text,
  pssPkcs12,
  rsaKey,
  shortRsaKey,
} from "./material.ts";

const set = "/B2C_1A_set";
const bytes = (text: string) => Buffer.from(text, "base64");

async function withSet(options?: Parameters<typeof emulatorUnderTest>[0]) {
  const under = emulatorUnderTest(options);
  await createSet(under.call);
  return under;
}

describe("generateKey", () => {
  test.each([
    ["RSA", "RSA"],
    ["rsa", "RSA"],
  ])("makes an RSA key of 2,048 bits for %s and returns its public properties", async (sent, kty) => {
    const { call } = await withSet({ fastKeys: false });
    const { status, body } = await call("POST", `${set}/generateKey`, {
      use: "sig",
      kty: sent,
      nbf: now,
      exp: now + hour,
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      "@odata.context": `${root}/$metadata#microsoft.graph.trustFrameworkKey`,
      kid: expect.stringMatching(/^[\w-]{43}$/),
      kty,
      use: "sig",
      status: "enabled",
      nbf: now,
      exp: now + hour,
      n: expect.stringMatching(/^[\w-]{342}$/),
      e: "AQAB",
      k: null,
      x5c: [],
    });
  });

  test("makes a symmetric key and returns nothing of its value", async () => {
    const { call } = await withSet();
    const { body } = await call("POST", `${set}/generateKey`, { use: "enc", kty: "oct" });
    expect(Object.keys(body).sort()).toEqual(["@odata.context", "k", "kid", "kty", "status", "use", "x5c"]);
    expect(body).toMatchObject({ kty: "oct", use: "enc", k: null });
  });

  test("makes another key each time", async () => {
    const { call } = await withSet({ fastKeys: false });
    const made = await Promise.all(
      [1, 2].map((i) =>
        call("POST", "", { id: `s${i}` }).then(() =>
          call("POST", `/B2C_1A_s${i}/generateKey`, { use: "sig", kty: "RSA" }),
        ),
      ),
    );
    expect(new Set(made.map(({ body }) => body.n)).size).toBe(2);
  });

  test.each([
    [{ kty: "RSA" }, "AADB2C90253", "'use' is missing"],
    [{ use: "sig" }, "AADB2C95030", "Missing kty"],
    [{ use: "sig", kty: "EC" }, "AADB2C95031", "'EC'"],
    [{ use: "sig", kty: "OCT" }, "AADB2C95031", "'OCT'"],
    [{ use: "verify", kty: "RSA" }, "AADB2C95033", "'verify'"],
    [{ use: null, kty: "RSA" }, "AADB2C90186", "value use is null"],
    [{ use: ["sig"], kty: "RSA" }, "AADB2C", "field is invalid"],
    [{ use: "sig", kty: "RSA", exp: now }, "AADB2C90214", `'${now}'`],
    [{ use: "sig", kty: "RSA", nbf: now + 9, exp: now + 9 }, "AADB2C90136", "'exp'"],
    [{ use: "sig", kty: "RSA", exp: (now + hour) * 1000 }, "AADB2C90136", "'exp'"],
    [{ use: "sig", kty: "RSA", nbf: -1 }, "AADB2C90136", "'nbf'"],
    [{ use: "sig", kty: "RSA", nbf: now + 0.5 }, "AADB2C90136", "'nbf'"],
    [{ use: "sig", kty: "RSA", nbf: String(now) }, "AADB2C", "field is invalid"],
    [{ use: "sig", kty: "RSA", k: "secret" }, "AADB2C", "field is invalid"],
  ])("%j fails with %s", async (body, code, text) => {
    const { call } = await withSet();
    const failed = await call("POST", `${set}/generateKey`, body);
    expect(failure(failed)).toEqual([400, code]);
    expect(failed.body.error.message).toContain(text);
    expect((await call("GET", set)).body.keys).toEqual([]);
  });

  test.each([
    [{ use: "sig", kty: "oct" }, "AADB2C95032"],
    [{ use: "enc", kty: "RSA" }, "AADB2C95042"],
  ])("a key set with an RSA key for signing doesn't take %j", async (body, code) => {
    const { call } = await withSet();
    await call("POST", `${set}/generateKey`, { use: "sig", kty: "RSA" });
    expect(failure(await call("POST", `${set}/generateKey`, body))).toEqual([400, code]);
    expect((await call("GET", set)).body.keys).toHaveLength(1);
  });
});

describe("uploadSecret", () => {
  test("adds a disabled symmetric key and returns nothing of the secret", async () => {
    const { call, emulator } = await withSet();
    const k = "näïve secret, in plain text";
    const { status, body } = await call("POST", `${set}/uploadSecret`, {
      use: "sig",
      k,
      nbf: now + 3 * hour,
      exp: now + 4 * hour,
    });
    expect({ status, kty: body.kty, use: body.use, state: body.status }).toEqual({
      status: 200,
      kty: "oct",
      use: "sig",
      state: "disabled",
    });
    expect(JSON.stringify([body, emulator.state()])).not.toContain("secret");
  });

  test.each([
    [{ use: "sig", k: "s" }, 200],
    [{ use: "sig", k: "s", nbf: now + 3 * hour }, 200],
    [{ use: "sig", k: "s", nbf: now + 3 * hour - 1 }, 400],
    [{ use: "sig", k: "s", nbf: 0 }, 400],
  ])("%j, whose start must be 3 hours ahead, returns %i", async (body, status) => {
    const { call } = await withSet();
    expect((await call("POST", `${set}/uploadSecret`, body)).status).toBe(status);
  });

  test.each([
    [{ use: "sig" }, "AADB2C90253"],
    [{ use: "sig", k: "" }, "AADB2C90253"],
    [{ use: "sig", k: null }, "AADB2C90186"],
    [{ k: "s" }, "AADB2C90253"],
    [{ use: "hidden-secret-value", k: "s" }, "AADB2C95033"],
    [{ use: "sig", k: "s", exp: now - 1 }, "AADB2C90214"],
    [{ use: "sig", k: "s", kty: "oct" }, "AADB2C"],
  ])("%j fails with %s and repeats nothing that can be a secret", async (body, code) => {
    const { call } = await withSet();
    const failed = await call("POST", `${set}/uploadSecret`, body);
    expect(failure(failed)).toEqual([400, code]);
    expect(failed.body.error.message).not.toContain("hidden-secret-value");
  });
});

describe("uploadCertificate", () => {
  test("adds a disabled key with the certificate's properties", async () => {
    const { call } = await withSet();
    const key = certificateText({ nbf: now - 7, exp: now + 7 });
    const { status, body } = await call("POST", `${set}/uploadCertificate`, { key });
    const jwk = new X509Certificate(bytes(key)).publicKey.export({ format: "jwk" });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...jwk,
      use: "sig",
      status: "disabled",
      nbf: now - 7,
      exp: now + 7,
      x5c: [key],
      x5t: createHash("sha1").update(bytes(key)).digest("base64url"),
    });
  });

  test.each([
    [undefined, "sig"],
    [{ digitalSignature: true }, "sig"],
    [{ keyEncipherment: true }, "enc"],
    [{ dataEncipherment: true }, "enc"],
    [{ digitalSignature: true, keyEncipherment: true }, "sig"],
    [{ keyCertSign: true }, "sig"],
  ])("a certificate with the key usage %j is for %s", async (usage, use) => {
    const { call } = await withSet();
    const key = certificateText(usage && { usage });
    expect((await call("POST", `${set}/uploadCertificate`, { key })).body.use).toBe(use);
  });

  const certificate = certificateText();
  const pemOf = (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----`;
  test.each([
    ["nothing", {}, "AADB2C90253"],
    ["null", { key: null }, "AADB2C90186"],
    ["an empty text", { key: "" }, "AADB2C90215"],
    ["a PEM file", { key: pemOf(certificate) }, "AADB2C90215"],
    ["two lines", { key: `${certificate.slice(0, 64)}\n${certificate.slice(64)}` }, "AADB2C90215"],
    ["base64url", { key: "_-8=" }, "AADB2C90215"],
    ["a PEM file in base64", { key: Buffer.from(pemOf(certificate)).toString("base64") }, "AADB2C90179"],
    ["more bytes", { key: Buffer.concat([bytes(certificate), Buffer.from("more")]).toString("base64") }, "AADB2C90179"],
    ["other bytes", { key: "AAAA" }, "AADB2C90179"],
    ["half a certificate", { key: certificate.slice(0, 400) }, "AADB2C90179"],
    ["a PKCS #12 file", { key: pkcs12Text() }, "AADB2C90179"],
    ["a key of 1,024 bits", { key: certificateText({ key: shortRsaKey }) }, "AADB2C90137"],
    ["an elliptic curve", { key: ellipticCertificate }, "AADB2C90215"],
  ])("%s fails", async (_, body, code) => {
    const { call } = await withSet();
    expect(failure(await call("POST", `${set}/uploadCertificate`, body))).toEqual([400, code]);
  });

  test("takes the same certificate once", async () => {
    const { call } = await withSet();
    const { body } = await call("POST", `${set}/uploadCertificate`, { key: certificate });
    const again = await call("POST", `${set}/uploadCertificate`, { key: certificate });
    expect(failure(again)).toEqual([400, "AADB2C90180"]);
    expect(again.body.error.message).toContain(body.kid);
  });
});

describe("uploadPkcs12", () => {
  test("adds the key of the certificate with its private key, and the other certificates after it", async () => {
    const { call, emulator } = await withSet();
    const other = makeCertificate({ key: shortRsaKey, name: "Issuer" });
    const own = makeCertificate({ name: "Own" });
    const { status, body } = await call("POST", `${set}/uploadPkcs12`, {
      key: pkcs12Text({ certificates: [other, own] }),
      password: "pass",
    });
    expect(status).toBe(200);
    expect(body.x5c.map((text: string) => new X509Certificate(bytes(text)).subject)).toEqual(["CN=Own", "CN=Issuer"]);
    expect(body.x5t).toBe(createHash("sha1").update(bytes(body.x5c[0])).digest("base64url"));
    expect(body.status).toBe("disabled");
    expect(JSON.stringify([body, emulator.state()])).not.toContain(rsaKey.d.toString(16).slice(0, 20));
  });

  test("takes a file without a password", async () => {
    const { call } = await withSet();
    const key = pkcs12Text({ password: "" });
    expect((await call("POST", `${set}/uploadPkcs12`, { key, password: "" })).status).toBe(200);
  });

  test("distinguishes no password from an empty one", async () => {
    const { call } = await withSet();
    expect((await call("POST", `${set}/uploadPkcs12`, { key: pkcs12Text({ password: "" }) })).status).toBe(200);
  });

  test("keeps the bytes of a certificate, and takes a password with umlauts", async () => {
    const { call } = await withSet();
    const { password, text, thumbprint } = pssPkcs12;
    const { status, body } = await call("POST", `${set}/uploadPkcs12`, { key: text, password });
    expect([status, body.x5t]).toEqual([200, thumbprint]);
    expect(createHash("sha1").update(bytes(body.x5c[0])).digest("base64url")).toBe(thumbprint);
    const again = await call("POST", `${set}/uploadCertificate`, { key: body.x5c[0] });
    expect(failure(again)).toEqual([400, "AADB2C90180"]);
  });

  test.each([
    ["a wrong password", { key: pkcs12Text(), password: "hidden" }, "AADB2C90213"],
    ["no password", { key: pkcs12Text() }, "AADB2C90213"],
    ["AES-256 and the right password", { key: pkcs12Text({ algorithm: "aes256" }), password: "pass" }, "AADB2C90213"],
    ["no certificate of its key", { key: pkcs12Text({ key: shortRsaKey }), password: "pass" }, "AADB2C90215"],
    ["a password that takes hours to hash", { key: endlessPkcs12Text(), password: "pass" }, "AADB2C90215"],
    [
      "no MAC and an encryption that takes hours",
      { key: endlessPkcs12Text({ useMac: false }), password: "pass" },
      "AADB2C90215",
    ],
    [
      "the same with AES",
      { key: endlessPkcs12Text({ useMac: false, algorithm: "aes256" }), password: "pass" },
      "AADB2C90213",
    ],
    ["a certificate in its place", { key: certificateText(), password: "pass" }, "AADB2C90215"],
    ["other bytes", { key: "AAAA", password: "pass" }, "AADB2C90215"],
    ["half a file", { key: pkcs12Text().slice(0, 800), password: "pass" }, "AADB2C90215"],
    ["no base64", { key: "p/12!", password: "pass" }, "AADB2C90215"],
    ["no file", { password: "pass" }, "AADB2C90253"],
    ["null for the password", { key: "AAAA", password: null }, "AADB2C90186"],
  ])("a file with %s fails", async (_, body, code) => {
    const { call } = await withSet();
    const failed = await call("POST", `${set}/uploadPkcs12`, body);
    expect(failure(failed)).toEqual([400, code]);
    expect(JSON.stringify(failed.body)).not.toContain("hidden");
  });
});

test("a file that takes hours to open doesn't keep the program from making and opening others", async () => {
  const { call } = await withSet();
  await call("POST", `${set}/uploadPkcs12`, { key: endlessPkcs12Text(), password: "pass" });
  const key = pkcs12Text({ count: 600 });
  expect((await call("POST", `${set}/uploadPkcs12`, { key, password: "pass" })).status).toBe(200);
});

describe("getActiveKey", () => {
  const keys = (...list: object[]) => ({
    seed: { keySets: [{ id: "B2C_1A_set", keys: list.map((key, i) => ({ kty: "oct", kid: `${i}`, ...key })) }] },
  });
  test.each([
    ["the latest start that has passed", [{ nbf: 1 }, { nbf: now }, { nbf: now + 1 }, { nbf: 2 }], "1"],
    ["a start before none", [{}, { nbf: 1 }, {}], "1"],
    ["no start if nothing else is valid", [{}, { nbf: 1, exp: now }, { nbf: now + 1 }], "0"],
    [
      "an end that hasn't passed",
      [
        { nbf: 1, exp: now + 1 },
        { nbf: 2, exp: now },
      ],
      "0",
    ],
    ["an enabled key", [{ nbf: 1 }, { nbf: 2, status: "disabled" }], "0"],
    ["the last one of equal starts", [{ nbf: 5 }, { nbf: 5 }], "1"],
    ["the last one of several without a start", [{}, {}], "1"],
    ["a start at 0", [{ nbf: 0 }, {}], "0"],
  ])("returns the key with %s", async (_, list, kid) => {
    const { call } = emulatorUnderTest(keys(...list));
    expect(await call("GET", `${set}/getActiveKey`)).toMatchObject({ status: 200, body: { kid } });
  });

  test.each([
    ["is empty", []],
    ["has disabled, expired, and future keys", [{ status: "disabled" }, { exp: now }, { nbf: now + 1 }]],
  ])("fails if the key set %s", async (_, list) => {
    const { call } = emulatorUnderTest(keys(...list));
    expect(failure(await call("GET", `${set}/getActiveKey`))).toEqual([400, "AADB2C90019"]);
  });

  test("follows the clock", async () => {
    let time = now;
    const { call } = emulatorUnderTest({
      ...keys({ nbf: now }, { nbf: now + hour, exp: now + 2 * hour }),
      now: () => time * 1000,
    });
    const active = async () => (await call("GET", `${set}/getActiveKey`)).body.kid;
    expect(await active()).toBe("0");
    time += hour;
    expect(await active()).toBe("1");
    time += hour;
    expect(await active()).toBe("0");
  });
});

describe("keys_v2", () => {
  test("shows a key with its status, and enables and disables it", async () => {
    const { call } = await withSet();
    const { body: added } = await call("POST", `${set}/uploadSecret`, { use: "sig", k: "s" });
    const path = `${set}/keys_v2/${added.kid}`;
    for (const status of ["enabled", "enabled", "disabled"]) {
      expect(await call("PATCH", path, { status })).toMatchObject({ status: 204, body: "" });
      expect((await call("GET", path)).body).toMatchObject({ kid: added.kid, kty: "oct", status });
    }
  });

  test.each([
    [{}, "AADB2C"],
    [{ status: "unknownFutureValue" }, "AADB2C"],
    [{ status: null }, "AADB2C"],
    [{ status: "enabled", nbf: 1 }, "AADB2C"],
  ])("%j isn't a status", async (body, code) => {
    const { call } = await withSet();
    const { body: added } = await call("POST", `${set}/generateKey`, { use: "sig", kty: "oct" });
    expect(failure(await call("PATCH", `${set}/keys_v2/${added.kid}`, body))).toEqual([400, code]);
  });

  test.each(["GET", "PATCH"])("%s of a missing key fails", async (method) => {
    const { call } = await withSet();
    const body = method === "PATCH" ? { status: "enabled" } : undefined;
    expect(failure(await call(method, `${set}/keys_v2/none`, body))).toEqual([400, "AADB2C90131"]);
  });

  test("no request removes a single key", async () => {
    const { call } = await withSet();
    expect((await call("DELETE", `${set}/keys_v2/k`)).status).toBe(405);
  });
});
