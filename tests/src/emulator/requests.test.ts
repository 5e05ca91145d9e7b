import { expect, test, vi } from "vitest";
import { createKeySetsEmulator, type LogEntry } from "../../../src/emulator/index.ts";
import { createSet, emulatorUnderTest, failure, root } from "./emulator-under-test.ts";

const read = "TrustFrameworkKeySet.Read.All";
const write = "TrustFrameworkKeySet.ReadWrite.All";
const seed = { keySets: [{ id: "B2C_1A_set", keys: [{ kty: "oct", kid: "k" }] }] };

const operations: [method: string, path: string, scopes: string[], body?: object][] = [
  ["GET", "", [read, write]],
  ["GET", "/B2C_1A_set", [read, write]],
  ["GET", "/B2C_1A_set/getActiveKey", [read, write]],
  ["GET", "/B2C_1A_set/keys_v2/k", [write]],
  ["POST", "", [write], { id: "new" }],
  ["PUT", "/B2C_1A_set", [write], { keys: [] }],
  ["DELETE", "/B2C_1A_set", [write]],
  ["POST", "/B2C_1A_set/generateKey", [write], { use: "sig", kty: "oct" }],
  ["POST", "/B2C_1A_set/uploadSecret", [write], { use: "sig", k: "s" }],
  ["POST", "/B2C_1A_set/uploadCertificate", [write], { key: "AAAA" }],
  ["POST", "/B2C_1A_set/uploadPkcs12", [write], { key: "AAAA" }],
  ["PATCH", "/B2C_1A_set/keys_v2/k", [write], { status: "disabled" }],
];

test.each(operations)("%s %s needs one of %j", async (method, path, scopes, body) => {
  for (const scope of [read, write, "User.Read"]) {
    const { call, emulator } = emulatorUnderTest({ seed, tokenScopes: [scope] });
    const before = emulator.state();
    const result = await call(method, path, body);
    expect(result.status === 403).toBe(!scopes.includes(scope));
    if (result.status !== 403) continue;
    expect(failure(result)).toEqual([403, "AADB2C"]);
    expect(result.body.error.message).toBe(
      `The application does not have any of the required delegated permissions (${scopes.join(", ")}) to access the resource.`,
    );
    expect(emulator.state()).toEqual(before);
  }
});

test.each([
  ["no header", {}],
  ["an empty one", { Authorization: "" }],
  ["another scheme", { Authorization: "Basic dDp0" }],
  ["no token", { Authorization: "Bearer " }],
  ["a token with a space", { Authorization: "Bearer a b" }],
])("a request with %s fails with 401 and changes nothing", async (_, headers) => {
  const emulator = createKeySetsEmulator({ seed });
  const response = await emulator.fetch(`${root}/trustFramework/keySets/B2C_1A_set`, { method: "DELETE", headers });
  expect([response.status, (await response.json()).error.code]).toEqual([401, "InvalidAuthenticationToken"]);
  expect(response.headers.get("www-authenticate")).toBe("Bearer");
  expect(emulator.state().keySets).toHaveLength(1);
});

test("each token can have permissions of its own, and an unknown one fails with 401", async () => {
  const { call } = emulatorUnderTest({ seed, tokenScopes: { reader: [read], admin: [write] } });
  const responseFor = (token: string) => call("DELETE", "/B2C_1A_set", undefined, { Authorization: `Bearer ${token}` });
  const statusFor = async (token: string) => (await responseFor(token)).status;
  for (const token of ["toString", "junk"]) {
    const unknown = await responseFor(token);
    expect(failure(unknown)).toEqual([401, "InvalidAuthenticationToken"]);
    expect(unknown.body.error.message).toBe("The token isn't one of those in tokenScopes.");
  }
  expect(await statusFor("reader")).toBe(403);
  expect(await statusFor("admin")).toBe(204);
});

test.each(["any!", "test:token", "{{token}}", "a@b"])("%s is a token", async (token) => {
  const { call } = emulatorUnderTest({ tokenScopes: { [token]: [write] } });
  expect((await call("GET", "", undefined, { Authorization: `Bearer ${token}` })).status).toBe(200);
});

test.each([
  ["no body", ""],
  ["half an object", '{"id":'],
  ["a list", "[]"],
  ["null", "null"],
  ["a text", '"id"'],
  ["many brackets", "[".repeat(100_000)],
  ["a comment", '{"id":"a"} // a'],
])("a body of %s fails", async (_, body) => {
  const { call } = emulatorUnderTest();
  expect(failure(await call("POST", "", body))).toEqual([400, "AADB2C"]);
});

test("a body that isn't UTF-8 fails", async () => {
  const { emulator } = emulatorUnderTest();
  const body = new Uint8Array([...Buffer.from('{"id":"'), 0xff, ...Buffer.from('"}')]);
  const headers = { Authorization: "Bearer t", "Content-Type": "application/json" };
  const { status } = await emulator.fetch(`${root}/trustFramework/keySets`, { method: "POST", headers, body });
  expect(status).toBe(400);
});

test.each([
  ["application/json", 201],
  ["application/json; charset=utf-8", 201],
  ["Application/JSON;odata.metadata=minimal", 201],
  ["application/x-www-form-urlencoded", 400],
  ["text/plain;charset=UTF-8", 400],
  ["application/jsonx", 400],
  ["application/problem+json", 400],
])("a body of the type %s returns %i", async (type, status) => {
  const { call } = emulatorUnderTest();
  expect((await call("POST", "", { id: "a" }, { "Content-Type": type })).status).toBe(status);
});

test("a body that is larger than the limit fails with 413, and one that isn't works", async () => {
  const { call } = emulatorUnderTest({ maxBodyBytes: 20 });
  expect((await call("POST", "", { id: "a".repeat(11) })).status).toBe(201);
  expect(failure(await call("POST", "", { id: "b".repeat(12) }))).toEqual([413, "RequestEntityTooLarge"]);
});

test.each([
  ["https://graph.microsoft.com/v1.0/trustFramework/keySets"],
  ["https://graph.microsoft.com/trustFramework/keySets"],
  ["https://graph.microsoft.com/beta"],
  ["https://graph.microsoft.com/beta/trustFramework/policies"],
  ["https://graph.microsoft.com/beta/trustFramework/keySets/"],
  ["https://graph.microsoft.com/beta/trustFramework/keySets/a/"],
  ["https://graph.microsoft.com/beta/trustFramework/keySets/a/keys_v2"],
  ["https://graph.microsoft.com/beta/trustFramework/keySets/a/keys_v2/k/more"],
  ["https://graph.microsoft.com/beta/trustFramework/keySets/%ff"],
  ["https://graph.microsoft.com/beta/trustFramework/keySets/%"],
])("%s isn't a path of the API", async (url) => {
  const { emulator } = emulatorUnderTest();
  const response = await emulator.fetch(url, { headers: { Authorization: "Bearer t" } });
  expect([response.status, (await response.json()).error.code]).toEqual([404, "ResourceNotFound"]);
});

test.each(["/B2C_1A_set", "('B2C_1A_set')", "(%27B2C_1A_set%27)", "/b2c_1a_SET"])(
  "%s is the key set, whatever the case of the path is",
  async (path) => {
    const { emulator } = emulatorUnderTest({ seed });
    const response = await emulator.fetch(`${root}/TRUSTframework/KeySets${path}/GetActiveKey()`, {
      headers: { Authorization: "Bearer t" },
    });
    expect([response.status, (await response.json()).kid]).toEqual([200, "k"]);
  },
);

test("an ID that looks like OData's syntax is an ID", async () => {
  const { call, emulator } = emulatorUnderTest({ seed });
  await createSet(call, "B2C_1A_set()");
  expect((await call("GET", "/B2C_1A_set('k')")).status).toBe(400);
  expect((await call("DELETE", "/B2C_1A_set()")).status).toBe(204);
  expect(emulator.state().keySets.map(({ id }) => id)).toEqual(["B2C_1A_set", "B2C_1A_set().bak"]);
  const headers = { Authorization: "Bearer t" };
  const statusOf = async (path: string) => (await emulator.fetch(`${root}/${path}`, { headers })).status;
  expect(await statusOf("trustFramework('keySets')")).toBe(404);
  expect(await statusOf("trustFramework/keySets('B2C_1A_set')/keys_v2('k')")).toBe(200);
  expect(await statusOf("trustFramework/keySets%28'B2C_1A_set'%29")).toBe(200);
});

test("a wrong method fails with a message that is JSON, and names the right ones", async () => {
  const { call } = emulatorUnderTest({ seed });
  const { status, body, headers } = await call("POST", "/B2C_1A_set/getActiveKey");
  expect([status, body.error.code, headers.get("allow")]).toEqual([405, "UnknownError", "GET"]);
  expect(JSON.parse(body.error.message)).toEqual({ Message: expect.stringContaining("'POST'") });
});

test("drafts and the undocumented list work only if they are included", async () => {
  const draft = { keys: [{ kid: "Kid value", kty: "Kty value", use: null, k: "K value", x5c: ["X5c value"] }] };
  const calls = [
    ["POST", "/$ref", draft, 405, 201],
    ["PATCH", "", { ...draft, id: "B2C_1A_set" }, 405, 200],
    ["GET", "/B2C_1A_set/keys_v2", undefined, 404, 200],
  ] as const;
  const [without, included] = [
    emulatorUnderTest({ seed }),
    emulatorUnderTest({ seed, include: ["draft", "undocumented"] }),
  ];
  for (const [method, path, body, off, on] of calls) {
    expect((await without.call(method, path, body)).status).toBe(off);
    expect((await included.call(method, path, body)).status).toBe(on);
  }
  const [, added] = included.emulator.state().keySets;
  expect(added).toEqual({
    id: expect.stringMatching(/^[\da-f-]{36}$/),
    keys: [{ kid: "Kid value", kty: "Kty value", status: "enabled", x5c: ["X5c value"] }],
  });
  expect(failure(await included.call("PATCH", "", { keys: [] }))).toEqual([400, "AADB2C"]);
  expect(failure(await included.call("POST", "/$ref", { id: "set" }))).toEqual([400, "AADB2C"]);
});

test("drafts need the permission to write if permissions are checked", async () => {
  const { call } = emulatorUnderTest({ include: ["draft"], tokenScopes: [read] });
  expect((await call("POST", "/$ref", {})).status).toBe(403);
});

test("each response has an ID of its own, and the one that the caller sent if it's a GUID", async () => {
  const { call } = emulatorUnderTest();
  const sent = "0F4E7A52-93c1-4c8e-b2f0-1a6d5b7c9e10";
  const [first, second, third] = await Promise.all(
    [{ "client-request-id": sent }, { "client-request-id": "secret" }, {}].map((headers) =>
      call("GET", "/none", undefined, headers),
    ),
  );
  const idOf = (result: typeof first) => result?.headers.get("client-request-id");
  expect(idOf(first)).toBe(sent);
  expect(first?.body.error.innerError).toEqual({
    date: "2026-06-01T00:00:00",
    "request-id": first?.headers.get("request-id"),
    "client-request-id": sent,
  });
  expect(idOf(second)).toBe(second?.headers.get("request-id"));
  expect(new Set([first, second, third].map((result) => result?.headers.get("request-id"))).size).toBe(3);
});

test("writes to one key set at once: one works, the others fail, and the key set has one key", async () => {
  const { call } = emulatorUnderTest();
  await createSet(call);
  const results = await Promise.all(
    [1, 2, 3].map(() => call("POST", "/B2C_1A_set/generateKey", { use: "sig", kty: "oct" })),
  );
  expect(results.map(failure)).toEqual([
    [200, undefined],
    [400, "AADB2C95053"],
    [400, "AADB2C95053"],
  ]);
  expect((await call("GET", "/B2C_1A_set")).body.keys).toHaveLength(1);
  expect((await call("POST", "/B2C_1A_set/generateKey", { use: "sig", kty: "oct" })).status).toBe(200);
});

test("writes to different key sets, and reads during a write, work", async () => {
  const { call } = emulatorUnderTest({ seed });
  const results = await Promise.all([
    call("POST", "", { id: "a" }),
    call("POST", "", { id: "b" }),
    call("PUT", "/B2C_1A_set", { keys: [] }),
    call("GET", "/B2C_1A_set"),
  ]);
  expect(results.map(({ status }) => status)).toEqual([201, 201, 200, 200]);
});

test("a write that is slow holds its key set as long, and others can be created meanwhile", async () => {
  const { call } = emulatorUnderTest({ seed, writeDuration: 20 });
  const slow = call("PUT", "/B2C_1A_set", { keys: [] });
  expect((await call("GET", "/B2C_1A_set")).body.keys).toHaveLength(1);
  expect(failure(await call("DELETE", "/B2C_1A_set"))).toEqual([400, "AADB2C95053"]);
  expect((await slow).status).toBe(200);
});

test("a write that isn't finished when the emulator is reset changes nothing afterwards", async () => {
  const { call, emulator } = emulatorUnderTest({ seed });
  const write = call("POST", "/B2C_1A_set/generateKey", { use: "sig", kty: "oct" });
  await Promise.resolve();
  emulator.reset();
  expect((await write).status).toBe(200);
  expect(emulator.state().keySets[0]?.keys).toHaveLength(1);
});

test("a request that the caller gives up throws the caller's reason", async () => {
  const { emulator } = emulatorUnderTest();
  const headers = { Authorization: "Bearer t" };
  const reason = new Error("given up");
  const url = `${root}/trustFramework/keySets`;
  await expect(emulator.fetch(url, { headers, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  emulator.fail({ delay: 60_000 });
  const controller = new AbortController();
  const waiting = emulator.fetch(url, { headers, signal: controller.signal });
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

test.each([
  ["a Request", () => new Request(`${root}/trustFramework/keySets`, init)],
  ["a URL", () => new URL(`${root}/trustFramework/keySets`)],
])("fetch takes %s as well as a text", async (_, input) => {
  const { emulator } = emulatorUnderTest();
  const given = input();
  const response = await (given instanceof Request ? emulator.fetch(given) : emulator.fetch(given, init));
  expect(response.status).toBe(201);
});
const init = {
  method: "POST",
  headers: [
    ["Authorization", "Bearer t"],
    ["Content-Type", "application/json"],
  ] as [string, string][],
  body: '{"id":"a"}',
};

test("a Request can be sent once, also if a fault is its response", async () => {
  const { emulator } = emulatorUnderTest({ faults: [{ status: 503, times: 1 }] });
  const request = new Request(`${root}/trustFramework/keySets`, init);
  expect((await emulator.fetch(request)).status).toBe(503);
  expect(request.bodyUsed).toBe(true);
  await expect(emulator.fetch(request)).rejects.toThrow(TypeError);
  expect(emulator.state().keySets).toEqual([]);
});

test("a body that fails while it's read makes fetch fail", async () => {
  const { emulator } = emulatorUnderTest();
  const problem = new Error("broken");
  const body = new ReadableStream({ pull: (controller) => controller.error(problem) });
  const options = { ...init, body, duplex: "half" } as RequestInit;
  const error = await emulator.fetch(`${root}/trustFramework/keySets`, options).catch((reason) => reason);
  expect([error.message, error.cause]).toEqual(["fetch failed", problem]);
});

test.each([
  ["a body of a GET", `${root}/trustFramework/keySets`, { body: "" }],
  ["credentials in a URL", "https://user:hidden@example.com/beta/trustFramework/keySets", {}],
  ["another protocol", "ftp://example.com/beta/trustFramework/keySets", {}],
  ["a path", "/beta/trustFramework/keySets", {}],
])("fetch doesn't take %s", async (_, url, options) => {
  const { emulator } = emulatorUnderTest();
  await expect(emulator.fetch(url, { headers: { Authorization: "Bearer t" }, ...options })).rejects.toThrow(TypeError);
});

test("a response has its URL, and none of HEAD has a body", async () => {
  const { emulator } = emulatorUnderTest();
  const url = `${root}/trustFramework/keySets`;
  const response = await emulator.fetch(url, { method: "HEAD", headers: { Authorization: "Bearer t" } });
  expect([response.status, response.url, await response.text()]).toEqual([405, url, ""]);
});

test("a log that fails changes no response, and warns", async () => {
  const warn = vi.spyOn(process, "emitWarning").mockReturnValue();
  const log = () => {
    throw new Error("full");
  };
  const { call } = emulatorUnderTest({ log });
  expect((await call("GET", "")).status).toBe(200);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining("full"));
  warn.mockRestore();
});

test("a clock that stops giving times fails with the name of the option", async () => {
  let time = 0;
  const { call } = emulatorUnderTest({ now: () => time });
  time = Number.NaN;
  await expect(call("GET", "/none")).rejects.toThrow('The option "now" must return');
});

test("fetch gives a text the type that it has, and takes methods in small letters", async () => {
  const { emulator } = emulatorUnderTest({ behaviors: { "content-type-required": false } });
  const headers = { Authorization: "Bearer t" };
  const url = `${root}/trustFramework/keySets`;
  expect((await emulator.fetch(url, { method: "post", headers, body: '{"id":"a"}' })).status).toBe(201);
  expect((await createKeySetsEmulator().fetch(url, { method: "POST", headers, body: '{"id":"a"}' })).status).toBe(400);
});

test("the log has what was done and nothing secret", async () => {
  const entries: LogEntry[] = [];
  const { call } = emulatorUnderTest({ seed, log: (entry) => entries.push(entry) });
  const secret = "hidden-value";
  await call("POST", `/B2C_1A_set/uploadSecret?k=${secret}`, { use: "sig", k: secret });
  await call("POST", `/${secret}/unknown/path`, { k: secret }, { Authorization: `Bearer ${secret}` });
  await call("GET", "/B2C_1A_none");
  expect(entries).toEqual([
    {
      method: "POST",
      path: "/beta/trustFramework/keySets/B2C_1A_set/uploadSecret",
      operation: "uploadSecret",
      status: 200,
      duration: expect.any(Number),
    },
    { method: "POST", path: "", status: 404, code: "ResourceNotFound", duration: expect.any(Number) },
    {
      method: "GET",
      path: "/beta/trustFramework/keySets/B2C_1A_none",
      operation: "getKeySet",
      status: 400,
      code: "AADB2C90073",
      duration: expect.any(Number),
    },
  ]);
});

test.each([
  [{ ports: 1 }, 'Unknown option "ports"'],
  [{ toString: 1 }, 'Unknown option "toString"'],
  [null, "must be an object"],
  [{ now: 1 }, 'Invalid option "now"'],
  [{ now: () => Number.NaN }, 'The option "now" must return'],
  [{ now: () => 1e17 }, 'The option "now" must return'],
  [{ writeDuration: 1e12 }, 'Invalid option "writeDuration"'],
  [{ tenant: 1 }, 'Invalid option "tenant"'],
  [{ seed: null }, 'Invalid option "seed"'],
  [{ pageSize: 0 }, 'Invalid option "pageSize"'],
  [{ fastKeys: "yes" }, 'Invalid option "fastKeys"'],
  [{ include: ["all"] }, 'Invalid option "include"'],
  [{ tokenScopes: "Read" }, 'Invalid option "tokenScopes"'],
  [{ tokenScopes: { t: "Read" } }, 'Invalid option "tokenScopes"'],
  [{ tokenScopes: { "a b": ["Read"] } }, 'Invalid option "tokenScopes"'],
  [{ behaviors: { "no-such": true } }, 'Unknown behavior "no-such"'],
  [{ behaviors: { constructor: true } }, 'Unknown behavior "constructor"'],
  [{ behaviors: { "created-twice": false } }, "can't be switched"],
  [{ behaviors: { "ids-ignore-case": "no" } }, "must be true or false"],
  [{ faults: [{ status: 200 }] }, 'Invalid "status"'],
])("the options %j are wrong", (options, message) => {
  expect(() => createKeySetsEmulator(options as never)).toThrow(TypeError);
  expect(() => createKeySetsEmulator(options as never)).toThrow(message);
});
