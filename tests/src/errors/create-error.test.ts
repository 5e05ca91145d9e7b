import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { createKeySetsClient, isKeySetsError, KeySetsError } from "../../../src/index.ts";
import { connected, created, drop, fakeClock, http, refused } from "../../support/client.ts";
import { type Reaction, serve } from "../../support/server.ts";

const inner = { code: "AADB2C", message: "Inner." };
const half = (head: string): Reaction =>
  `${head}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"id":`;

/** What may come instead of a response, and what becomes of it. */
const failures: [string, Reaction, object][] = [
  [
    "an error in OData's form",
    refused(400, "AADB2C95028"),
    { kind: "service", status: 400, code: "AADB2C95028", message: "createKeySet: 400 AADB2C95028: No." },
  ],
  [
    "an error without a message",
    http(400, { error: { code: "AADB2C" } }),
    { kind: "service", message: "createKeySet: 400 AADB2C" },
  ],
  [
    "an error in a message",
    refused(500, "UnknownError", JSON.stringify({ error: inner })),
    { code: "AADB2C", message: "createKeySet: 500 AADB2C: Inner. (the write may have been applied)" },
  ],
  ["an error in a message, without a wrapper", refused(500, "UnknownError", JSON.stringify(inner)), { code: "AADB2C" }],
  [
    "an error in a message in a message",
    refused(500, "A", JSON.stringify({ error: { code: "B", message: JSON.stringify(inner) } })),
    { code: "AADB2C" },
  ],
  [
    "a message that is JSON, but no error",
    refused(500, "UnknownError", '{"a":1}'),
    { code: "UnknownError", message: 'createKeySet: 500 UnknownError: {"a":1} (the write may have been applied)' },
  ],
  ["a message that is null", refused(500, "UnknownError", "null"), { code: "UnknownError" }],
  [
    "an empty 401",
    http(401),
    { kind: "http", status: 401, message: "createKeySet: status 401, and the body isn't the service's error format" },
  ],
  ["an empty 500 with its length", http(500, "", { "Content-Length": "0" }), { kind: "http", status: 500 }],
  ["a proxy's page", http(502, "<html>", { "Content-Type": "text/html" }), { kind: "http", status: 502 }],
  ["a text", http(400, "No.", { "Content-Type": "text/plain" }), { kind: "http", status: 400 }],
  ["an error as a text", http(400, { error: "invalid" }), { kind: "http", status: 400 }],
  ["an error whose code is a number", http(400, { error: { code: 5 } }), { kind: "http" }],
  ["null", http(500, "null"), { kind: "http", status: 500 }],
  ["invalid JSON under a success", http(201, "{id"), { kind: "response", status: 201 }],
  [
    "nothing under a success",
    http(201),
    {
      kind: "response",
      message: "createKeySet: status 201, but the body isn't a JSON object (the write may have been applied)",
    },
  ],
  ["a list under a success", http(201, "[]"), { kind: "response", status: 201 }],
  ["a number under a success", http(201, "1"), { kind: "response", status: 201 }],
  [
    "an object without the members of a key set",
    http(201, { keys: [] }),
    {
      kind: "response",
      message: 'createKeySet: status 201, but the body doesn\'t have a text "id" (the write may have been applied)',
    },
  ],
  ["an error under a success", http(201, { error: inner }), { kind: "response", status: 201 }],
  [
    "a message that could be a command of a pipeline's log",
    refused(400, "A", "bad\n##vso[task]\u001b"),
    { message: "createKeySet: 400 A: bad ##vso[task] " },
  ],
  [
    "JSON of a wrong content type",
    http(201, { id: "a" }, { "Content-Type": "text/html" }),
    {
      kind: "response",
      message: "createKeySet: status 201, but the body isn't JSON: text/html (the write may have been applied)",
    },
  ],
  [
    "another success",
    http(200, { id: "a", keys: [] }),
    {
      kind: "response",
      status: 200,
      message: "createKeySet: status 200, but the contract promises 201 (the write may have been applied)",
    },
  ],
  ["a success without a body", http(204), { kind: "response", status: 204 }],
  [
    "a redirect",
    http(302, "", { Location: "https://sign-in.example/a?b=c" }),
    {
      kind: "redirect",
      status: 302,
      message:
        "createKeySet: the response redirects, and the client doesn't follow: sign-in.example (the write may have been applied)",
    },
  ],
  [
    "a redirect to nowhere",
    http(302, "", { Location: "https://" }),
    {
      kind: "redirect",
      message:
        "createKeySet: the response redirects, and the client doesn't follow: an address that isn't valid (the write may have been applied)",
    },
  ],
  ["nothing new", http(304), { kind: "http", status: 304 }],
  ["a status that HTTP doesn't have", http(999, "a"), { kind: "http", status: 999 }],
  ["a reason that no Response can have", http(400).replace("Status", "失敗"), { kind: "http", status: 400 }],
  [
    "a dropped connection",
    drop,
    {
      kind: "network",
      message:
        "createKeySet: the request failed before a complete response arrived: other side closed (the write may have been applied)",
      cause: { message: "fetch failed", cause: { code: "UND_ERR_SOCKET" } },
    },
  ],
  ["a response that isn't HTTP", "hello", { kind: "network" }],
  ["half a success", half("HTTP/1.1 201 Created"), { kind: "network" }],
  ["half an error", half("HTTP/1.1 400 Bad Request"), { kind: "http", status: 400 }],
];

test.each(failures)("%s is a typed failure", async (_, reaction, expected) => {
  await using it = await connected([reaction], { retry: false });
  const { data, error, status } = await it.client.createKeySet({ id: "a" }, { clientRequestId: "mine" });
  expect({ data, status }).toEqual({ data: undefined, status: undefined });
  expect(error).toBeInstanceOf(KeySetsError);
  expect(error).toMatchObject({
    name: "KeySetsError",
    operation: "createKeySet",
    clientRequestId: "mine",
    attempts: 1,
    ...expected,
  });
  expect(it.received).toHaveLength(1);
});

test.each([401, 403, 429, 503])(
  "an error keeps its status and headers if its body can't be read: %d",
  async (status) => {
    await using it = await connected(
      [http(status, "{", { "Content-Length": "99", "Retry-After": "7", "request-id": "r" })],
      {
        retry: false,
      },
    );
    const { error, response } = await it.client.getKeySet("a");
    expect(error).toMatchObject({
      kind: "http",
      status,
      retryAfter: 7,
      requestId: "r",
      cause: { message: "terminated" },
    });
    expect(response?.headers.get("request-id")).toBe("r");
  },
);

test("a success whose body is cut off keeps its status and ids", async () => {
  await using it = await connected([http(200, "{", { "Content-Length": "99", "request-id": "r" })], { retry: false });
  expect((await it.client.getKeySet("a")).error).toMatchObject({ kind: "network", status: 200, requestId: "r" });
});

describe("a write that may have been applied says so, by where the call was:", () => {
  const key = { use: "sig", kty: "RSA" } as const;
  const failing = (code: string) => Object.assign(new Error("Down."), { code });

  test.each<[string, Reaction | Error, boolean]>([
    ["a dropped connection", drop, true],
    ["another success", http(202), true],
    ["a success that isn't JSON", http(200, "<html>", { "Content-Type": "text/html" }), true],
    ["a 500", http(500), true],
    ["a 503", http(503), true],
    ["a 408", http(408), true],
    ["an internal error as a 400", refused(400, "AADB2C90063"), true],
    ["an unknown error of fetch", new TypeError("Failed to fetch"), true],
    ["a reset", failing("ECONNRESET"), true],
    ["a 400", refused(400, "AADB2C"), false],
    ["a 404", http(404), false],
    ["a 429", http(429), false],
    ["a redirect that can follow a write", http(302), true],
    ["a redirect to what a write made", http(303), true],
    ["a redirect that asks to send the same elsewhere", http(307), false],
    ["a concurrent write as a 500", refused(500, "AADB2C95053"), false],
    ["a refused connection", failing("ECONNREFUSED"), false],
    ["a host that doesn't exist", failing("ENOTFOUND"), false],
    ["a certificate that isn't trusted", failing("DEPTH_ZERO_SELF_SIGNED_CERT"), false],
    ["a connection that takes too long", failing("UND_ERR_CONNECT_TIMEOUT"), false],
    ["an unreachable network", failing("ENETUNREACH"), false],
  ])("%s", async (_, reaction, applied) => {
    const isError = reaction instanceof Error;
    await using it = await connected([isError ? drop : reaction], {
      retry: false,
      ...(isError && { fetch: () => Promise.reject(reaction) }),
    });
    const { error } = await it.client.generateKey("a", key);
    expect(error?.mayHaveApplied).toBe(applied);
    expect(error?.message.endsWith(" (the write may have been applied)")).toBe(applied);
    expect((await it.client.getKeySet("a")).error?.mayHaveApplied ?? false).toBe(false);
  });

  test("an abort on its way", async () => {
    const controller = new AbortController();
    await using it = await connected([() => controller.abort(new Error("Enough."))]);
    expect((await it.client.deleteKeySet("a", { signal: controller.signal })).error?.message).toBe(
      "deleteKeySet: aborted by the caller: Enough. (the write may have been applied)",
    );
  });

  test("an abort after nothing but 429s doesn't", async () => {
    const controller = new AbortController();
    const clock = { ...fakeClock(), wait: async () => controller.abort(new Error("Enough.")) };
    await using it = await connected([http(429)], { clock });
    const { error } = await it.client.deleteKeySet("a", { signal: controller.signal });
    expect(error).toMatchObject({ kind: "abort", attempts: 1, mayHaveApplied: false });
  });

  test("an earlier attempt counts, whatever the last one comes to", async () => {
    await using it = await connected([drop, refused(403, "A")]);
    const { error } = await it.client.deleteKeySet("a");
    expect(error).toMatchObject({
      message: "deleteKeySet: 403 A: No. (the write may have been applied)",
      attempts: 2,
      mayHaveApplied: true,
    });
  });
});

test("an error has the number of attempts", async () => {
  await using it = await connected([drop, http(503), refused(400, "AADB2C95052")]);
  expect((await it.client.deleteKeySet("a")).error).toMatchObject({ code: "AADB2C95052", attempts: 3 });
  const token = () => Promise.reject(new Error("No."));
  expect((await createKeySetsClient({ token }).getKeySet("a")).error).toMatchObject({ kind: "token", attempts: 0 });
});

test("a server that isn't there is a network failure with its code", async () => {
  const server = await serve(created);
  await server[Symbol.asyncDispose]();
  const client = createKeySetsClient({ token: "t", baseUrl: server.origin, retry: false });
  expect((await client.getKeySet("a")).error).toMatchObject({
    kind: "network",
    message: expect.stringContaining("getKeySet: couldn't connect: connect ECONNREFUSED 127.0.0.1"),
    cause: { cause: { code: "ECONNREFUSED" } },
  });
});

const bare = (values: object) => ({ headers: new Headers(), text: async () => "", ...values }) as unknown as Response;

test("a redirect that the platform hides is one, as in a browser", async () => {
  const client = createKeySetsClient({ token: "t", fetch: async () => bare({ type: "opaqueredirect", status: 0 }) });
  expect((await client.getKeySet("a")).error).toMatchObject({
    kind: "redirect",
    message: "getKeySet: the response redirects, and the client doesn't follow: an address that the platform hides",
  });
});

test("a response that fetch got by following a redirect isn't believed", async () => {
  await using elsewhere = await serve(created);
  await using it = await connected([http(307, "", { Location: `${elsewhere.origin}/` })], {
    fetch: (url, init) => fetch(url, { ...init, redirect: "follow" }),
  });
  expect((await it.client.createKeySet({ id: "a" })).error).toMatchObject({
    kind: "redirect",
    mayHaveApplied: true,
    message: expect.stringContaining(
      `fetch followed a redirect, which a custom fetch must not do: ${new URL(elsewhere.origin).host}`,
    ),
  });
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["an object", {}],
  ["text", "{}"],
  ["a status that isn't a number", bare({ status: "200" })],
  ["headers that can't be read", bare({ status: 200, headers: {} })],
])("a fetch that returns %s makes the call reject with its mistake, after one attempt", async (_, returned) => {
  let attempts = 0;
  const client = createKeySetsClient({
    token: "t",
    fetch: async () => {
      attempts++;
      return returned as Response;
    },
  });
  await expect(client.replaceKeySet("a", { keys: [] })).rejects.toThrow('The option "fetch" must return a Response.');
  expect(attempts).toBe(1);
});

test.each<[string, unknown, string]>([
  ["an error", new Error("Down."), ": Down."],
  ["text", "down", ": down"],
  ["nothing", undefined, ""],
  ["a cause that is text", Object.assign(new Error("a"), { cause: "b" }), ": b"],
  [
    "a code alone",
    new TypeError("fetch failed", { cause: Object.assign(new Error(""), { code: "EWHATEVER" }) }),
    ": EWHATEVER",
  ],
  ["a name alone", new TypeError(), ": TypeError"],
  ["a symbol", Symbol("odd"), ": Symbol(odd)"],
  ["a bigint", 1n, ": 1"],
  ["a code that is a bigint", { code: 1n }, ": 1"],
  ["an object without a prototype", Object.create(null), ": Error"],
  [
    "a trap",
    new Proxy(
      {},
      {
        get: () => {
          throw new Error("trap");
        },
      },
    ),
    ": Error",
  ],
])("a fetch that throws %s is a network failure", async (_, thrown, said) => {
  const client = createKeySetsClient({ token: "t", fetch: () => Promise.reject(thrown), retry: false });
  const { error } = await client.getKeySet("a");
  expect(error).toMatchObject({
    kind: "network",
    message: `getKeySet: the request failed before a complete response arrived${said}`,
  });
});

test("an error that is its own cause ends", async () => {
  const thrown = new Error("Round.");
  thrown.cause = thrown;
  const client = createKeySetsClient({ token: "t", fetch: () => Promise.reject(thrown), retry: false });
  expect((await client.getKeySet("a")).error?.cause).toMatchObject({ message: "Round.", cause: { message: "Round." } });
});

test("a failure has what the service says of it", async () => {
  const ids = { "request-id": "r", "client-request-id": "c", correlationId: "x" };
  const details = [
    { code: "a", message: "b", target: "c", more: "d" },
    { code: "AADB2C95030" },
    { message: "f" },
    null,
    "g",
  ];
  const error = { code: "AADB2C95052", message: "No.", target: "id", details, innerError: ids };
  await using it = await connected([
    http(400, { error }, { "Retry-After": "7" }),
    http(400, { error: { code: "a", innererror: ids } }, { "request-id": "h", "client-request-id": "i" }),
    http(400, { error: { code: "a" } }, { "request-id": "h", "client-request-id": "i" }),
  ]);
  expect((await it.client.getKeySet("a")).error).toMatchObject({
    target: "id",
    details: [{ code: "a", message: "b", target: "c" }, { code: "AADB2C95030" }],
    requestId: "r",
    clientRequestId: "c",
    correlationId: "x",
    retryAfter: 7,
  });
  expect((await it.client.getKeySet("a")).error).toMatchObject({ requestId: "r", clientRequestId: "c" });
  expect((await it.client.getKeySet("a")).error).toMatchObject({ requestId: "h", clientRequestId: "i" });
});

test("texts of the service have a maximum length", async () => {
  const long = "x".repeat(5_000);
  const error = { code: long, message: long, target: long, details: Array(100).fill({ code: long, message: long }) };
  await using it = await connected([http(400, { error }, { "request-id": "y".repeat(5000) })]);
  const { error: failure } = await it.client.getKeySet("a");
  expect(failure?.message.length).toBeLessThan(1300);
  expect(failure?.details).toHaveLength(10);
  expect(JSON.stringify(failure).length).toBeLessThan(7000);
});

test("a body that is too large isn't read to its end, and isn't asked for again", async () => {
  let chunks = 0;
  const stream = () =>
    new ReadableStream(
      {
        pull(controller) {
          chunks++;
          controller.enqueue(new Uint8Array(2 ** 20));
        },
      },
      { highWaterMark: 0 },
    );
  const statuses = [200, 400];
  const fetch = async () => new Response(stream(), { status: statuses.shift() ?? 500 });
  const client = createKeySetsClient({ token: "t", fetch });
  expect((await client.getKeySet("a")).error).toMatchObject({
    kind: "response",
    message: "getKeySet: status 200, but the body is larger than 16777216 bytes",
  });
  expect((await client.getKeySet("a")).error).toMatchObject({ kind: "http", status: 400 });
  expect(chunks).toBe(34);
});

test("a bomb of gzip isn't unpacked to its end", async () => {
  const { gzipSync } = await import("node:zlib");
  const bomb = gzipSync(Buffer.alloc(40 * 2 ** 20));
  await using it = await connected([
    (socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`);
      socket.end(bomb);
    },
  ]);
  expect((await it.client.getKeySet("a")).error).toMatchObject({ kind: "response", attempts: 1 });
});

test("an error is known from others, as a plain object and from another copy or realm too", async () => {
  await using it = await connected([http(500)], { retry: false });
  const { error } = await it.client.getKeySet("a");
  const fromElsewhere = runInNewContext(
    'Object.assign(new Error("a"), { name: "KeySetsError", kind: "http", attempts: 1 })',
  );
  const cloned = structuredClone(error?.toJSON());
  const others = [
    new Error("a"),
    { name: "KeySetsError" },
    Object.assign(new Error("a"), { name: "KeySetsError" }),
    undefined,
    null,
  ];
  expect([error, fromElsewhere, cloned, ...others].map(isKeySetsError)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ["the service returns an error", refused(400, "a")],
  ["the connection drops", drop],
])("the stack of an error leads to the caller when %s", async (_, reaction) => {
  await using it = await connected([reaction]);
  const callingFunction = async () => await it.client.uploadCertificate("a", { key: "MIIB" });
  const results = [await callingFunction(), ...(await Promise.all([callingFunction(), callingFunction()]))];
  for (const { error } of results)
    expect(error?.stack).toMatch(
      /^KeySetsError: uploadCertificate: [\s\S]*at (async )?callingFunction .*create-error\.test/,
    );
});

test("where the platform captures no stacks, an error has the one it came with", async () => {
  const { captureStackTrace } = Error;
  await using it = await connected([http(500)], { retry: false });
  Error.captureStackTrace = undefined as never;
  const { error } = await it.client.createKeySet({ id: "a" });
  Error.captureStackTrace = captureStackTrace;
  expect(error?.stack).toContain("at createError ");
});

test("an error shows itself without what didn't arrive, and its message in JSON too", async () => {
  await using it = await connected([http(500)], { retry: false });
  const { error } = await it.client.createKeySet({ id: "a" }, { clientRequestId: "mine" });
  expect(inspect(error)).not.toMatch(/undefined|\[cause\]/);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "KeySetsError",
    message:
      "createKeySet: status 500, and the body isn't the service's error format (the write may have been applied)",
    kind: "http",
    operation: "createKeySet",
    clientRequestId: "mine",
    status: 500,
    attempts: 1,
    mayHaveApplied: true,
  });
  await using dropped = await connected([drop], { retry: false });
  expect(inspect((await dropped.client.createKeySet({ id: "a" })).error?.cause)).not.toMatch(/undefined|dist|src/);
});
