import { expect, test } from "vitest";
import { connected, created, drop, fakeClock, found, http, silence } from "../../support/client.ts";
import type { Reaction } from "../../support/server.ts";

const later = (status: number, retryAfter: string) => http(status, "", { "Retry-After": retryAfter });
const soon = new Date(Date.UTC(2026, 0, 1, 0, 0, 10)).toUTCString(); // ten seconds on the fake clock

test.each([
  ["seconds", "7", 7000],
  ["no seconds", "0", 0],
  ["a date", soon, 10_000],
  ["a date that has passed", "Wed, 01 Jan 2020 00:00:00 GMT", 0],
  ["a word", "soon", 750],
  ["a negative number", "-5", 750],
  ["a broken number", "1.5", 750],
  ["a broken date", "Wed, 99 Jan 2026 00:00:00 GMT", 750],
])("waits as Retry-After says, in %s, and tries again", async (_, retryAfter, wait) => {
  await using it = await connected([later(429, retryAfter), created]);
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(it.clock.waits).toEqual([wait]);
});

test("waits twice as long each time where nothing says how long, spread by chance, and gives up after five tries", async () => {
  await using it = await connected([http(429)]);
  expect((await it.client.createKeySet({ id: "a" })).error).toMatchObject({ status: 429 });
  expect(it.clock.waits).toEqual([750, 1500, 3000, 6000]);
  expect(it.received).toHaveLength(5);
});

test.each([
  [0, [500, 1000, 1250]],
  [0.999, [999.5, 1999, 2498.75]],
])("waits no longer than it may, with chance %d", async (random, waits) => {
  const clock = fakeClock(random);
  await using it = await connected([http(429)], { clock, retry: { tries: 4, maxWait: 2500 } });
  await it.client.getKeySet("a");
  expect(clock.waits).toEqual(waits);
});

test.each(["61", soon.replace("00:00:10", "00:01:01"), "9".repeat(400)])(
  "gives up at once when it would have to wait too long: %s",
  async (retryAfter) => {
    await using it = await connected([later(429, retryAfter), found]);
    expect((await it.client.getKeySet("a")).error!.retryAfter).toBeGreaterThan(60);
    expect(it.clock.waits).toEqual([]);
  },
);

test("waits as long as it may", async () => {
  await using it = await connected([later(429, "60"), found]);
  expect((await it.client.getKeySet("a")).status).toBe(200);
});

test("never tries again when told so", async () => {
  await using it = await connected([http(429), found], { retry: false });
  expect((await it.client.getKeySet("a")).status).toBe(429);
  expect(it.received).toHaveLength(1);
});

const half: Reaction = 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"id":';
const passing: [string, Reaction][] = [
  ["503", http(503)],
  ["504", http(504)],
  ["a dropped connection", drop],
  ["half an answer", half],
];
const key = { kty: "RSA" } as const;

/** A call of each method, and how often it may be sent when it might have taken effect already. */
const calls = {
  GET: [2, (client) => client.getKeySet("a")],
  PUT: [2, (client) => client.replaceKeySet("a", { keys: [key] })],
  DELETE: [2, (client) => client.deleteKeySet("a")],
  POST: [1, (client) => client.generateKey("a", { use: "sig", ...key })],
  PATCH: [1, (client) => client.updateKeyStatus("a", "b", { status: "disabled" })],
} satisfies Record<string, [number, (client: Awaited<ReturnType<typeof connected>>["client"]) => Promise<unknown>]>;

test.each(
  Object.entries(calls).flatMap(([method, [times, call]]) =>
    passing.map(([name, reaction]) => [method, times, name, reaction, call] as const),
  ),
)("sends %s %d times after %s", async (_, times, __, reaction, call) => {
  await using it = await connected([reaction, found]);
  await call(it.client);
  expect(it.received).toHaveLength(times);
  expect(new Set(it.received.map(({ body }) => body)).size).toBe(1);
});

test.each(Object.entries(calls))("sends %s again after 429, which has had no effect", async (_, [, call]) => {
  await using it = await connected([http(429), found]);
  await call(it.client);
  expect(it.received).toHaveLength(2);
});

test.each([
  ["a refusal", http(400)],
  ["a failure within", http(500)],
  ["a proxy's", http(502)],
  ["no success that is known", http(202)],
  ["a redirect", http(302)],
])("does not try again after %s", async (_, answer) => {
  await using it = await connected([answer, found]);
  expect((await it.client.getKeySet("a")).error).toBeDefined();
  expect(it.received).toHaveLength(1);
});

test("does not try again what took too long", async () => {
  await using it = await connected([silence], { timeout: 1 });
  await it.client.getKeySet("a");
  expect(it.clock.waits).toEqual([]);
});
