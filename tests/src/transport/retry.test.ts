import { expect, test } from "vitest";
import type { LogEvent, RetryEvent } from "../../../src/index.ts";
import { connected, created, drop, fakeClock, found, gate, http, refused } from "../../support/client.ts";
import type { Reaction } from "../../support/server.ts";

const later = (status: number, retryAfter: string, name = "Retry-After") => http(status, "", { [name]: retryAfter });
const soon = new Date(Date.UTC(2026, 0, 1, 0, 0, 10)); // ten seconds on the fake clock

test.each([
  ["seconds", "7", 7000],
  ["no seconds", "0", 0],
  ["a fraction", "1.5", 1500],
  ["seconds with spaces around", " 7 ", 7000],
  ["two headers in one", "3, 7", 7000],
  ["a date", soon.toUTCString(), 10_000],
  ["a date of RFC 850", "Thursday, 01-Jan-26 00:00:10 GMT", 10_000],
  ["a date of asctime", "Thu Jan  1 00:00:10 2026", 10_000],
  ["two dates", `${soon.toUTCString()}, Thu, 01 Jan 2026 00:00:05 GMT`, 10_000],
  ["a date that has passed", "Wed, 01 Jan 2020 00:00:00 GMT", 0],
  ["a word", "soon", 500],
  ["a negative number", "-5", 500],
  ["a broken date", "Wed, 99 Jan 2026 00:00:00 GMT", 500],
  ["a broken date of asctime", "Thu Jan 99 00:00:10 2026", 500],
])("a 429 is repeated after the wait of its Retry-After: %s", async (_, retryAfter, wait) => {
  await using it = await connected([later(429, retryAfter), created]);
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(it.clock.waits).toEqual([wait]);
});

test.each(["retry-after-ms", "x-ms-retry-after-ms"])("%s is in milliseconds", async (name) => {
  await using it = await connected([later(429, "1500", name), created]);
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(it.clock.waits).toEqual([1500]);
});

test("calls that wait for Retry-After are spread by chance", async () => {
  const clock = fakeClock(0.5);
  await using it = await connected([later(429, "8"), found], { clock });
  await it.client.getKeySet("a");
  expect(clock.waits).toEqual([9000]);
});

test("without Retry-After each wait is twice as long, up to five attempts", async () => {
  const clock = fakeClock(0.5);
  await using it = await connected([http(429)], { clock });
  expect((await it.client.createKeySet({ id: "a" })).error).toMatchObject({ status: 429, attempts: 5 });
  expect(clock.waits).toEqual([750, 1500, 3000, 6000]);
});

test("waits are no longer than maxWait", async () => {
  const clock = fakeClock(0.999);
  await using it = await connected([http(429)], { clock, retry: { maxAttempts: 4, maxWait: 2500 } });
  await it.client.getKeySet("a");
  expect(clock.waits).toEqual([999.5, 1999, 2498.75]);
});

test.each(["61", "Thu, 01 Jan 2026 00:01:01 GMT", "9".repeat(400)])(
  "a call fails at once if the service asks for a longer wait: %s",
  async (retryAfter) => {
    await using it = await connected([later(429, retryAfter), found]);
    expect((await it.client.getKeySet("a")).error?.retryAfter).toBeGreaterThan(60);
    expect(it.clock.waits).toEqual([]);
  },
);

test("a call waits as long as it may", async () => {
  await using it = await connected([later(429, "60"), found]);
  expect((await it.client.getKeySet("a")).status).toBe(200);
});

test("nothing is repeated with retry false, of the client or the call", async () => {
  await using never = await connected([http(429), found], { retry: false });
  expect((await never.client.getKeySet("a")).error?.status).toBe(429);
  expect((await never.client.getKeySet("a")).status).toBe(200);
  await using it = await connected([http(429), found]);
  expect((await it.client.getKeySet("a", { retry: false })).error?.status).toBe(429);
});

test("a call can be repeated where its client isn't, and with its own limits", async () => {
  await using it = await connected([http(429), http(429), found], { retry: false });
  expect((await it.client.getKeySet("a", { retry: { maxAttempts: 2, maxWait: 700 } })).error?.attempts).toBe(2);
  expect(it.clock.waits).toEqual([350]);
});

test("a call waits while the service asks another call of the client to wait", async () => {
  const clock = fakeClock();
  const waiting = gate();
  const wait = async (milliseconds: number) => {
    clock.waits.push(milliseconds);
    waiting.open();
    if (clock.waits.length === 1) await new Promise(() => {});
  };
  await using it = await connected([later(429, "9"), found], { clock: { ...clock, wait } });
  void it.client.getKeySet("a");
  await waiting.opened;
  expect((await it.client.getKeySet("b")).status).toBe(200);
  expect((await it.client.getKeySet("b", { retry: false })).status).toBe(200);
  expect((await it.client.getKeySet("b", { retry: { maxWait: 8999 } })).error).toMatchObject({
    kind: "timeout",
    message: "getKeySet: not sent, as the service asked to wait longer than maxWait",
    retryAfter: 9,
    attempts: 0,
  });
  expect(clock.waits).toEqual([9000, 9000, 9000]);
});

const half: Reaction = 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id":';
const passing: [string, Reaction][] = [
  ...[408, 500, 502, 503, 504].map((status): [string, Reaction] => [`${status}`, http(status)]),
  ["an internal error as a 400", refused(400, "AADB2C90063")],
  ["a directory that is unavailable, as a 400", refused(400, "AADB2C90035")],
  ["a dropped connection", drop],
  ["half a response", half],
];
const key = { kty: "RSA" } as const;
type Client = Awaited<ReturnType<typeof connected>>["client"];

/** A call of each method, and how many times it is sent when it may have been applied. */
const calls: Record<string, [number, (client: Client) => Promise<unknown>]> = {
  GET: [2, (client) => client.getKeySet("a")],
  PUT: [2, (client) => client.replaceKeySet("a", { keys: [key] })],
  DELETE: [2, (client) => client.deleteKeySet("a")],
  POST: [1, (client) => client.generateKey("a", { use: "sig", ...key })],
  PATCH: [1, (client) => client.updateKeyStatus("a", "b", { status: "disabled" })],
};

test.each(
  Object.entries(calls).flatMap(([method, [times, call]]) =>
    passing.map(([name, reaction]) => ({ method, times, name, reaction, call })),
  ),
)("$method is sent $times times after $name", async ({ times, reaction, call }) => {
  await using it = await connected([reaction, found]);
  await call(it.client);
  expect(it.received).toHaveLength(times);
  expect(new Set(it.received.map(({ body }) => body)).size).toBe(1);
});

test.each(
  Object.entries(calls).flatMap(([method, [, call]]) =>
    [
      ["429", http(429)],
      ["429 whose body is cut off", http(429, "{", { "Content-Length": "99" })],
      ...["AADB2C90229", "AADB2C90244", "AADB2C95043", "AADB2C95053"].map((code) => [code, refused(400, code)]),
      ["95053 as a 409", refused(409, "AADB2C95053")],
      ["95053 as a 500", refused(500, "AADB2C95053")],
    ].map(([name, reaction]) => ({ method, name, reaction: reaction as string, call })),
  ),
)("$method is repeated after $name, which wrote nothing", async ({ reaction, call }) => {
  await using it = await connected([reaction, found]);
  await call(it.client);
  expect(it.received).toHaveLength(2);
});

test.each([
  ["an error of the request", http(400)],
  ["a conflict", http(409)],
  ["another success", http(202)],
  ["a redirect", http(302)],
  ["a status that isn't implemented", http(501)],
])("nothing is repeated after %s", async (_, response) => {
  await using it = await connected([response, found]);
  expect((await it.client.getKeySet("a")).error).toBeDefined();
  expect(it.received).toHaveLength(1);
});

const failing = (...codes: (string | undefined)[]) =>
  codes.reduceRight<unknown>(
    (cause, code) => Object.assign(new Error("Down.", { cause }), code && { code }),
    undefined,
  );

test.each([
  "ECONNREFUSED",
  "EAI_AGAIN",
  "ENETUNREACH",
  "ENETDOWN",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
])("a write is repeated after %s: there was no connection", async (code) => {
  await using it = await connected([created], { clock: fakeClock() });
  const fetches = [() => Promise.reject(failing(undefined, code)), fetch];
  await using client = await connected([created], {
    fetch: (url, init) => fetches.shift()?.(url, init) as Promise<Response>,
  });
  expect((await client.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(it.received).toEqual([]);
});

test.each([
  ["a certificate that nobody signed", ["DEPTH_ZERO_SELF_SIGNED_CERT"]],
  ["a certificate of another host", [undefined, "ERR_TLS_CERT_ALTNAME_INVALID"]],
  ["a certificate that has expired", ["CERT_HAS_EXPIRED"]],
  ["a certificate without its issuer", [undefined, "UNABLE_TO_VERIFY_LEAF_SIGNATURE"]],
  ["a host that doesn't exist", [undefined, "ENOTFOUND"]],
  ["a proxy that asks for a sign-in", ["UND_ERR_ABORTED"]],
  ["a port that browsers block", [undefined]],
  ["a mistake in a custom fetch", []],
  ["an unknown code", ["EWHATEVER"]],
  ["bytes that aren't HTTP", [undefined, "HPE_INVALID_CONSTANT"]],
])("nothing is repeated after %s", async (_, codes) => {
  let attempts = 0;
  await using it = await connected([found], {
    fetch: () => {
      attempts++;
      return Promise.reject(codes.length > 0 ? failing(...codes) : new TypeError("x is not a function"));
    },
  });
  expect((await it.client.getKeySet("a")).error).toMatchObject({ kind: "network" });
  expect(attempts).toBe(1);
});

test("a hook sees each retry, with its reason and its wait", async () => {
  const events: RetryEvent[] = [];
  await using it = await connected([http(503), later(429, "3"), found], {
    onRetry: (event) => void events.push(event),
  });
  await it.client.getKeySet("a");
  expect(events).toMatchObject([
    { attempt: 1, delay: 500, error: { name: "KeySetsError", status: 503, operation: "getKeySet" } },
    { attempt: 2, delay: 3000, error: { status: 429, retryAfter: 3 } },
  ]);
});

test.each([
  [
    "throws",
    () => {
      throw new Error("Mine.");
    },
  ],
  ["rejects", () => Promise.reject(new Error("Mine."))],
])("a hook that %s changes no call", async (_, hook) => {
  await using it = await connected([http(503), found], { onRetry: hook as () => void, log: hook as () => void });
  expect((await it.client.getKeySet("a")).status).toBe(200);
});

test.each([
  ["a shorter wait in milliseconds beside it", { "Retry-After": "30", "retry-after-ms": "100" }, 30_000],
  ["a date in UTC", { "Retry-After": "Thu, 01 Jan 2026 00:00:10 UTC" }, 10_000],
  ["a date with an offset", { "Retry-After": "Thu, 01 Jan 2026 00:00:10 +0000" }, 10_000],
  ["a date in small letters", { "Retry-After": "thu, 01 jan 2026 00:00:10 gmt" }, 10_000],
  ["a date of ISO 8601", { "Retry-After": "2026-01-01T00:00:10Z" }, 10_000],
])("the longest wait that a 429 asks for counts: %s", async (_, headers, wait) => {
  await using it = await connected([http(429, "", headers as Record<string, string>), created]);
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(it.clock.waits).toEqual([wait]);
});

test.each([
  [60_000, "60"],
  [2 ** 31 - 1, "2147483"],
])("no wait is longer than maxWait, %i ms, with what chance adds", async (maxWait, retryAfter) => {
  const clock = fakeClock(0.999);
  await using it = await connected([later(429, retryAfter), found], { clock, retry: { maxWait } });
  await it.client.getKeySet("a");
  expect(clock.waits).toEqual([maxWait]);
});

test("a call of a client without retries waits between its attempts as any other", async () => {
  await using it = await connected([http(503), later(429, "1"), found], { retry: false });
  expect((await it.client.getKeySet("a", { retry: { maxAttempts: 3 } })).status).toBe(200);
  expect(it.clock.waits).toEqual([500, 1000]);
});

test("a call that waits for a pause notices that it became longer", async () => {
  const clock = fakeClock();
  const waits: number[] = [];
  const waiting = gate();
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
    waiting.open();
    if (waits.length === 1) return new Promise<void>(() => {});
    await clock.wait(milliseconds);
    if (waits.length === 2) await it.client.getKeySet("b", { retry: false });
  };
  await using it = await connected([later(429, "1"), later(429, "3"), found], { clock: { ...clock, wait } });
  void it.client.getKeySet("a");
  await waiting.opened;
  expect((await it.client.getKeySet("c")).status).toBe(200);
  expect(waits).toEqual([1000, 1000, 3000]);
});

test.each([
  ["a 404", later(404, "3")],
  ["a redirect", http(302, "", { Location: "/", "Retry-After": "3" })],
])("no other call waits for the Retry-After of %s", async (_, reaction) => {
  await using it = await connected([reaction, found]);
  await it.client.getKeySet("a");
  expect((await it.client.getKeySet("a")).status).toBe(200);
  expect(it.clock.waits).toEqual([]);
});

/** An error as Node.js makes it. */
const systemError = (code: string, more: object) => Object.assign(new Error(code), { code, ...more });
const handshake = { path: undefined, host: "graph.microsoft.com", port: 443, localAddress: undefined };

test.each<[string, unknown, boolean, number]>([
  ["a connection that loses its route", systemError("EHOSTUNREACH", { syscall: "read" }), true, 1],
  ["a connection that loses its network", systemError("ENETDOWN", { syscall: "write" }), true, 1],
  ["no route to the host", systemError("EHOSTUNREACH", { syscall: "connect" }), false, 5],
  ["a connection that takes too long", systemError("ETIMEDOUT", { syscall: "connect" }), false, 5],
  ["a host that refuses at once", systemError("ECONNRESET", { syscall: "connect" }), false, 5],
  ["no free port", systemError("EADDRNOTAVAIL", { syscall: "connect" }), false, 5],
  ["too many open files", systemError("EMFILE", { syscall: "connect" }), false, 1],
  ["a handshake that ends early", systemError("ECONNRESET", handshake), false, 5],
  ["a connection that ends", systemError("ECONNRESET", { syscall: "read" }), true, 1],
  [
    "no address of the host",
    Object.assign(new AggregateError([systemError("ETIMEDOUT", { syscall: "connect" })]), { code: "ETIMEDOUT" }),
    false,
    5,
  ],
])("what a POST did when it failed goes by the system call: %s", async (_, cause, applied, attempts) => {
  await using it = await connected([], { fetch: () => Promise.reject(new TypeError("fetch failed", { cause })) });
  const { error } = await it.client.generateKey("a", { use: "sig", ...key });
  expect(error).toMatchObject({ kind: "network", mayHaveApplied: applied, attempts });
});

test("a late response to an attempt that timed out changes nothing of the next", async () => {
  const clock = fakeClock();
  const [first, second] = [gate(), gate()];
  let calls = 0;
  const fetch = async () => {
    if (++calls === 1) {
      await first.opened;
      return new Response("", { status: 400 });
    }
    await second.opened;
    throw new TypeError("fetch failed", { cause: systemError("ECONNRESET", { syscall: "read" }) });
  };
  await using it = await connected([], { clock, fetch, retry: { maxAttempts: 2 } });
  const call = it.client.deleteKeySet("a");
  while (calls < 1) await new Promise(setImmediate);
  clock.pass(60_000);
  while (calls < 2) await new Promise(setImmediate);
  first.open();
  await new Promise(setImmediate);
  second.open();
  expect((await call).error).toMatchObject({ kind: "network", attempts: 2, mayHaveApplied: true });
});

test("a hook can't change what is reported", async () => {
  const events: LogEvent[] = [];
  const onRetry = (event: Partial<RetryEvent>) => {
    delete event.error;
    event.delay = 1e9;
  };
  await using it = await connected([http(503), found], { onRetry, log: (event) => void events.push(event) });
  expect((await it.client.getKeySet("a")).status).toBe(200);
  expect(events.find(({ step }) => step === "retry")).toMatchObject({ delay: 500 });
});
