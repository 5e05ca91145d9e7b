import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createKeySetsEmulator, type EmulatorOptions, type RunningServer } from "../../../src/emulator/index.ts";

const running: RunningServer[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(running.splice(0).map(({ close }) => close()));
});

async function serve(options: EmulatorOptions = {}) {
  const emulator = createKeySetsEmulator({ fastKeys: true, ...options });
  const server = await emulator.listen();
  running.push(server);
  const origin = server.baseUrl.slice(0, -"/beta".length);
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${server.baseUrl}/trustFramework/keySets${path}`, {
      method,
      headers: { Authorization: "Bearer t", "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text && JSON.parse(text), headers: response.headers };
  };
  const control = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${origin}/_emulator/${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text && JSON.parse(text) };
  };
  return { emulator, origin, call, control, port: Number(new URL(origin).port) };
}

/** A connection that a test uses byte by byte. */
async function connection(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  socket.on("error", () => undefined);
  await new Promise((resolve) => socket.once("connect", resolve));
  return socket;
}

/** Everything that comes until the connection is closed. */
async function received(socket: Socket): Promise<string> {
  let text = "";
  socket.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  await new Promise((resolve) => socket.once("close", resolve));
  return text;
}

test("serves on loopback, with addresses of its own in responses", async () => {
  const { call, origin } = await serve({ pageSize: 1 });
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await call("POST", "", { id: "a" });
  const { body } = await call("POST", "", { id: "b" });
  expect(body["@odata.context"]).toBe(`${origin}/beta/$metadata#trustFramework/keySets/$entity`);
  const list = await call("GET", "");
  const next = await fetch(list.body["@odata.nextLink"], { headers: { Authorization: "Bearer t" } });
  expect((await next.json()).value).toMatchObject([{ id: "B2C_1A_b" }]);
});

test("several servers of one emulator have the same key sets", async () => {
  const { emulator, call } = await serve();
  const second = await emulator.listen();
  running.push(second);
  await call("POST", "", { id: "a" });
  const response = await fetch(`${second.baseUrl}/trustFramework/keySets/B2C_1A_a`, {
    headers: { Authorization: "Bearer t" },
  });
  expect(response.status).toBe(200);
});

test("a port that is taken fails, and close frees it", async () => {
  const { emulator, port } = await serve();
  await expect(emulator.listen({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await Promise.all(running.splice(0).map(({ close }) => close()));
  const again = await emulator.listen({ port });
  running.push(again);
  expect(new URL(again.baseUrl).port).toBe(String(port));
});

test("other programs add, read, replace, and clear faults", async () => {
  const { call, control } = await serve();
  expect(await control("POST", "faults", { operation: "listKeySets", status: 503, times: 1 })).toMatchObject({
    status: 201,
  });
  expect((await control("POST", "faults", [{ status: 504 }])).body.faults).toHaveLength(2);
  expect((await call("GET", "")).status).toBe(503);
  expect((await control("GET", "faults")).body.faults).toEqual([
    { operation: "listKeySets", status: 503, times: 1, hits: 1 },
    { status: 504, hits: 0 },
  ]);
  await control("PUT", "faults", [{ status: 500 }]);
  expect((await call("GET", "")).status).toBe(500);
  expect(await control("DELETE", "faults")).toEqual({ status: 204, body: "" });
  expect((await call("GET", "")).status).toBe(200);
});

test("a list of faults can be put back as it was, with its hits", async () => {
  const { call, control } = await serve();
  await control("POST", "faults", { operation: "listKeySets", status: 503, times: 1 });
  expect((await call("GET", "")).status).toBe(503);
  const returned = (await control("GET", "faults")).body;
  for (const list of [returned, returned.faults]) {
    await control("PUT", "faults", [{ status: 504 }]);
    expect((await control("PUT", "faults", list)).body).toEqual(returned);
    expect((await call("GET", "")).status).toBe(200);
  }
  expect((await control("PUT", "faults", [{ status: 503, hits: -1 }])).status).toBe(400);
  expect((await control("POST", "faults", [{ status: 503 }, { hit: 1 }])).body.error.message).toBe(
    "Unknown member of faults[1]. Expected: operation, status, code, retryAfter, times, delay, drop, hits.",
  );
});

test("other programs move the clock, which goes on from there until a reset", async () => {
  let time = Date.parse("2026-06-01T00:00:00Z");
  const { call, control } = await serve({ now: () => time });
  await call("POST", "", { id: "a" });
  const nbf = time / 1000 + 86_400;
  await call("POST", "/B2C_1A_a/generateKey", { use: "sig", kty: "oct", nbf });
  const active = async () => (await call("GET", "/B2C_1A_a/getActiveKey")).status;
  expect(await active()).toBe(400);
  expect(await control("POST", "clock", { advance: 86_400 })).toEqual({
    status: 200,
    body: { now: "2026-06-02T00:00:00.000Z" },
  });
  expect(await active()).toBe(200);
  expect((await control("POST", "clock", { advance: -1 })).body.now).toBe("2026-06-01T23:59:59.000Z");
  expect((await control("PUT", "clock", { now: "2030-01-01T01:00:00+01:00" })).body.now).toBe(
    "2030-01-01T00:00:00.000Z",
  );
  time += 1500;
  expect((await control("GET", "clock")).body.now).toBe("2030-01-01T00:00:01.500Z");
  expect((await control("POST", "reset")).status).toBe(204);
  expect((await control("GET", "clock")).body.now).toBe("2026-06-01T00:00:01.500Z");
});

test.each([
  ["PUT", { now: "tomorrow" }, "2030-01-31T12:00:00Z"],
  ["PUT", { now: "2030-13-31T12:00:00Z" }, "2030-01-31T12:00:00Z"],
  ["PUT", { now: 5 }, "2030-01-31T12:00:00Z"],
  ["PUT", null, "2030-01-31T12:00:00Z"],
  ["POST", { advance: "86400" }, "seconds"],
  ["POST", null, "seconds"],
  ["POST", { advance: 1e300 }, "such a time"],
])("%s of %j doesn't move the clock", async (method, body, text) => {
  const { control } = await serve({ now: () => 0 });
  const failed = await control(method, "clock", body);
  expect([failed.status, failed.body.error.message]).toEqual([400, expect.stringContaining(text)]);
  expect((await control("GET", "clock")).body.now).toBe("1970-01-01T00:00:00.000Z");
});

test("other programs read the state and reset it", async () => {
  const { call, control } = await serve();
  await call("POST", "", { id: "a" });
  await call("POST", "/B2C_1A_a/uploadSecret", { use: "sig", k: "hidden-value" });
  const { body } = await control("GET", "state");
  expect(body.keySets).toMatchObject([{ id: "B2C_1A_a", keys: [{ kty: "oct" }] }]);
  expect(JSON.stringify(body)).not.toContain("hidden-value");
  expect((await control("POST", "reset")).status).toBe(204);
  expect((await control("GET", "state")).body).toEqual({ keySets: [] });
});

test("a wrong fault, or a list with one, changes nothing and fails with what was expected", async () => {
  const { control } = await serve();
  const { status, body } = await control("POST", "faults", [{ status: 503 }, { status: 1 }]);
  expect([status, body.error.message]).toEqual([400, expect.stringContaining("400 to 599")]);
  expect((await control("GET", "faults")).body.faults).toEqual([]);
});

test.each([
  ["GET", "reset"],
  ["POST", "state"],
  ["GET", "other"],
  ["GET", "toString"],
])("%s %s isn't a control", async (method, path) => {
  const { control } = await serve();
  expect((await control(method, path)).status).toBe(404);
});

test.each([
  ["from a page of another site", { Origin: "https://example.com" }],
  ["by another name of this machine", { Host: "rebound.example.com" }],
])("a request %s can't control the emulator", async (_, headers) => {
  const { port, call, control } = await serve();
  await call("POST", "", { id: "a" });
  const status = await new Promise((resolve) => {
    request({ port, method: "POST", path: "/_emulator/reset", headers }, (response) =>
      resolve(response.resume().statusCode),
    ).end();
  });
  expect(status).toBe(403);
  expect((await control("GET", "state")).body.keySets).toHaveLength(1);
});

test.each([
  [true, 0],
  ["after", 1],
  ["midway", 1],
] as const)("a connection dropped with %j fails, leaves %i keys, and the next request works", async (drop, keys) => {
  const { emulator, call } = await serve();
  await call("POST", "", { id: "a" });
  emulator.fail({ operation: "uploadSecret", drop, times: 1 });
  await expect(call("POST", "/B2C_1A_a/uploadSecret", { use: "sig", k: "s" })).rejects.toThrow(
    /fetch failed|terminated/,
  );
  expect((await call("GET", "/B2C_1A_a")).body.keys).toHaveLength(keys);
});

test("a body that is too large fails with 413 and closes the connection", async () => {
  const { port } = await serve({ maxBodyBytes: 1000 });
  const socket = await connection(port);
  socket.write(
    "POST /beta/trustFramework/keySets HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\nContent-Length: 1000000\r\n\r\n",
  );
  socket.write("x".repeat(2000));
  const text = await received(socket);
  expect(text).toMatch(/^HTTP\/1\.1 413 /);
  expect(text).toContain('"RequestEntityTooLarge"');
});

test.each([
  ["nothing", ""],
  ["half a request line", "GET /beta/tr"],
  ["half the headers", "GET /beta/trustFramework/keySets HTTP/1.1\r\nHost: a\r\nAuthor"],
  [
    "half a body",
    "POST /beta/trustFramework/keySets HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
  ],
  ["other bytes", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc"],
  ["an endless header", `GET / HTTP/1.1\r\nA: ${"a".repeat(100_000)}`],
  ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}"],
  ["CONNECT", "CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n"],
])("a client that sends %s and leaves, or stays half open, doesn't disturb others", async (_, text) => {
  const { port, call } = await serve();
  const [leaving, staying] = await Promise.all([connection(port), connection(port)]);
  leaving.write(text);
  staying.end(text);
  expect((await call("GET", "")).status).toBe(200);
  leaving.destroy();
  expect((await call("GET", "")).status).toBe(200);
});

test("1,000 connections at once are served, and so is the one after them", async () => {
  const { port, call } = await serve();
  const open = await Promise.all(Array.from({ length: 1000 }, () => connection(port)));
  const answers = open.map(
    (socket) => new Promise<string>((resolve) => socket.once("data", (part) => resolve(String(part)))),
  );
  for (const socket of open)
    socket.write("GET /beta/trustFramework/keySets HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer t\r\n\r\n");
  expect((await Promise.all(answers)).every((text) => text.startsWith("HTTP/1.1 200 "))).toBe(true);
  expect((await call("GET", "")).status).toBe(200);
});

test("a client that gives up while a fault makes it wait changes nothing", async () => {
  const { emulator, origin, call } = await serve();
  const fault = emulator.fail({ operation: "createKeySet", delay: 60_000, times: 1 });
  const controller = new AbortController();
  const given = fetch(`${origin}/beta/trustFramework/keySets`, {
    method: "POST",
    headers: { Authorization: "Bearer t" },
    body: "{}",
    signal: controller.signal,
  });
  while (fault.hits === 0) await new Promise((resolve) => setImmediate(resolve));
  controller.abort();
  await expect(given).rejects.toThrow("aborted");
  expect((await call("POST", "", { id: "a" })).status).toBe(201);
  expect(emulator.state().keySets).toHaveLength(1);
});

test.each(["::1", "127.0.0.2", "LOCALHOST"])("on %s, another name of this machine can't control it", async (host) => {
  const server = await createKeySetsEmulator().listen({ host });
  running.push(server);
  const { hostname, port } = new URL(server.baseUrl);
  const statusFor = (headers: Record<string, string>) =>
    new Promise((resolve) => {
      const options = { host: hostname.replace(/[[\]]/g, ""), port, path: "/_emulator/state", headers };
      request(options, (response) => resolve(response.resume().statusCode)).end();
    });
  expect(await statusFor({ Host: "rebound.example.com" })).toBe(403);
  expect(await statusFor({ Host: `localhost:${port}` })).toBe(200);
  expect(await statusFor({})).toBe(200);
});

test.each([
  [{ host: "" }, 'Invalid option "host"'],
  [{ host: 5 }, 'Invalid option "host"'],
  [{ port: "abc" }, 'Invalid option "port"'],
  [{ port: 65_536 }, 'Invalid option "port"'],
  [{ prot: 1 }, 'Unknown option "prot"'],
  [null, "must be an object"],
])("it doesn't listen with the options %j", async (options, message) => {
  await expect(createKeySetsEmulator().listen(options as never)).rejects.toThrow(message);
});

test("a client that takes it for a proxy is served, and controls it by names of this machine only", async () => {
  const { port, origin } = await serve();
  const answer = (path: string) =>
    new Promise((resolve) => {
      request({ port, path, headers: { Authorization: "Bearer t" } }, (response) =>
        resolve(response.resume().statusCode),
      ).end();
    });
  expect(await answer(`${origin}/beta/trustFramework/keySets`)).toBe(200);
  expect(await answer(`${origin}/_emulator/state`)).toBe(200);
  expect(await answer("http://rebound.example.com/_emulator/state")).toBe(403);
});

test("it can listen on all addresses, and is then controlled by any name", async () => {
  const emulator = createKeySetsEmulator();
  const server = await emulator.listen({ host: "0.0.0.0" });
  running.push(server);
  expect(server.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/beta$/);
  const status = await new Promise((resolve) => {
    request(
      { port: new URL(server.baseUrl).port, path: "/_emulator/state", headers: { Host: "test-container" } },
      (response) => resolve(response.resume().statusCode),
    ).end();
  });
  expect(status).toBe(200);
});

test("a control's body that isn't JSON fails", async () => {
  const { origin } = await serve();
  const response = await fetch(`${origin}/_emulator/faults`, { method: "POST", body: "{" });
  expect([response.status, (await response.json()).error.message]).toEqual([400, "The body isn't valid JSON."]);
});

test("a control's body that is too large fails", async () => {
  const { origin } = await serve({ maxBodyBytes: 10 });
  const response = await fetch(`${origin}/_emulator/faults`, { method: "POST", body: "x".repeat(11) });
  expect(response.status).toBe(413);
});

test("writes that arrive at once on connections of their own don't lose a key", async () => {
  const { call } = await serve();
  await call("POST", "", { id: "a" });
  const results = await Promise.all(
    Array.from({ length: 20 }, () => call("POST", "/B2C_1A_a/uploadSecret", { use: "sig", k: "s" })),
  );
  const added = results.filter(({ status }) => status === 200).length;
  expect(results.filter(({ status, body }) => status !== 200 && body.error.code !== "AADB2C95053")).toEqual([]);
  expect((await call("GET", "/B2C_1A_a")).body.keys).toHaveLength(added);
});
