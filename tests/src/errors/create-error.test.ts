import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createKeySetsClient, errorCodes, explain, isKeySetsError, KeySetsError } from "../../../src/index.ts";
import { connected, created, drop, http, refused, silence } from "../../support/client.ts";
import { type Reaction, serve } from "../../support/server.ts";

const inner = { code: "AADB2C", message: "Inner." };
const half = (head: string): Reaction =>
  `${head}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"id":`;

/** What may come instead of an answer, and what becomes of it. */
const failures: [string, Reaction, object][] = [
  [
    "a refusal in OData's form",
    refused(400, "AADB2C95028"),
    { kind: "service", status: 400, code: "AADB2C95028", message: "createKeySet: 400 AADB2C95028: No." },
  ],
  [
    "a refusal without a message",
    http(400, { error: { code: "AADB2C" } }),
    { kind: "service", message: "createKeySet: 400 AADB2C" },
  ],
  [
    "an error in a message",
    refused(500, "UnknownError", JSON.stringify({ error: inner })),
    { code: "AADB2C", message: "createKeySet: 500 AADB2C: Inner. (the call may have taken effect)" },
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
    { code: "UnknownError", message: 'createKeySet: 500 UnknownError: {"a":1} (the call may have taken effect)' },
  ],
  ["a message that is null", refused(500, "UnknownError", "null"), { code: "UnknownError" }],
  [
    "an empty 401",
    http(401),
    { kind: "http", status: 401, message: "createKeySet: 401 without the service's error body" },
  ],
  ["an empty 500 with its length", http(500, "", { "Content-Length": "0" }), { kind: "http", status: 500 }],
  ["a proxy's page", http(502, "<html>", { "Content-Type": "text/html" }), { kind: "http", status: 502 }],
  ["a text", http(400, "No.", { "Content-Type": "text/plain" }), { kind: "http", status: 400 }],
  ["an error as a text", http(400, { error: "invalid" }), { kind: "http", status: 400 }],
  ["an error whose code is a number", http(400, { error: { code: 5 } }), { kind: "http" }],
  ["null", http(500, "null"), { kind: "http", status: 500 }],
  ["invalid JSON under a success", http(201, "{id"), { kind: "answer", status: 201 }],
  [
    "nothing under a success",
    http(201),
    { kind: "answer", message: "createKeySet: 201, but its body has no JSON object (the call may have taken effect)" },
  ],
  ["a list under a success", http(201, "[]"), { kind: "answer", status: 201 }],
  ["a number under a success", http(201, "1"), { kind: "answer", status: 201 }],
  [
    "an object without the members of a key set",
    http(201, { id: "a" }),
    { kind: "answer", message: "createKeySet: 201, but its body has no keys (the call may have taken effect)" },
  ],
  ["an error under a success", http(201, { error: inner }), { kind: "answer", status: 201 }],
  [
    "a message that could be a command of a pipeline's log",
    refused(400, "A", "bad\n##vso[task]\u001b"),
    { message: "createKeySet: 400 A: bad ##vso[task] " },
  ],
  [
    "JSON of a wrong content type",
    http(201, { id: "a" }, { "Content-Type": "text/html" }),
    { kind: "answer", message: "createKeySet: 201, but its body is text/html (the call may have taken effect)" },
  ],
  [
    "another success",
    http(200, { id: "a", keys: [] }),
    {
      kind: "answer",
      status: 200,
      message: "createKeySet: 200, but not the promised 201 (the call may have taken effect)",
    },
  ],
  ["a success without a body", http(204), { kind: "answer", status: 204 }],
  [
    "a redirect",
    http(302, "", { Location: "https://sign-in.example/a?b=c" }),
    {
      kind: "redirect",
      status: 302,
      message: "createKeySet: the answer leads to sign-in.example and was not followed",
    },
  ],
  [
    "a redirect to nowhere",
    http(302, "", { Location: "https://" }),
    { kind: "redirect", message: "createKeySet: the answer leads to no address and was not followed" },
  ],
  ["nothing new", http(304), { kind: "http", status: 304 }],
  ["a status that HTTP has not", http(999, "a"), { kind: "http", status: 999 }],
  ["a reason that no Response can have", http(400).replace("Status", "失敗"), { kind: "http", status: 400 }],
  [
    "a dropped connection",
    drop,
    {
      kind: "network",
      message: "createKeySet: no whole answer came: other side closed (the call may have taken effect)",
      cause: { message: "fetch failed", cause: { code: "UND_ERR_SOCKET" } },
    },
  ],
  ["what is no HTTP", "hello", { kind: "network", cause: { cause: { code: "HPE_INVALID_CONSTANT" } } }],
  ["half a success", half("HTTP/1.1 201 Created"), { kind: "network" }],
  ["half a refusal", half("HTTP/1.1 400 Bad Request"), { kind: "network" }],
];

test.each(failures)("%s is a typed failure", async (_, reaction, expected) => {
  await using it = await connected([reaction]);
  const { data, error, status } = await it.client.createKeySet({ id: "a" }, { clientRequestId: "mine" });
  expect(data).toBeUndefined();
  expect(error).toBeInstanceOf(KeySetsError);
  expect(error).toMatchObject({
    name: "KeySetsError",
    operation: "createKeySet",
    clientRequestId: "mine",
    ...expected,
  });
  expect(status).toBe(error!.status);
  expect(it.received).toHaveLength(1);
});

test.each<[string, Reaction, object]>([
  ["has no whole answer", drop, {}],
  ["has no answer in time", silence, { timeout: 1 }],
  ["is answered by another success", http(202), {}],
  ["is answered with 503", http(503), {}],
])(
  "a write that %s is said to may have taken effect, and a call that only reads is not",
  async (_, reaction, options) => {
    await using it = await connected([reaction], { retry: false });
    expect((await it.client.generateKey("a", { use: "sig", kty: "RSA" }, options)).error!.message).toContain(
      "(the call may have taken effect)",
    );
    expect((await it.client.getKeySet("a", options)).error!.message).not.toContain("effect");
  },
);

test("a write that is aborted on its way is said to may have taken effect", async () => {
  const controller = new AbortController();
  await using it = await connected([() => controller.abort()]);
  expect((await it.client.deleteKeySet("a", { signal: controller.signal })).error!.message).toBe(
    "deleteKeySet: it was aborted: This operation was aborted (the call may have taken effect)",
  );
});

test("a write of which an earlier try may have taken effect is said to, whatever the last one comes to", async () => {
  await using it = await connected([drop, refused(401, "A")]);
  const { error } = await it.client.deleteKeySet("a");
  expect(error).toMatchObject({ message: "deleteKeySet: 401 A: No. (the call may have taken effect)", tries: 2 });
});

test.each(["ECONNREFUSED", "getaddrinfo ENOTFOUND a", "EAI_AGAIN"])(
  "a write that did not leave, for %s, is not said to may have taken effect",
  async (reason) => {
    const client = createKeySetsClient({
      token: "t",
      fetch: () => Promise.reject(new TypeError("fetch failed", { cause: new Error(reason) })),
      retry: false,
    });
    expect((await client.deleteKeySet("a")).error!.message).toBe(`deleteKeySet: no whole answer came: ${reason}`);
  },
);

test("a write that was refused, or not sent, is not said to may have taken effect", async () => {
  await using it = await connected([refused(400, "AADB2C"), http(302)]);
  const errors = [
    await it.client.deleteKeySet("a"),
    await it.client.deleteKeySet("a"),
    await it.client.deleteKeySet("a", { signal: AbortSignal.abort() }),
  ];
  for (const { error } of errors) expect(error!.message).not.toContain("effect");
});

test("an error tells how often the call was sent", async () => {
  await using it = await connected([drop, http(503), refused(400, "AADB2C95052")]);
  expect((await it.client.deleteKeySet("a")).error).toMatchObject({ code: "AADB2C95052", tries: 3 });
  const token = () => Promise.reject(new Error("No."));
  expect((await createKeySetsClient({ token }).getKeySet("a")).error).toMatchObject({ kind: "token", tries: 0 });
});

test("a server that is not there is a failure of the network that tells the code", async () => {
  const server = await serve(created);
  await server[Symbol.asyncDispose]();
  const client = createKeySetsClient({ token: "t", baseUrl: server.origin, retry: false });
  expect((await client.getKeySet("a")).error).toMatchObject({
    kind: "network",
    message: expect.stringContaining("no whole answer came: connect ECONNREFUSED 127.0.0.1"),
    cause: { cause: { code: "ECONNREFUSED" } },
  });
});

test("a redirect that the platform hides is one, as in a browser", async () => {
  const hidden = { type: "opaqueredirect", ok: false, status: 0, headers: new Headers(), text: async () => "" };
  const client = createKeySetsClient({ token: "t", fetch: async () => hidden as unknown as Response });
  expect((await client.getKeySet("a")).error).toMatchObject({ kind: "redirect" });
});

test("whatever a fetch of one's own throws is a failure of the network", async () => {
  const refused = Object.assign(new Error(""), { code: "ECONNREFUSED" });
  const thrown = [
    new Error("Down."),
    "down",
    undefined,
    Object.assign(new Error("a"), { cause: "b" }),
    new TypeError("fetch failed", { cause: refused }),
    new TypeError(),
  ];
  const client = createKeySetsClient({ token: "t", fetch: () => Promise.reject(thrown.shift()), retry: false });
  const errors = [];
  while (thrown.length > 0) errors.push((await client.getKeySet("a")).error!);
  expect(errors.map(({ kind }) => kind)).toEqual(Array(6).fill("network"));
  expect(errors.map(({ message }) => message.slice("getKeySet: no whole answer came".length))).toEqual([
    ": Down.",
    ": down",
    "",
    ": b",
    ": ECONNREFUSED",
    ": TypeError",
  ]);
  expect(errors.map(({ cause }) => cause)).toMatchObject([
    { message: "Down." },
    { message: "down" },
    undefined,
    { message: "a", cause: { message: "b" } },
    { cause: { code: "ECONNREFUSED" } },
    { name: "TypeError" },
  ]);
});

describe("a call that takes too long", () => {
  test.each([
    ["until its headers", silence],
    [
      "until the rest of its body",
      (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id":'),
    ],
    [
      "until the end of broken gzip, which Node 20 waits for",
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nbroken",
    ],
    [
      "until the rest of its refusal",
      (socket) => void socket.write('HTTP/1.1 400 Bad Request\r\nContent-Length: 99\r\n\r\n{"error":'),
    ],
  ] satisfies [string, Reaction][])("%s ends as a failure", async (_, reaction) => {
    await using it = await connected([reaction], { timeout: 1 });
    const { error } = await it.client.getKeySet("a");
    expect(error).toMatchObject({
      kind: "timeout",
      message: "getKeySet: no whole answer came within 1 ms",
      cause: { name: "TimeoutError" },
    });
  });

  test("in a fetch that heeds no signal ends too, as the call's own limit says", async () => {
    const client = createKeySetsClient({ token: "t", fetch: () => new Promise(() => {}), timeout: 1_000_000 });
    const { signal } = new AbortController();
    expect((await client.getKeySet("a", { timeout: 1, signal })).error).toMatchObject({ kind: "timeout" });
  });
});

test("a failure has what the service says of it", async () => {
  const ids = { "request-id": "r", "client-request-id": "c", correlationId: "x" };
  const details = [{ code: "a", message: "b", target: "c", more: "d" }, { code: "e" }, { message: "f" }, null, "g"];
  const error = { code: "AADB2C95052", message: "No.", target: "id", details, innerError: ids };
  await using it = await connected([
    http(400, { error }, { "Retry-After": "7" }),
    http(400, { error: { code: "a", innererror: ids } }, { "request-id": "h", "client-request-id": "i" }),
  ]);
  const said = {
    target: "id",
    details: [{ code: "a", message: "b", target: "c" }, { code: "e" }],
    requestId: "r",
    clientRequestId: "c",
    correlationId: "x",
    retryAfter: 7,
  };
  expect((await it.client.getKeySet("a")).error).toMatchObject(said);
  expect((await it.client.getKeySet("a")).error).toMatchObject({
    requestId: "h",
    clientRequestId: "i",
    correlationId: "x",
  });
});

test("an error is known from others", async () => {
  await using it = await connected([http(500)]);
  const { error } = await it.client.getKeySet("a");
  const ofAnotherCopy = Object.assign(new Error("a"), { name: "KeySetsError" });
  expect([error, ofAnotherCopy, new Error("a"), { name: "KeySetsError" }, undefined].map(isKeySetsError)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.each<[string, Reaction, string | undefined]>([
  ["by its code", refused(400, "AADB2C95052"), "There is no key set of this id."],
  ["by its code before its status", refused(403, "AADB2C90063"), errorCodes.get("AADB2C90063")!.meaning],
  [
    "by the status 401",
    refused(401, "InvalidAuthenticationToken"),
    "The service takes the token for none of its own, or for expired.",
  ],
  [
    "by the status 403",
    refused(403, "Authorization_RequestDenied"),
    "The token lacks the permission, or its user the role.",
  ],
  [
    "by the status 403, as its code has no number",
    refused(403, "AADB2C"),
    "The token lacks the permission, or its user the role.",
  ],
  ["by the status 404", http(404), "There is nothing at this address."],
  ["by the status 429", http(429), "The service has had too many requests."],
  ["by a status of a server's", http(502, "<html>"), "The service, or what stands before it, could not answer."],
  ["by its kind", http(302), "The address leads elsewhere."],
  ["not at all, as nothing is known of it", refused(400, "Other"), undefined],
])("an error is explained %s", async (_, reaction, meaning) => {
  await using it = await connected([reaction], { retry: false });
  expect(explain((await it.client.getKeySet("a")).error)?.meaning).toBe(meaning);
});

test("an explanation is a meaning and a remedy", () => {
  expect(Object.keys(explain({ code: "AADB2C95052" })!)).toEqual(["meaning", "remedy"]);
});

test("what is no error of a call is not explained", () => {
  expect([new Error("a"), undefined].map(explain)).toEqual([undefined, undefined]);
});

test.each([
  ["the service refuses", refused(400, "a")],
  ["the network drops", drop],
])("the stack of an error leads to the caller when %s", async (_, reaction) => {
  await using it = await connected([reaction]);
  const callingFunction = async () => await it.client.uploadCertificate("a", { key: "MIIB" });
  const answers = [await callingFunction(), ...(await Promise.all([callingFunction(), callingFunction()]))];
  for (const { error } of answers)
    expect(error!.stack).toMatch(/^KeySetsError: uploadCertificate: [^]*at (async )?callingFunction .*failures\.test/);
});

test("where the platform captures no stacks, an error has the one it came with", async () => {
  const { captureStackTrace } = Error;
  await using it = await connected([http(500)]);
  Error.captureStackTrace = undefined as never;
  const { error } = await it.client.createKeySet({ id: "a" });
  Error.captureStackTrace = captureStackTrace;
  expect(error!.stack).toContain("at read ");
});

test("an error shows itself without what did not arrive", async () => {
  await using it = await connected([http(500)]);
  const { error } = await it.client.createKeySet({ id: "a" }, { clientRequestId: "mine" });
  expect(inspect(error)).not.toMatch(/undefined|\[cause\]/);
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    kind: "http",
    operation: "createKeySet",
    clientRequestId: "mine",
    status: 500,
    tries: 1,
  });
  await using dropped = await connected([drop]);
  expect(inspect((await dropped.client.createKeySet({ id: "a" })).error!.cause)).not.toMatch(/undefined|dist|src/);
});
