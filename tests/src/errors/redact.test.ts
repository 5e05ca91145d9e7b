import { inspect } from "node:util";
import { expect, test } from "vitest";
import { createKeySetsClient } from "../../../src/index.ts";
import { connected, http, refused } from "../../support/client.ts";
import type { Reaction } from "../../support/server.ts";

const token = "secret-token";
const names = ["k", "d", "p", "q", "dp", "dq", "qi", "r", "t"];
const secrets = {
  ...Object.fromEntries(names.map((name) => [name, `sécret/"${name}"+\\`])),
  key: "c2VjcmV0/+==",
  password: "secret \ud83d\udd11 \ud800",
};
const all = [...Object.values(secrets), token];

/** Everything that an error can show of itself. */
const shown = (error: unknown) =>
  [
    inspect(error, { showHidden: true, depth: null }),
    JSON.stringify(error),
    String(error),
    (error as Error).stack,
  ].join("\n");
const escaped = (secret: string) => JSON.stringify(secret).slice(1, -1);
const encoded = (secret: string) => encodeURIComponent(secret.replace(/\p{Surrogate}/gu, "\ufffd"));

const upload = (client: ReturnType<typeof createKeySetsClient>) =>
  client.createKeySet({ id: "a", keys: [{ kty: "RSA", exp: 1, nbf: null, ...secrets } as never] });

/** Ways in which what was sent may come back. */
const echoes: Record<string, (text: string) => Reaction> = {
  "as its message": (text) => refused(400, "a", text),
  "as its code": (text) => refused(400, text),
  "as its target": (text) => http(400, { error: { code: "a", target: text } }),
  "in its details": (text) =>
    http(400, { error: { code: "a", details: [{ code: text, message: text, target: text, [text]: text }] } }),
  "as the ids of its requests": (text) =>
    http(400, {
      error: { code: "a", innerError: { "request-id": text, "client-request-id": text, correlationId: text } },
    }),
  "in a message in its message": (text) =>
    refused(500, "UnknownError", JSON.stringify({ error: { code: text, message: text } })),
  "in a page": (text) => http(502, text, { "Content-Type": "text/html" }),
  "under a success": (text) => http(201, text),
  "as what is no HTTP": (text) => `HTTP/1.1 400 Bad Request\r\n${JSON.stringify(text)}\r\n\r\n`,
  "as nothing but itself": (text) => JSON.stringify(text),
};

const forms = { "as it is": (secret: string) => secret, "as JSON text": escaped, "as an address has it": encoded };

test.each(
  Object.entries(echoes).flatMap(([where, reaction]) =>
    Object.entries(forms).map(([how, form]) => [where, how, reaction, form] as const),
  ),
)("what the service repeats %s, %s, is in no error", async (_, __, reaction, form) => {
  await using it = await connected([reaction(all.map(form).join(" and "))], { retry: false });
  const { error } = await upload(it.client);
  for (const secret of all) for (const form of Object.values(forms)) expect(shown(error)).not.toContain(form(secret));
});

test("what the service repeats in a header is in no error", async () => {
  const [hidden, other] = ["c2VjcmV0/+==", "secret-password"];
  await using it = await connected([
    http(400, "", { "request-id": hidden, "client-request-id": `${hidden}${other}`, "Retry-After": hidden }),
  ]);
  const { error } = await it.client.uploadPkcs12("a", { key: hidden, password: other });
  expect(error).toMatchObject({ requestId: "[redacted]", clientRequestId: "[redacted][redacted]" });
  expect(shown(error)).not.toContain(hidden);
});

test("the rest of what the service says stays", async () => {
  await using it = await connected([refused(400, "AADB2C95029", "The value 'long-secret' of 'k' is not base64url.")]);
  const { error } = await it.client.uploadSecret("a", { use: "sig", k: "long-secret" });
  expect(error!.message).toBe("uploadSecret: 400 AADB2C95029: The value '[redacted]' of 'k' is not base64url.");
});

test("a secret within another does not leave the other's rest", async () => {
  await using it = await connected([refused(400, "a", "It was long-secret.")]);
  const { error } = await it.client.uploadPkcs12("a", { password: "long", key: "long-secret" });
  expect(error!.message).toBe("uploadPkcs12: 400 a: It was [redacted].");
});

test("a secret of up to three letters, which any text has in it by chance, is not told by hiding it", async () => {
  await using it = await connected([refused(400, "a", "It was bad.")]);
  expect((await it.client.uploadPkcs12("a", { password: "bad", key: "MIIB" })).error!.message).toContain("It was bad.");
});

test("what is not secret is not hidden", async () => {
  await using it = await connected([refused(400, "a", "public-modulus of B2C_1A_a")]);
  const { error } = await it.client.createKeySet({ id: "B2C_1A_a", keys: [{ kty: "RSA", n: "public-modulus" }] });
  expect(error!.message).toContain("public-modulus of B2C_1A_a");
});

test("what a fetch of one's own says of the request is in no error", async () => {
  const fetch = async (_: unknown, init: unknown) => {
    const deep = Object.assign(new Error(JSON.stringify(init)), { init });
    throw Object.assign(new Error(`No: ${token}`, { cause: deep }), { request: init, name: token, code: token });
  };
  const { error } = await upload(createKeySetsClient({ token, fetch, retry: false }));
  for (const secret of all) for (const form of Object.values(forms)) expect(shown(error)).not.toContain(form(secret));
  expect(error!.cause).toMatchObject({ message: "No: [redacted]", code: "[redacted]" });
});

test("an error that is its own cause ends", async () => {
  const thrown = new Error("Round.");
  thrown.cause = thrown;
  const { error } = await createKeySetsClient({ token, fetch: () => Promise.reject(thrown), retry: false }).getKeySet(
    "a",
  );
  expect(error!.cause).toMatchObject({ message: "Round.", cause: { message: "Round." } });
});

test("a token that was renewed is in no error, and neither is the one before", async () => {
  let count = 0;
  const both = "token-1 token-2";
  await using it = await connected([refused(401, "InvalidAuthenticationToken", both)], {
    token: () => `token-${++count}`,
  });
  expect((await it.client.getKeySet("a")).error!.message).toContain("[redacted] [redacted]");
});

test("a client shows no token and no secret of itself, before a call and after", async () => {
  await using it = await connected([http(400)]);
  const kept = createKeySetsClient({
    credential: { getToken: async () => ({ token, expiresOnTimestamp: Infinity }) },
    baseUrl: it.server.origin,
  });
  for (const client of [it.client, kept]) {
    await upload(client);
    const all = inspect(client, { depth: null, showHidden: true, getters: true }) + JSON.stringify(client);
    expect(all).not.toMatch(/secret/);
  }
});

test("a secret that is spelt like a part of the error does not change that part", async () => {
  await using it = await connected([refused(400, "AADB2C95025", "No.")]);
  const { error } = await it.client.uploadPkcs12("a", { key: "service", password: "upload" });
  expect(error).toMatchObject({
    kind: "service",
    operation: "uploadPkcs12",
    message: "uploadPkcs12: 400 AADB2C95025: No.",
  });
});
