import { Readable } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { createKeySetsFetch } from "../../src/index.ts";
import { connected, created, fakeClock, found, http } from "../support/client.ts";

afterEach(() => void vi.unstubAllGlobals());

class OldUrl extends URL {}
Object.defineProperty(OldUrl, "canParse", { value: undefined });
class OldAbortSignal {}

/** Parts of the platform that are younger than what this package runs on. */
const missing: Record<string, () => void> = {
  "URL.canParse": () => vi.stubGlobal("URL", OldUrl),
  "AbortSignal.any and AbortSignal.timeout": () => vi.stubGlobal("AbortSignal", OldAbortSignal),
  crypto: () => vi.stubGlobal("crypto", undefined),
  "crypto.randomUUID, as on a page without https": () => vi.stubGlobal("crypto", {}),
  "structuredClone and process": () => {
    vi.stubGlobal("structuredClone", undefined);
  },
  "Error.captureStackTrace": () =>
    vi.stubGlobal("Error", Object.assign(class extends Error {}, { captureStackTrace: undefined })),
};

test.each(Object.entries(missing))("calls succeed and fail as ever without %s", async (_, remove) => {
  const clock = fakeClock();
  await using it = await connected([created, http(302, "", { Location: "/a" }), http(429), found], { clock });
  remove();
  expect((await it.client.createKeySet({ id: "a" }, { signal: new AbortController().signal })).status).toBe(201);
  expect((await it.client.createKeySet({ id: "a" })).error).toMatchObject({ kind: "redirect" });
  expect((await it.client.getKeySet("a")).status).toBe(200);
  expect(
    (await createKeySetsFetch({ token: "t", baseUrl: it.server.origin })("/trustFramework/keySets/a")).status,
  ).toBe(200);
});

test("a call has no ID of its own where the platform has none", async () => {
  await using it = await connected([found]);
  vi.stubGlobal("crypto", undefined);
  const result = await it.client.getKeySet("a");
  expect(result.status).toBe(200);
  expect(result.clientRequestId).toBeUndefined();
  expect(it.received[0]?.headers).not.toHaveProperty("client-request-id");
});

test("the global fetch is looked up when a call is made", async () => {
  await using it = await connected([found]);
  const fetch = vi.fn(globalThis.fetch);
  vi.stubGlobal("fetch", fetch);
  expect((await it.client.getKeySet("a")).status).toBe(200);
  expect(fetch).toHaveBeenCalledOnce();
});

test.each<[string, () => unknown]>([
  [
    "a stream of Node.js, as node-fetch has it",
    () => Readable.from([Buffer.from('{"id":"a",'), Buffer.from('"keys":[]}')]),
  ],
  ["no stream", () => undefined],
  [
    "a stream of the platform that cuts a character",
    () =>
      new ReadableStream({
        start: (controller) => {
          controller.enqueue(Uint8Array.of(0xef, 0xbb, 0xbf));
          controller.enqueue(new TextEncoder().encode('{"id":"a","keys":[]}'));
          controller.close();
        },
      }),
  ],
])("a body can be %s", async (_, bodyOf) => {
  const response = () => ({
    status: 200,
    headers: new Headers(),
    body: bodyOf(),
    text: async () => '{"id":"a","keys":[]}',
  });
  await using it = await connected([], { fetch: async () => response() });
  expect((await it.client.getKeySet("a")).data?.id).toBe("a");
});

test("a body of Node.js that is too large, or fails, is left", async () => {
  const bodies = [
    Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(2 ** 20);
      })(),
    ),
    Readable.from(
      (function* () {
        yield Buffer.from("{");
        throw new Error("Down.");
      })(),
    ),
  ];
  const destroyed = bodies.map((body) => body);
  await using it = await connected([], {
    retry: false,
    fetch: async () => ({ status: 200, headers: new Headers(), body: bodies.shift(), text: async () => "" }),
  });
  expect((await it.client.getKeySet("a")).error?.kind).toBe("response");
  expect((await it.client.getKeySet("a")).error).toMatchObject({ kind: "network", cause: { message: "Down." } });
  expect(destroyed.map((body) => body.destroyed)).toEqual([true, true]);
});

test("a body without a stream that is too large is an error", async () => {
  const text = async () => "x".repeat(2 ** 24 + 1);
  await using it = await connected([], { fetch: async () => ({ status: 200, headers: new Headers(), text }) });
  expect((await it.client.getKeySet("a")).error?.kind).toBe("response");
});
