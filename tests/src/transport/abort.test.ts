import { expect, test } from "vitest";
import type { KeySetsClientOptions } from "../../../src/index.ts";
import { systemClock } from "../../../src/wait.ts";
import { connected, created, drop, found, gate, http, silence } from "../../support/client.ts";
import type { Reaction } from "../../support/server.ts";

const reason = new Error("Given up.");
const aborted = {
  kind: "abort",
  operation: "getKeySet",
  message: "getKeySet: it was aborted: Given up.",
  cause: reason,
};
const ends = (controller: AbortController) => () => {
  controller.abort(reason);
  return new Promise<never>(() => {});
};

/** Where an abort can meet a call: what the server does and what the client is made of, given the call's controller. */
const places: Record<string, (controller: AbortController) => [Reaction, Partial<KeySetsClientOptions>?]> = {
  "while it waits for its token": (controller) => [found, { token: ends(controller) }],
  "while it waits for its headers": (controller) => [ends(controller)],
  "while it waits for the rest of its body": (controller) => [
    found,
    { fetch: async () => new Response(new ReadableStream({ pull: ends(controller) }, { highWaterMark: 0 })) },
  ],
  "in a fetch that heeds no signal": (controller) => [found, { fetch: ends(controller) }],
  "while it waits for its next try": (controller) => [http(429), { clock: { ...systemClock, wait: ends(controller) } }],
  "while it waits for its next try, as Retry-After says": (controller) => [
    (socket) => {
      socket.end(http(429, "", { "Retry-After": "60" }));
      socket.on("close", () => controller.abort(reason));
    },
    { clock: systemClock },
  ],
  "with a limit beside it": (controller) => [ends(controller), { timeout: 1_000_000 }],
};

test.each(Object.entries(places))("ends a call %s", async (_, place) => {
  const controller = new AbortController();
  const [reaction, options] = place(controller);
  await using it = await connected([reaction], options);
  expect((await it.client.getKeySet("a", { signal: controller.signal })).error).toMatchObject(aborted);
});

test("ends a call before anything happens", async () => {
  let asked = 0;
  await using it = await connected([found], { token: () => `token-${++asked}` });
  expect((await it.client.getKeySet("a", { signal: AbortSignal.abort(reason) })).error).toMatchObject(aborted);
  expect({ asked, received: it.received }).toEqual({ asked: 0, received: [] });
});

test("without a reason worth the name ends a call all the same", async () => {
  await using it = await connected([found]);
  expect((await it.client.getKeySet("a", { signal: AbortSignal.abort(0) })).error).toMatchObject({ kind: "abort" });
});

test("ends a call in its queue, which is then not sent, and leaves the others", async () => {
  const controller = new AbortController();
  const { open, opened } = gate();
  await using it = await connected([(socket) => opened.then(() => socket.end(http(204))), http(204)]);
  const status = (kid: string, signal?: AbortSignal) =>
    it.client.updateKeyStatus("a", kid, { status: "enabled" }, signal && { signal });
  const calls = [status("first"), status("second", controller.signal), status("third")];
  controller.abort(reason);
  expect((await calls[1]!).error).toMatchObject({ kind: "abort", cause: reason });
  expect(it.received.length).toBeLessThan(2);
  open();
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([204, undefined, 204]);
  expect(it.received.map(({ path }) => path.split("/").at(-1))).toEqual(["first", "third"]);
});

test("after the answer changes nothing", async () => {
  const controller = new AbortController();
  await using it = await connected([created]);
  const { data } = await it.client.createKeySet({ id: "a" }, { signal: controller.signal });
  controller.abort();
  expect(data!.id).toBe("B2C_1A_a");
});

test("hangs up, so that the server need not go on", async () => {
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

test("takes the platform's timer with it", async () => {
  const controller = new AbortController();
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = timers();
  const waiting = systemClock.wait(2 ** 30, controller.signal);
  expect(timers()).toBe(before + 1);
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
  expect(timers()).toBe(before);
});

test("is listened to no longer than the call goes on", async () => {
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
  await it.client.getKeySet("a", { signal });
  expect(events.filter((name) => name === "addEventListener")).not.toEqual([]);
  expect(events.filter((name) => name === "removeEventListener").length).toBe(events.length / 2);
});

test("is not needed by a clock that waits and tells the time and chance", async () => {
  await using it = await connected([http(429), found], { clock: systemClock, retry: { maxWait: 1 } });
  expect((await it.client.getKeySet("a")).status).toBe(200);
});
