import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { toSeconds } from "../../../src/index.ts";
import { connected, created, found, http } from "../../support/client.ts";

const wrongTimes: [string, unknown][] = [
  ["milliseconds", Date.UTC(2027, 0, 1)],
  ["milliseconds before 1970", -Date.UTC(2027, 0, 1)],
  ["a fraction", 1_798_761_600.5],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["a Date", new Date()],
  ["text", "1798761600"],
  ["null", null],
  ["an object that becomes a Date in JSON", { toJSON: () => new Date().toISOString() }],
];

describe.each(["nbf", "exp"])("a call rejects with a fix, and sends nothing, if %s is", (name) => {
  test.each(wrongTimes)("%s", async (_, value) => {
    await using it = await connected([found]);
    const problem = `"${name}" must be a whole number of seconds since 1970-01-01T00:00:00Z, not milliseconds, a Date, or null. Use toSeconds(date), or leave it out.`;
    const times = { [name]: value } as never;
    const rejected = expect.objectContaining({ name: "TypeError", message: expect.stringContaining(problem) });
    await expect(it.client.generateKey("a", { use: "sig", kty: "RSA", ...(times as object) })).rejects.toEqual(
      rejected,
    );
    await expect(it.client.uploadSecret("a", { use: "sig", k: "s", ...(times as object) })).rejects.toEqual(rejected);
    await expect(it.client.replaceKeySet("a", { keys: [{ kty: "RSA", ...(times as object) }] })).rejects.toEqual(
      rejected,
    );
    await expect(it.client.createKeySet({ id: "a", keys: [{ kty: "RSA", ...(times as object) }] })).rejects.toEqual(
      rejected,
    );
    expect(it.received).toEqual([]);
  });
});

test.each([0, 1, -1, 1_798_761_600, 99_999_999_999, undefined])("a time can be %s", async (exp) => {
  await using it = await connected([http(200, { kty: "RSA" })]);
  expect((await it.client.generateKey("a", { use: "sig", kty: "RSA", exp, nbf: exp } as never)).status).toBe(200);
});

const pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
const wrongCertificates: [string, unknown][] = [
  ["PEM", pem],
  ["PEM of a private key on one line", "-----BEGIN PRIVATE KEY-----MIIB-----END PRIVATE KEY-----"],
  ["PEM with text before it", `Bag Attributes\n${pem}`],
  ["PEM in base64", btoa(pem)],
  ["PEM in base64 after a line end", btoa(`\n${pem}`)],
  ["PEM in base64 with text before it", btoa(`Bag Attributes\n${pem}`)],
  ["PEM in base64 after a mark of its encoding", Buffer.from(`\ufeff${pem}`).toString("base64")],
  ["PEM in UTF-16 in base64", Buffer.from(pem, "utf16le").toString("base64")],
  ["PEM in quotes", JSON.stringify(pem)],
  ["base64url", "MII-_w"],
  ["a data URL", "data:application/pkix-cert;base64,MIIB"],
  ["hexadecimal digits", "308203ab"],
  ["empty", ""],
  ["words", "hello wörld!"],
  ["base64 in lines", "MIIB\nMIIB"],
  ["base64 with a line end", "MIIB\n"],
  ["bytes", Buffer.from("MIIB", "base64")],
  ["an array of bytes", new Uint8Array(4)],
  ["null", null],
  ["a number", 1],
];

test.each(wrongCertificates)("a certificate can't be %s", async (_, key) => {
  await using it = await connected([found]);
  const problem = '"key" must be DER in base64 on one line, not PEM and not bytes.';
  await expect(it.client.uploadCertificate("a", { key } as never)).rejects.toThrow(`uploadCertificate: ${problem}`);
  await expect(it.client.uploadPkcs12("a", { key, password: "p" } as never)).rejects.toThrow(
    `uploadPkcs12: ${problem}`,
  );
  await expect(
    it.client.createKeySet({ id: "a", keys: [{ kty: "RSA", x5c: ["MIIB", key] } as never] }),
  ).rejects.toThrow('createKeySet: "x5c" must be DER');
  expect(it.received).toEqual([]);
});

test.each([
  [Buffer.from("MIIB"), "isn't a text"],
  [pem, "is PEM"],
  ["MIIB\n", "has a line break"],
  ["hello wörld!", "isn't base64"],
  ["c2VjcmV0", "isn't DER, which begins with the byte 0x30"],
])("the error of a wrong certificate names the cause: %j", async (key, reason) => {
  await using it = await connected([found]);
  await expect(it.client.uploadCertificate("a", { key } as never)).rejects.toThrow(`What was given ${reason}.`);
});

test("an error of a body doesn't have its values", async () => {
  await using it = await connected([found]);
  const error = await it.client.uploadPkcs12("a", { key: `${pem}secret`, password: "secret" }).catch((error) => error);
  expect(error.message).not.toMatch(/secret|MIIB/);
});

test("a body is read once: what is checked is what is sent", async () => {
  await using it = await connected([created]);
  let reads = 0;
  const body = {
    id: "a",
    get keys() {
      return [{ kty: "RSA", exp: reads++ === 0 ? 1 : Date.now() }] as never;
    },
  };
  await it.client.createKeySet(body);
  expect(it.received[0]?.body).toBe('{"id":"a","keys":[{"kty":"RSA","exp":1}]}');
});

test.each([
  ["a bigint", { id: "a", keys: 1n }],
  ["a time that is a bigint", { id: "a", keys: [{ kty: "RSA", exp: 5n }] }],
  [
    "a circle",
    (() => {
      const body: Record<string, unknown> = { id: "a" };
      body.self = body;
      return body;
    })(),
  ],
  [
    "a getter that throws",
    {
      get id() {
        throw new Error("No.");
      },
    },
  ],
])("a body with %s makes the call reject with the operation and a fix", async (_, body) => {
  await using it = await connected([created]);
  await expect(it.client.createKeySet(body as never)).rejects.toEqual(
    expect.objectContaining({
      name: "TypeError",
      message: "createKeySet: JSON can't have the body. Look for a BigInt, a circle, or a getter that throws.",
      cause: expect.any(Error),
    }),
  );
  expect(it.received).toEqual([]);
});

test.each([
  ["a Map", new Map([["k", "s"]])],
  ["a Set", new Set(["k"])],
  ["URLSearchParams", new URLSearchParams({ k: "s" })],
  ["FormData", new FormData()],
  [
    "of a class with private fields",
    new (class {
      #k = "s";
      get k() {
        return this.#k;
      }
    })(),
  ],
  ["a list", []],
  ["text", "{}"],
  ["nothing", undefined],
])("a body can't be %s, which would be sent without its members", async (_, body) => {
  await using it = await connected([http(200, { kty: "oct" })]);
  await expect(it.client.uploadSecret("a", body as never)).rejects.toThrow(
    "uploadSecret: the body must be an object with its members as properties.",
  );
  expect(it.received).toEqual([]);
});

test.each([
  ["of another realm", runInNewContext("({})")],
  ["without a prototype", Object.create(null)],
  [
    "of a class with properties",
    new (class {
      use = "sig";
    })(),
  ],
  [
    "of a class that says what it is in JSON",
    new (class {
      toJSON() {
        return { use: "sig" };
      }
    })(),
  ],
])("a body can be %s", async (_, body) => {
  await using it = await connected([http(200, { kty: "oct" })]);
  expect((await it.client.uploadSecret("a", body as never)).status).toBe(200);
});

test("a time for a key comes from a date", async () => {
  await using it = await connected([http(200, { kty: "RSA" })]);
  await it.client.generateKey("a", { use: "sig", kty: "RSA", exp: toSeconds(new Date("2027-01-01")) });
  expect(it.received[0]?.body).toBe('{"use":"sig","kty":"RSA","exp":1798761600}');
});
