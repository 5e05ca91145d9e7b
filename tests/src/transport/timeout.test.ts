import type { Socket } from "node:net";
import { expect, test } from "vitest";
import type { LogEvent } from "../../../src/index.ts";
import { connected, created, fakeClock, found, gate, http } from "../../support/client.ts";
import type { Reaction } from "../../support/server.ts";

const minute = 60_000;

test.each<[string, Reaction]>([
  ["without headers", () => {}],
  ["with half a body", (socket) => void socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id":')],
  [
    "that ends in broken gzip",
    (socket) => void socket.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nbroken"),
  ],
  [
    "with half an error",
    (socket) => void socket.write('HTTP/1.1 400 Bad Request\r\nContent-Length: 99\r\n\r\n{"error":'),
  ],
])("a response %s times out", async (_, reaction) => {
  const clock = fakeClock();
  const arrived = gate();
  await using it = await connected(
    [
      (socket, received) => {
        arrived.open();
        (reaction as (...args: unknown[]) => void)(socket, received);
      },
    ],
    {
      clock,
      timeout: 5,
      retry: false,
    },
  );
  const call = it.client.getKeySet("a");
  await arrived.opened;
  clock.pass(4);
  clock.pass(1);
  const { error } = await call;
  expect(error).toMatchObject({
    kind: "timeout",
    message: "getKeySet: timed out after 5 ms before the response was complete",
    cause: { name: "TimeoutError" },
  });
});

test("an attempt has a minute by default, and a call can set its own time", async () => {
  const clock = fakeClock();
  const timesOf: number[] = [];
  const schedule = (run: () => void, milliseconds: number) => {
    timesOf.push(milliseconds);
    return clock.schedule(run, milliseconds);
  };
  await using it = await connected([found], { clock: { ...clock, schedule } });
  await it.client.getKeySet("a");
  await it.client.getKeySet("a", { timeout: 7 });
  expect(timesOf).toEqual([minute, 7]);
  expect(clock.timers.size).toBe(0);
});

test("a fetch that ignores its signal times out, and what it returns later is dropped", async () => {
  const clock = fakeClock();
  const late = gate();
  const log: string[] = [];
  const body = new ReadableStream({ pull: () => new Promise(() => {}), cancel: () => void log.push("cancelled") });
  await using it = await connected([created], {
    clock,
    retry: false,
    fetch: () => late.opened.then(() => new Response(body)),
  });
  const call = it.client.getKeySet("a");
  await new Promise(setImmediate);
  clock.pass(minute);
  expect((await call).error?.kind).toBe("timeout");
  late.open();
  await new Promise(setImmediate);
  expect(log).toEqual(["cancelled"]);
});

test("a token that never arrives times out, and the next call asks for another", async () => {
  const clock = fakeClock();
  let asked = 0;
  await using it = await connected([found], {
    clock,
    token: () => (++asked === 1 ? new Promise<string>(() => {}) : "t"),
  });
  const call = it.client.getKeySet("a");
  await new Promise(setImmediate);
  clock.pass(minute);
  expect((await call).error).toMatchObject({
    kind: "timeout",
    message: "getKeySet: timed out after 60000 ms waiting for a token",
    attempts: 0,
  });
  expect((await it.client.getKeySet("a")).status).toBe(200);
  expect(it.clock.waits).toEqual([]);
});

test("a token that arrives too late isn't sent", async () => {
  const clock = fakeClock();
  const late = gate();
  await using it = await connected([http(204)], { clock, token: () => late.opened.then(() => "t") });
  const call = it.client.deleteKeySet("a");
  await new Promise(setImmediate);
  clock.pass(minute);
  expect((await call).error).toMatchObject({ kind: "timeout", mayHaveApplied: false });
  late.open();
  await new Promise(setImmediate);
  expect(it.received).toEqual([]);
});

test("a write that waits for another too long times out, unsent, and the next one waits for its turn", async () => {
  const clock = fakeClock();
  const arrived = gate();
  const slow = gate();
  await using it = await connected([
    (socket) => {
      arrived.open();
      return slow.opened.then(() => socket.end(http(204)));
    },
    http(204),
  ]);
  const client = it.client;
  const first = client.deleteKeySet("a", { timeout: 10 * minute });
  const second = client.deleteKeySet("a", { timeout: 1 });
  const third = client.deleteKeySet("a", { timeout: 10 * minute });
  await arrived.opened;
  it.clock.pass(1);
  expect((await second).error).toMatchObject({
    kind: "timeout",
    message: "deleteKeySet: timed out after 1 ms waiting for earlier writes to the key set",
    mayHaveApplied: false,
  });
  slow.open();
  expect([(await first).status, (await third).status]).toEqual([204, 204]);
  expect(it.received).toHaveLength(2);
  expect(clock.timers.size).toBe(0);
});

test("a write that dribbles in blocks its key set no longer than its time", async () => {
  const arrived = gate();
  await using it = await connected([
    (socket) => {
      socket.write("HTTP/1.1 204 No");
      arrived.open();
    },
    http(204),
  ]);
  const [first, second] = [
    it.client.updateKeyStatus("a", "b", { status: "enabled" }),
    it.client.updateKeyStatus("a", "c", { status: "enabled" }, { timeout: 10 * minute }),
  ];
  await arrived.opened;
  it.clock.pass(minute);
  expect((await first).error).toMatchObject({ kind: "timeout", mayHaveApplied: true });
  expect((await second).status).toBe(204);
});

test("a timeout is repeated where a repeat is safe", async () => {
  const arrived = [gate(), gate()];
  let count = 0;
  await using it = await connected([() => arrived[count++]?.open(), found, () => arrived[count++]?.open()]);
  const read = it.client.getKeySet("a");
  await arrived[0]?.opened;
  it.clock.pass(minute);
  expect((await read).status).toBe(200);
  const write = it.client.generateKey("a", { use: "sig", kty: "RSA" });
  await arrived[1]?.opened;
  it.clock.pass(minute);
  expect((await write).error).toMatchObject({ kind: "timeout", attempts: 1, mayHaveApplied: true });
});

test("a signal that a fetch reads too late is aborted already", async () => {
  const clock = fakeClock();
  const late = gate();
  const signals: AbortSignal[] = [];
  await using it = await connected([created], {
    clock,
    retry: false,
    fetch: async (_, init) => {
      await late.opened;
      signals.push(init.signal, init.signal);
      return new Response();
    },
  });
  const call = it.client.getKeySet("a");
  await new Promise(setImmediate);
  clock.pass(minute);
  expect((await call).error?.kind).toBe("timeout");
  late.open();
  await new Promise(setImmediate);
  expect(signals.map(({ aborted, reason }) => [aborted, reason.name])).toEqual([
    [true, "TimeoutError"],
    [true, "TimeoutError"],
  ]);
});

/** The head of a response whose body never ends. */
const unending =
  (status: string, headers = "") =>
  (socket: Socket) =>
    void socket.write(`HTTP/1.1 ${status}\r\nrequest-id: r\r\n${headers}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`);

/** Passes a minute as soon as the head of a response has arrived. */
function withHead(clock: ReturnType<typeof fakeClock>) {
  return async (url: string, init: RequestInit) => {
    const response = await fetch(url, init);
    if (response.headers.has("transfer-encoding")) setTimeout(() => clock.pass(minute), 20);
    return response;
  };
}

test.each([
  ["400 Bad Request", "", { kind: "http", status: 400, attempts: 1 }],
  ["409 Conflict", "", { kind: "http", status: 409, attempts: 1 }],
  ["429 Too Many Requests", "Retry-After: 1\r\n", { kind: "http", status: 429, retryAfter: 1, attempts: 2 }],
])("an error whose body never ends keeps its status: %s", async (status, headers, expected) => {
  const clock = fakeClock();
  await using it = await connected([unending(status, headers)], {
    clock,
    fetch: withHead(clock) as never,
    retry: { maxAttempts: 2 },
  });
  const { error } = await it.client.generateKey("a", { use: "sig", kty: "RSA" });
  expect(error).toMatchObject({ ...expected, requestId: "r", mayHaveApplied: false });
});

test("a 401 whose body never ends renews the token", async () => {
  const clock = fakeClock();
  let asked = 0;
  const credential = { getToken: async () => ({ token: `token-${++asked}`, expiresOnTimestamp: clock.now() + 1e9 }) };
  await using it = await connected([unending("401 Unauthorized"), found], {
    clock,
    credential,
    fetch: withHead(clock) as never,
  });
  expect((await it.client.getKeySet("a")).status).toBe(200);
  expect(it.received.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
});

test("a success whose body never ends keeps its status and ID", async () => {
  const clock = fakeClock();
  await using it = await connected([unending("200 OK")], { clock, fetch: withHead(clock) as never, retry: false });
  expect((await it.client.getKeySet("a")).error).toMatchObject({ kind: "timeout", status: 200, requestId: "r" });
});

test.each([
  ["a redirect", new Response(null, { status: 302, headers: { Location: "/" } })],
  ["an object that isn't a response", {}],
])("the body of %s is ended, so that its connection is free", async (_, response) => {
  let cancelled = 0;
  const body = new ReadableStream({ cancel: () => void cancelled++ });
  Object.defineProperty(response, "body", { value: body });
  await using it = await connected([], { fetch: async () => response as Response });
  await it.client.getKeySet("a").catch(() => {});
  expect(cancelled).toBe(1);
});

test("what happens in the queue and after the response is logged too", async () => {
  const clock = fakeClock();
  const steps: unknown[] = [];
  const log = ({ step, operation, status }: LogEvent) => void steps.push([step, operation, status].join(" ").trim());
  await using it = await connected([() => {}, http(200, "[]")], { clock, log, retry: false });
  const calls = [it.client.deleteKeySet("a"), it.client.replaceKeySet("a", { keys: [] })];
  while (it.received.length === 0) await new Promise(setImmediate);
  clock.pass(minute);
  await Promise.all(calls);
  await it.client.getKeySet("a");
  expect(steps.sort()).toEqual([
    "failure deleteKeySet",
    "failure getKeySet 200",
    "failure replaceKeySet",
    "request deleteKeySet",
    "request getKeySet",
    "response getKeySet 200",
  ]);
});
