import { createKeySetsClient, type KeySetsClientOptions } from "../../src/index.ts";
import type { Reaction } from "./server.ts";
import { serve } from "./server.ts";

/** The bytes of a response. A body that isn't text is sent as JSON. */
export function http(status: number, body: unknown = "", headers: Record<string, string> = {}): string {
  const all = { ...(body === "" ? {} : { "Content-Type": "application/json" }), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Status\r\n${lines.join("")}\r\n${typeof body === "string" ? body : JSON.stringify(body)}`;
}

/** The bytes of an error in the service's form. */
export const refused = (status: number, code: string, message = "No.", headers = {}): string =>
  http(status, { error: { code, message } }, headers);

export const created = http(201, { id: "B2C_1A_a", keys: [] }, { Location: "/trustFramework/keySets('B2C_1A_a')" });
export const found = http(200, { id: "B2C_1A_a", keys: [] });

/** Hangs up without a response. */
export const drop: Reaction = (socket) => socket.destroy();

/** Takes the request and never responds. */
export const silence: Reaction = () => {};

/** A clock that notes how long it is asked to wait, and doesn't. Time passes by its waits and by `pass`, which fires what was scheduled. */
export function fakeClock(random = 0) {
  const waits: number[] = [];
  const timers = new Set<{ at: number; run: () => void }>();
  let time = Date.UTC(2026, 0, 1);
  return {
    waits,
    timers,
    now: () => time,
    random: () => random,
    async wait(milliseconds: number) {
      waits.push(milliseconds);
      time += milliseconds;
    },
    schedule(run: () => void, milliseconds: number) {
      const timer = { at: time + milliseconds, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    pass(milliseconds: number) {
      time += milliseconds;
      for (const timer of timers) {
        if (timer.at > time) continue;
        timers.delete(timer);
        timer.run();
      }
    },
  };
}

/** A server with this script and a client of it. */
export async function connected(script: Reaction[], options: Partial<KeySetsClientOptions> = {}) {
  const server = await serve(...script);
  const clock = fakeClock();
  const client = createKeySetsClient({
    token: options.credential ? undefined : "secret-token",
    clock,
    baseUrl: `${server.origin}/beta`,
    ...options,
  } as KeySetsClientOptions);
  return {
    server,
    client,
    clock,
    received: server.received,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** A promise that is kept when told. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}
