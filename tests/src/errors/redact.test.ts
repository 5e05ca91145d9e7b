import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createKeySetsClient, createKeySetsFetch, type LogEvent } from "../../../src/index.ts";
import { connected, found, http, refused } from "../../support/client.ts";
import type { Reaction } from "../../support/server.ts";

const token = "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJncmFwaCJ9.c2lnbmF0dXJl-_c2lnbmF0dXJl";
const pfx = `MIIKPAIBAzCCCfgGCSqGSIb3DQEHAaCCCekEggnlMIIJ4TCC/+BgBgkqhkiG9w0BBwGg${"Zx9+Qk3/".repeat(40)}==`;
const password = 'Pä$$wörd "with" <quotes> & 🔑';
const secrets = {
  ...Object.fromEntries(
    ["k", "d", "p", "q", "dp", "dq", "qi", "r", "t", "pasword"].map((name) => [
      name,
      `sécret-of/${name}"+\\${name.repeat(9)}`,
    ]),
  ),
  oth: [{ r: "another-secret-r", d: 98765432109 }],
  password,
};
const all = [
  ...Object.values(secrets).flatMap((value) =>
    typeof value === "string" ? [value] : ["another-secret-r", "98765432109"],
  ),
  token,
];

/** Everything that an error and its result can show of themselves. */
const shown = (error: unknown) =>
  [
    inspect(error, { showHidden: true, depth: null, getters: false }),
    inspect({ error }, { depth: null }),
    JSON.stringify(error),
    String(error),
    (error as Error).stack,
  ].join("\n");

const lettersOf = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Whether eight letters in a row of a secret are in a text. */
function leaks(text: string, secret: string): boolean {
  const [place, letters] = [lettersOf(text.replaceAll("[redacted]", "\n|\n")), lettersOf(secret)];
  for (let at = 0; at + 8 <= letters.length; at++) if (place.includes(letters.slice(at, at + 8))) return true;
  return false;
}

const upload = (client: ReturnType<typeof createKeySetsClient>) =>
  client.createKeySet({ id: "a", keys: [{ kty: "RSA", exp: 1, ...secrets } as never] });

/** Ways in which what was sent may come back. */
const echoes: Record<string, (text: string) => Reaction> = {
  "as its message": (text) => refused(400, "a", text),
  "as its code": (text) => refused(400, text),
  "as its target": (text) => http(400, { error: { code: "a", target: text } }),
  "in its details": (text) =>
    http(400, { error: { code: "a", details: [{ code: text, message: text, target: text, [text]: text }] } }),
  "as the IDs of its requests": (text) =>
    http(400, {
      error: { code: "a", innerError: { "request-id": text, "client-request-id": text, correlationId: text } },
    }),
  "in a message in its message": (text) =>
    refused(500, "UnknownError", JSON.stringify({ error: { code: text, message: text } })),
  "in a page": (text) => http(502, text, { "Content-Type": "text/html" }),
  "in a success": (text) => http(201, text),
  "as bytes that aren't HTTP": (text) => `HTTP/1.1 400 Bad Request\r\n${JSON.stringify(text)}\r\n\r\n`,
  "as nothing but itself": (text) => JSON.stringify(text),
};

const escaped = (secret: string) => JSON.stringify(secret).slice(1, -1);
const wellFormed = (secret: string) => secret.replace(/\p{Surrogate}/gu, "\ufffd");
const chunks = (text: string, size: number, between: string) =>
  text.match(new RegExp(`[^]{1,${size}}`, "gu"))?.join(between) ?? "";
const bytes = (text: string) => Buffer.from(text, "utf8");

const forms: Record<string, (secret: string) => string> = {
  "as it is": (secret) => secret,
  "as JSON text": escaped,
  "as JSON text in JSON text": (secret) => escaped(escaped(secret)),
  "with escapes of .NET": (secret) =>
    secret.replace(/[^a-z0-9]/gi, (char) => `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`),
  "with escapes of JavaScript": (secret) =>
    secret.replace(/[^a-z0-9]/gi, (char) => `\\x${(char.charCodeAt(0) % 256).toString(16).padStart(2, "0")}`),
  "with every character escaped": (secret) =>
    secret.replace(/[\s\S]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`),
  "in a URL": (secret) => encodeURIComponent(wellFormed(secret)),
  "in a URL, in small letters": (secret) =>
    encodeURIComponent(wellFormed(secret)).replace(/%../g, (code) => code.toLowerCase()),
  "in a URL in a URL": (secret) => encodeURIComponent(encodeURIComponent(wellFormed(secret))),
  "with every byte in a URL": (secret) => bytes(secret).toString("hex").replace(/../g, "%$&"),
  "in a form": (secret) => new URLSearchParams({ a: secret }).toString().slice(2),
  "in HTML": (secret) =>
    secret.replace(/[<>&"']/g, (char) => `&${{ "<": "lt", ">": "gt", "&": "amp", '"': "quot", "'": "#39" }[char]};`),
  "in HTML by numbers": (secret) => [...secret].map((char) => `&#x${char.codePointAt(0)?.toString(16)};`).join(""),
  "in HTML by decimal numbers": (secret) => [...secret].map((char) => `&#${char.codePointAt(0)};`).join(""),
  "in small letters, as a host": (secret) => secret.toLowerCase(),
  "in capitals": (secret) => secret.toUpperCase(),
  "broken into lines": (secret) => chunks(secret, 64, "\r\n"),
  "broken into short lines": (secret) => chunks(secret, 5, "\n"),
  "in pieces": (secret) => chunks(secret, 4, "' + '"),
  "in base64": (secret) => bytes(secret).toString("base64"),
  "in base64 with what stands before it": (secret) => bytes(`Bearer ${secret}`).toString("base64"),
  "in base64url": (secret) => bytes(`k=${secret}`).toString("base64url"),
  "in hexadecimal digits": (secret) => bytes(secret).toString("hex"),
  "in hexadecimal digits with hyphens": (secret) => chunks(bytes(secret).toString("hex").toUpperCase(), 2, "-"),
  "in base64 twice": (secret) => bytes(bytes(secret).toString("base64")).toString("base64"),
  "in UTF-16 in base64": (secret) => Buffer.from(secret, "utf16le").toString("base64"),
  "in UTF-16 in hexadecimal digits": (secret) => Buffer.from(secret, "utf16le").toString("hex"),
  "as a Buffer in JSON": (secret) => JSON.stringify(bytes(secret)),
  "as decimal numbers with hyphens": (secret) => [...bytes(secret)].join("-"),
  "as numbers of C": (secret) => [...bytes(secret)].map((byte) => `0x${byte.toString(16)}`).join(", "),
  "as octal numbers": (secret) => [...bytes(secret)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join(""),
  "with escapes of code points": (secret) =>
    [...secret].map((char) => `\\u{${char.codePointAt(0)?.toString(16)}}`).join(""),
  "with long escapes": (secret) =>
    [...secret].map((char) => `\\U${char.codePointAt(0)?.toString(16).padStart(8, "0")}`).join(""),
  "with escapes of old scripts": (secret) =>
    secret.replace(/[^a-z0-9]/gi, (char) => `%u${char.charCodeAt(0).toString(16).padStart(4, "0")}`),
  "in HTML by numbers without ends": (secret) => [...secret].map((char) => `&#${char.codePointAt(0)}`).join(""),
  "in Latin-1": (secret) => bytes(secret).toString("latin1"),
  "in Latin-1 in a URL": (secret) =>
    secret.replace(/[^a-z0-9]/gi, (char) => `%${(char.charCodeAt(0) % 256).toString(16).padStart(2, "0")}`),
  "with accents apart": (secret) => secret.normalize("NFD"),
  "with lost accents": (secret) => secret.replace(/[^\x20-\x7e]/g, "?"),
  "its first 20 characters": (secret) => secret.slice(0, 20),
  "its last 20 characters": (secret) => secret.slice(-20),
  "some of its middle": (secret) => `…${secret.slice(3, 40)}…`,
};

test.each(
  Object.entries(echoes).flatMap(([where, reaction]) =>
    Object.entries(forms)
      // Every form in one place, and some in every place.
      .filter((_, i) => where === "as its message" || i % 6 === 0)
      .map(([how, form]) => ({ where, how, reaction, form })),
  ),
)("what the service repeats $where, $how, is in no error", async ({ reaction, form }) => {
  await using it = await connected([reaction(all.map(form).join(" and "))], { token, retry: false });
  const { error } = await upload(it.client);
  const text = shown(error);
  for (const secret of all) {
    expect(text).not.toContain(form(secret).slice(0, 12));
    expect(leaks(text, secret)).toBe(false);
  }
});

test.each(Object.entries(forms))("the file of a PKCS #12 upload is in no error: %s", async (_, form) => {
  await using it = await connected([refused(400, "AADB2C90215", `Bad key '${form(pfx)}'.`)], { token });
  const { error } = await it.client.uploadPkcs12("a", { key: pfx, password: "unrelated" });
  expect(leaks(shown(error), pfx)).toBe(false);
  expect(error?.message).toBe("uploadPkcs12: 400 AADB2C90215: [redacted]");
});

test.each([
  ["in hexadecimal digits", (der: Buffer) => der.toString("hex")],
  ["as .NET prints bytes", (der: Buffer) => chunks(der.toString("hex").toUpperCase(), 2, "-")],
])("the bytes of a file that was sent in base64 are in no error: %s", async (_, form) => {
  const der = Buffer.from(pfx, "base64");
  await using it = await connected([refused(400, "a", `Bad ASN.1: ${form(der)}`)]);
  const { error } = await it.client.uploadPkcs12("a", { key: pfx });
  expect(leaks(shown(error), der.toString("hex"))).toBe(false);
});

test("what the service repeats in a header is in no error", async () => {
  const [key, other] = ["MIIc2VjcmV0/+==", "secret-password"];
  await using it = await connected([
    http(400, "", { "request-id": key, "client-request-id": `${key}${other}`, "Retry-After": key }),
  ]);
  const { error } = await it.client.uploadPkcs12("a", { key, password: other });
  expect(error).toMatchObject({ requestId: "[redacted]", clientRequestId: "[redacted]" });
  expect(leaks(shown(error), key)).toBe(false);
});

test("a token in the host of a redirect, where URLs have small letters, is in no error", async () => {
  await using it = await connected([http(302, "", { Location: `https://${token.replaceAll("_", "")}.example/` })], {
    token,
  });
  expect(leaks(shown((await it.client.getKeySet("a")).error), token)).toBe(false);
});

test("a text that repeats a secret isn't shown at all, and what else the service says stays", async () => {
  const error = { code: "AADB2C95029", message: "The value 'long-secret' of 'k' is not base64url.", target: "k" };
  await using it = await connected([http(400, { error }, { "request-id": "r" })]);
  expect((await it.client.uploadSecret("a", { use: "sig", k: "long-secret" })).error).toMatchObject({
    message: "uploadSecret: 400 AADB2C95029: [redacted]",
    code: "AADB2C95029",
    target: "k",
    requestId: "r",
  });
});

test.each<[string, object, string]>([
  ["a number", { password: 98765432 }, "98765432"],
  ["a list", { k: ["first-part", "second-part"] }, "second-part"],
  ["bytes", { password: { 0: 120, 1: 221, 2: 34, 3: 250 } }, '{"0":120,"1":221,"2":34,"3":250}'],
  ["an object within", { k: { value: { deep: "deep-secret" } } }, "deep-secret"],
  ["a member that the contract doesn't know", { secretKey: "unknown-secret" }, "unknown-secret"],
  ["short", { password: "hunter2" }, "hunter2"],
  ["short, without letters", { password: "!§$%&" }, "!§$%&"],
  ["of another script", { password: "пароль-секрет" }, "пароль-секрет"],
  ["of quotes alone", { password: '"'.repeat(8) }, '"'.repeat(8)],
  ["of pictures", { password: "😀😁😂🤣" }, "😀😁😂🤣"],
])("a secret that is %s is in no error", async (_, members, secret) => {
  await using it = await connected([refused(400, "a", `It was ${secret}.`)]);
  const { error } = await it.client.uploadSecret("a", { use: "sig", k: "k-secret", ...members } as never);
  expect(error?.message).toBe("uploadSecret: 400 a: [redacted]");
  expect(shown(error)).not.toContain(secret);
});

test("a secret of up to three letters, which any text has by chance, isn't revealed by hiding it", async () => {
  await using it = await connected([refused(400, "a", "It was bad.")]);
  expect((await it.client.uploadPkcs12("a", { password: "bad", key: "MIIB" })).error?.message).toContain("It was bad.");
});

test.each(["AADB2C95", "AADB2C95025", "AADB2C9502"])(
  "a password that begins like a code leaves codes alone: %s",
  async (password) => {
    await using it = await connected([
      http(400, { error: { code: "AADB2C95025", details: [{ code: "AADB2C95030" }] } }),
    ]);
    const { error } = await it.client.uploadPkcs12("a", { key: "MIIB", password });
    expect(error).toMatchObject({
      code: "AADB2C95025",
      details: [{ code: "AADB2C95030" }],
      message: "uploadPkcs12: 400 AADB2C95025",
    });
  },
);

test("a password of digits isn't shown as the number of a code", async () => {
  await using it = await connected([http(400, { error: { code: "AADB2C48151", details: [{ code: "AADB2C48151" }] } })]);
  const { error } = await it.client.uploadPkcs12("a", { key: "MIIB", password: "48151" });
  expect(error).toMatchObject({ code: "[redacted]", details: [{ code: "[redacted]" }] });
});

test.each(["abcd", "hunt3", "s3cret", "hunter2"])(
  "a short password is in no error, wherever it begins in base64: %s",
  async (password) => {
    for (const before of ["", "a", "ab"]) {
      const body = bytes(`${before}{"password":"${password}","x":1}`).toString("base64");
      await using it = await connected([refused(400, "a", `Bad body: ${body}`)]);
      const { error } = await it.client.uploadPkcs12("a", { key: "MIIB", password });
      expect(error?.message).toBe("uploadPkcs12: 400 a: [redacted]");
    }
  },
);

test.each([
  ["in base64", (part: Buffer) => part.toString("base64")],
  ["in hexadecimal digits", (part: Buffer) => part.toString("hex")],
  ["as numbers", (part: Buffer) => [...part].join(", ")],
])("a part of the bytes of a file is in no error, wherever it begins: %s", async (_, form) => {
  const der = Buffer.from(pfx, "base64");
  for (const from of [3, 4, 5, 6]) {
    await using it = await connected([refused(400, "a", `Bad element: ${form(der.subarray(from, from + 56))}.`)]);
    expect((await it.client.uploadPkcs12("a", { key: pfx, password: "p" })).error?.message).toContain(": [redacted]");
  }
});

test.each([
  ["Latin-1", (text: string) => bytes(text).toString("latin1")],
  ["Windows-1252", (text: string) => new TextDecoder("windows-1252").decode(bytes(text))],
  [
    "escapes of UTF-16",
    (text: string) => text.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  ],
])("a secret of other letters is in no error if its bytes are taken for %s", async (_, misread) => {
  for (const k of ["пароль密码-Ключ", "😀😁😂🤣😀😁"]) {
    await using it = await connected([refused(400, "a", misread(k))]);
    const { error } = await it.client.uploadSecret("a", { use: "sig", k });
    expect(error?.message).toBe("uploadSecret: 400 a: [redacted]");
  }
});

test("what isn't secret isn't hidden", async () => {
  await using it = await connected([refused(400, "a", "public-modulus of B2C_1A_a")]);
  const { error } = await it.client.createKeySet({ id: "B2C_1A_a", keys: [{ kty: "RSA", n: "public-modulus" }] });
  expect(error?.message).toContain("public-modulus of B2C_1A_a");
});

test("a text that is cut doesn't end in the beginning of a secret", async () => {
  for (let length = 3940; length < 4010; length += 7) {
    await using it = await connected([refused(400, "a", "-".repeat(length - 900) + "x".repeat(900) + token)], {
      token,
    });
    expect(shown((await it.client.getKeySet("a")).error)).not.toContain(token.slice(0, 4));
  }
});

test.each([
  ["the beginning", 0],
  ["the end", -60],
])("of a file of megabytes, %s is in no error", async (_, from) => {
  const bytes = new Uint8Array(3_000_000).map((_, i) => (i * 7919 + (i >> 8)) % 251);
  bytes.set([0x30, 0x82]);
  const key = Buffer.from(bytes).toString("base64");
  const part = key.slice(from).slice(0, 60);
  await using it = await connected([refused(400, "a", part)], { retry: false });
  const { error } = await it.client.uploadPkcs12("a", { key, password: "p" });
  expect(error?.message).toBe("uploadPkcs12: 400 a: [redacted]");
});

test("what a custom fetch says of the request is in no error", async () => {
  const fetch = async (_: unknown, init: unknown) => {
    const deep = Object.assign(new Error(JSON.stringify(init)), { init });
    throw Object.assign(new Error(`No: ${token}`, { cause: deep }), { request: init, name: token, code: token });
  };
  const { error } = await upload(createKeySetsClient({ token, fetch, retry: false }));
  for (const secret of all) expect(leaks(shown(error), secret)).toBe(false);
  expect(error?.cause).toMatchObject({ message: "[redacted]", code: "[redacted]" });
});

test("neither a renewed token nor the one before is in an error", async () => {
  const tokens = ["first-token-of-two", "second-token-of-two"];
  await using it = await connected([refused(401, "InvalidAuthenticationToken", tokens.join(" "))], {
    token: () => tokens.shift() ?? "t",
  });
  expect((await it.client.getKeySet("a")).error?.message).toBe("getKeySet: 401 InvalidAuthenticationToken: [redacted]");
});

test("the secrets of a client's earlier calls are in no error", async () => {
  const k = "secret-of-an-earlier-call";
  await using it = await connected([http(200, { kty: "oct" }), refused(400, "a", `The last secret was ${k}.`)]);
  await it.client.uploadSecret("a", { use: "sig", k });
  expect((await it.client.getKeySet("a")).error?.message).toBe("getKeySet: 400 a: [redacted]");
});

test("the token of an earlier call is in no error, even if this one has another or none", async () => {
  const tokens = ["first-token-of-two", "second-token-of-two"];
  await using it = await connected([found, refused(400, "a", "first-token-of-two")], {
    token: () => tokens.shift() ?? Promise.reject(new Error("No successor of second-token-of-two.")),
  });
  await it.client.getKeySet("a");
  expect((await it.client.getKeySet("a")).error?.message).toBe("getKeySet: 400 a: [redacted]");
  expect((await it.client.getKeySet("a")).error?.message).toBe("getKeySet: couldn't get a token: [redacted]");
});

test("what a client sent many calls ago is forgotten, so that it doesn't keep it for ever", async () => {
  // No two have a run in common.
  const secretOf = (i: number) => String.fromCharCode(97 + i).repeat(9);
  const shownLater = [secretOf(1), "[redacted]"];
  const texts = [secretOf(1), secretOf(12)];
  let calls = 0;
  await using it = await connected(
    [...Array<Reaction>(12).fill(http(200, { kty: "oct" })), ...texts.map((text) => refused(400, "a", text))],
    { token: () => secretOf(++calls + 12) },
  );
  for (let i = 1; i <= 12; i++) await it.client.uploadSecret("a", { use: "sig", k: secretOf(i) });
  const messages = [await it.client.getKeySet("a"), await it.client.getKeySet("a")].map(({ error }) => error?.message);
  expect(messages).toEqual(shownLater.map((text) => `getKeySet: 400 a: ${text}`));
});

test("a secret that a middleware puts into the body is in no error", async () => {
  const k = "real-secret-of-a-vault";
  await using it = await connected([refused(400, "Bad", `bad k ${k}`)]);
  it.client.use({ onRequest: ({ request }) => new Request(request, { body: JSON.stringify({ use: "sig", k }) }) });
  const { error } = await it.client.uploadSecret("a", { use: "sig", k: "placeholder" });
  expect(error?.message).toBe("uploadSecret: 400 Bad: [redacted]");
});

test("a key of a proxy in a header is in no error, and other headers don't hide anything", async () => {
  const headers = { "ocp-apim-subscription-key": "key-of-the-gateway", "user-agent": "my-pipeline/1.0" };
  await using it = await connected(
    [
      refused(400, "a", "Bad key-of-the-gateway."),
      refused(400, "a", "Bad cookie-of-a-session."),
      refused(400, "a", "Bad my-pipeline/1.0."),
    ],
    { headers },
  );
  const withCookie = { headers: { cookie: "id=cookie-of-a-session" } };
  expect((await it.client.getKeySet("a")).error?.message).toBe("getKeySet: 400 a: [redacted]");
  expect((await it.client.getKeySet("a", withCookie)).error?.message).toBe("getKeySet: 400 a: [redacted]");
  expect((await it.client.getKeySet("a")).error?.message).toBe("getKeySet: 400 a: Bad my-pipeline/1.0.");
});

test.each([
  ["a list", '[{"k":"secret-of-a-body"}]'],
  ["a form", "k=secret-of-a-body"],
  ["an object after a mark of its encoding", '\ufeff{"k":"secret-of-a-body"}'],
  ["a text", '"secret-of-a-body"'],
  ["half an object", '{"k":"secret-of-a-body"'],
  ["an object with a member twice", '{"k":"secret-of-a-body","k":"other"}'],
])("a secret in a body of createKeySetsFetch that is %s is in no event", async (_, body) => {
  const events: unknown[] = [];
  await using it = await connected([refused(503, "a", "It was secret-of-a-body.")]);
  const fetch = createKeySetsFetch({
    token,
    baseUrl: it.server.origin,
    clock: it.clock,
    retry: { maxAttempts: 2 },
    onRetry: ({ error }) => events.push(error.toJSON()),
    log: (event) => events.push(event),
  });
  await fetch("/trustFramework/keySets/a", { method: "PUT", body });
  expect(events).toHaveLength(6);
  expect(JSON.stringify(events)).not.toContain("secret-of-a-body");
  expect(JSON.stringify(events)).toContain("[redacted]");
});

test("the IDs of a success don't have secrets", async () => {
  const headers = { "request-id": `Bearer ${token}`, "client-request-id": token };
  await using it = await connected([http(200, { id: "a" }, headers), http(200, { id: "a" }, { "request-id": "r" })], {
    token,
  });
  expect(await it.client.getKeySet("a")).toMatchObject({ requestId: "[redacted]", clientRequestId: "[redacted]" });
  expect(await it.client.getKeySet("a")).toMatchObject({ requestId: "r" });
});

test.each([
  [
    "a function whose text can't be read",
    Object.assign(() => {}, {
      toString: () => {
        throw new Error("boom");
      },
    }),
  ],
  [
    "a function that is gone",
    (() => {
      const { proxy, revoke } = Proxy.revocable(() => {}, {});
      revoke();
      return proxy;
    })(),
  ],
])("a call resolves if what is thrown is %s", async (_, thrown) => {
  const client = createKeySetsClient({ token, retry: false, fetch: () => Promise.reject(thrown) });
  expect((await client.getKeySet("a")).error?.kind).toBe("network");
  const aborted = await client.getKeySet("a", { signal: AbortSignal.abort(thrown) });
  expect(aborted.error).toMatchObject({ kind: "abort" });
});

test("a token that a credential quotes when it fails is in no error", async () => {
  const given = [
    async () => ({ token, expiresOnTimestamp: Number.POSITIVE_INFINITY }),
    () => Promise.reject(new Error(`No successor of ${token}.`)),
  ];
  await using it = await connected([http(401)], { credential: { getToken: () => given.shift()?.() as never } });
  const { error } = await it.client.getKeySet("a");
  expect(error?.kind).toBe("token");
  expect(leaks(shown(error), token)).toBe(false);
});

describe("the log", () => {
  test("has each step without secrets", async () => {
    const events: object[] = [];
    await using it = await connected([http(503, "", { "request-id": token }), refused(400, "a", pfx)], {
      token,
      log: (event) => void events.push(event),
    });
    await it.client.replaceKeySet("a", { keys: [{ kty: "oct", k: pfx }] }, { clientRequestId: "mine" });
    const common = {
      operation: "replaceKeySet",
      method: "PUT",
      path: "/trustFramework/keySets/a",
      clientRequestId: "mine",
    };
    expect(events).toMatchObject([
      { ...common, step: "request", attempt: 1 },
      { ...common, step: "response", attempt: 1, status: 503, requestId: "[redacted]" },
      { ...common, step: "retry", attempt: 1, delay: 500, message: expect.stringContaining("503") },
      { ...common, step: "request", attempt: 2 },
      { ...common, step: "response", attempt: 2, status: 400 },
    ]);
    for (const secret of [token, pfx]) expect(leaks(JSON.stringify(events), secret)).toBe(false);
  });

  test("doesn't have the token that a list's link or a program's ID repeats, from the first event on", async () => {
    const events: object[] = [];
    await using it = await connected(
      [
        (socket) =>
          socket.end(
            http(200, {
              value: [],
              "@odata.nextLink": `${it.server.origin}/beta/trustFramework/keySets?$skiptoken=${token}`,
            }),
          ),
        http(200, { value: [] }),
        found,
      ],
      { token, log: (event) => events.push(event) },
    );
    await it.client.listKeySets().toArray();
    expect(events[2]).toMatchObject({ step: "request", path: "/trustFramework/keySets?$skiptoken=[redacted]" });
    await it.client.getKeySet(token, { clientRequestId: token });
    expect(events[4]).toMatchObject({
      step: "request",
      path: "/trustFramework/keySets/[redacted]",
      clientRequestId: "[redacted]",
    });
    expect(leaks(JSON.stringify(events), token)).toBe(false);
  });

  test("has texts of one line and of a limited length, as errors have", async () => {
    const events: LogEvent[] = [];
    await using it = await connected(
      [http(400, { error: { code: "c".repeat(5000), message: "m".repeat(5000) } }, { "request-id": "a\x9b31mred" })],
      { log: (event) => void events.push(event) },
    );
    const { error } = await it.client.getKeySet("i".repeat(5000));
    for (const text of [error?.message, ...events.flatMap((event) => Object.values(event))])
      expect(`${text}`.length).toBeLessThanOrEqual(1000);
    expect(events[1]?.requestId).not.toMatch(/\p{Cc}/u);
  });

  test("has failures without a response", async () => {
    const events: object[] = [];
    await using it = await connected([], {
      token,
      retry: false,
      fetch: () => Promise.reject(new Error(token)),
      log: (event) => void events.push(event),
    });
    await it.client.getKeySet("a");
    expect(events[1]).toMatchObject({ step: "failure", message: expect.stringContaining("[redacted]") });
  });
});

test("a client shows no token and no secret of itself, before a call and after", async () => {
  await using it = await connected([http(400)], { token });
  const kept = createKeySetsClient({
    credential: { getToken: async () => ({ token, expiresOnTimestamp: Number.POSITIVE_INFINITY }) },
    baseUrl: it.server.origin,
  });
  for (const client of [it.client, kept]) {
    await upload(client);
    const text = inspect(client, { depth: null, showHidden: true, getters: true }) + JSON.stringify(client);
    for (const secret of all) expect(leaks(text, secret)).toBe(false);
  }
});

test("control characters and invisible ones don't reach a message", async () => {
  await using it = await connected([refused(400, "A", "bad\n##vso[task]\u001b\u2028\u202enext")]);
  expect((await it.client.getKeySet("a")).error?.message).toBe("getKeySet: 400 A: bad ##vso[task] next");
});

test("any part of a secret of eight letters or more is in no error, whatever stands around it", async () => {
  const around = fc.string({ maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(60),
      fc.integer({ min: 8, max: 70 }),
      around,
      around,
      async (from, length, before, after) => {
        const part = token.slice(from, from + length);
        await using it = await connected([refused(400, "a", `${before} ${part} ${after}`)], { token });
        expect(leaks(shown((await it.client.getKeySet("a")).error), part)).toBe(false);
      },
    ),
    { seed: 7, numRuns: 60 },
  );
});
