import { expect, test } from "vitest";
import type { KeySetsClientOptions } from "../../../src/index.ts";
import { systemClock } from "../../../src/transport/system-clock.ts";
import { connected, created, drop, fakeClock, found, gate, http, silence } from "../../support/client.ts";
import type { Reaction } from "../../support/server.ts";

const reason = new Error("Given up.");
const aborted = {
  kind: "abort",
  operation: "getKeySet",
  message: "getKeySet: aborted by the caller: Given up.",
  cause: reason,
};
const ends = (controller: AbortController) => () => {
  controller.abort(reason);
  return new Promise<never>(() => {});
};

/** Where an abort can meet a call: what the server does, and the options of the client. */
const places: Record<string, (controller: AbortController) => [Reaction, Partial<KeySetsClientOptions>?]> = {
  "while it waits for its token": (controller) => [found, { token: ends(controller) }],
  "while it waits for its headers": (controller) => [ends(controller)],
  "while it waits for the rest of its body": (controller) => [
    found,
    { fetch: async () => new Response(new ReadableStream({ pull: ends(controller) }, { highWaterMark: 0 })) },
  ],
  "in a fetch that ignores its signal": (controller) => [found, { fetch: ends(controller) }],
  "while it waits for its next attempt": (controller) => [
    http(429),
    { clock: { ...fakeClock(), wait: ends(controller) } },
  ],
  "while it waits as long as Retry-After says": (controller) => [
    (socket) => {
      socket.end(http(429, "", { "Retry-After": "60" }));
      socket.on("close", () => controller.abort(reason));
    },
    { clock: systemClock },
  ],
};

test.each(Object.entries(places))("an abort ends a call %s", async (_, place) => {
  const controller = new AbortController();
  const [reaction, options] = place(controller);
  await using it = await connected([reaction], options);
  expect((await it.client.getKeySet("a", { signal: controller.signal })).error).toMatchObject(aborted);
});

test("an abort ends a call before anything happens", async () => {
  let asked = 0;
  await using it = await connected([found], { token: () => `token-${++asked}` });
  expect((await it.client.getKeySet("a", { signal: AbortSignal.abort(reason) })).error).toMatchObject(aborted);
  expect({ asked, received: it.received }).toEqual({ asked: 0, received: [] });
});

test.each([
  0,
  null,
  "",
  Symbol("odd"),
  { code: 1n },
  Object.create(null),
  () => {},
  new Proxy(
    {},
    {
      get: () => {
        throw new Error("trap");
      },
    },
  ),
])("an abort without a reason worth the name ends a call all the same", async (odd) => {
  await using it = await connected([found]);
  expect((await it.client.getKeySet("a", { signal: AbortSignal.abort(odd) })).error).toMatchObject({ kind: "abort" });
});

test("an abort ends a call in its queue, which isn't sent, and leaves the others in order", async () => {
  const controller = new AbortController();
  const { open, opened } = gate();
  await using it = await connected([(socket) => opened.then(() => socket.end(http(204))), http(204)]);
  const status = (kid: string, signal?: AbortSignal) =>
    it.client.updateKeyStatus("a", kid, { status: "enabled" }, { signal });
  const calls = [status("first"), status("second", controller.signal), status("third")];
  controller.abort(reason);
  expect((await calls[1])?.error).toMatchObject({ kind: "abort", cause: reason, mayHaveApplied: false });
  expect(it.received.length).toBeLessThan(2);
  open();
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([204, undefined, 204]);
  expect(it.received.map(({ path }) => path.split("/").at(-1))).toEqual(["first", "third"]);
});

test.each<[string, (controller: AbortController) => Partial<KeySetsClientOptions>]>([
  ["whose fetch never settles", (controller) => ({ fetch: ends(controller) })],
  ["whose token never settles", (controller) => ({ token: ends(controller) })],
])("an aborted write %s lets the next one go", async (_, optionsOf) => {
  const controller = new AbortController();
  const options = optionsOf(controller);
  let first = true;
  const once = (name: "fetch" | "token", rest: (...args: never[]) => unknown) =>
    options[name] && {
      [name](...args: never[]) {
        if (!first) return rest(...args);
        first = false;
        return (options[name] as () => unknown)();
      },
    };
  await using it = await connected([http(204)], {
    ...once("fetch", (url: string, init: RequestInit) => fetch(url, init)),
    ...once("token", () => "t"),
  });
  const [one, other] = await Promise.all([
    it.client.deleteKeySet("a", { signal: controller.signal }),
    it.client.deleteKeySet("a"),
  ]);
  expect([one.error?.kind, other.status]).toEqual(["abort", 204]);
  expect((await it.client.deleteKeySet("b")).status).toBe(204);
});

test("an abort after the response changes nothing", async () => {
  const controller = new AbortController();
  await using it = await connected([created]);
  const { data } = await it.client.createKeySet({ id: "a" }, { signal: controller.signal });
  controller.abort();
  expect(data?.id).toBe("B2C_1A_a");
});

test("an abort hangs up, so that the server need not go on", async () => {
  const controller = new AbortController();
  const { open, opened } = gate();
  await using it = await connected([
    (socket) => {
      socket.on("close", open);
      controller.abort();
    },
  ]);
  await it.client.getKeySet("a", { signal: controller.signal });
  await opened;
});

test("an abort takes the platform's timer with it", async () => {
  const controller = new AbortController();
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  const waiting = systemClock.wait(2 ** 30, controller.signal);
  expect(timers()).toBe(before + 1);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  expect(timers()).toBe(before);
  await expect(systemClock.wait(2 ** 30, controller.signal)).rejects.toBe(reason);
});

test("a signal has one listener however many calls share it, and none when they have ended", async () => {
  const warnings: Error[] = [];
  const warn = (warning: Error) => void warnings.push(warning);
  process.on("warning", warn);
  const { signal } = new AbortController();
  const events: string[] = [];
  for (const name of ["addEventListener", "removeEventListener"] as const) {
    const original = signal[name].bind(signal);
    signal[name] = (...args: unknown[]) => {
      events.push(name);
      (original as (...args: unknown[]) => void)(...args);
    };
  }
  await using it = await connected([drop, silence, found], { fetch: async () => Response.json({ id: "a", keys: [] }) });
  await Promise.all(Array.from({ length: 50 }, () => it.client.getKeySet("a", { signal })));
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", warn);
  expect(events).toEqual(["addEventListener", "removeEventListener"]);
  expect(warnings).toEqual([]);
});

test("the platform's clock waits, and knows time and chance", async () => {
  await using it = await connected([http(429), found], { clock: systemClock, retry: { maxWait: 1 } });
  expect((await it.client.getKeySet("a")).status).toBe(200);
  expect((await it.client.getKeySet("a", { signal: new AbortController().signal })).status).toBe(200);
  await systemClock.wait(1, new AbortController().signal);
});
