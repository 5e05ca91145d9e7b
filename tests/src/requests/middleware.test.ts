import { expect, test } from "vitest";
import type { Middleware } from "../../../src/index.ts";
import { connected, created, drop, fakeClock, found, gate, http, refused } from "../../support/client.ts";
import { serve } from "../../support/server.ts";

const withMiddleware = async (script: Parameters<typeof connected>[0], ...middleware: Middleware[]) => {
  const it = await connected(script);
  it.client.use(...middleware);
  return it;
};

test("sees each call and its response once, until it is removed", async () => {
  const seen: string[] = [];
  const middleware: Middleware = {
    onRequest: ({ request, schemaPath, params, options }) => {
      seen.push(`${request.method} ${schemaPath} ${params.path?.id} ${options.baseUrl.split("/").at(-1)}`);
      request.headers.set("x-seen", "yes");
    },
    onResponse: ({ response }) => void seen.push(`${response.status}`),
  };
  await using it = await withMiddleware([http(429), found], middleware);
  await it.client.getKeySet("a");
  it.client.eject(middleware);
  await it.client.getKeySet("a");
  expect(seen).toEqual(["GET /trustFramework/keySets/{id} a beta", "200"]);
  expect(it.received.map(({ headers }) => headers["x-seen"])).toEqual(["yes", "yes", undefined]);
});

test("that isn't there can be removed, which changes nothing", async () => {
  const seen: string[] = [];
  await using it = await withMiddleware([found], { onRequest: ({ schemaPath }) => void seen.push(schemaPath) });
  it.client.eject({});
  await it.client.getKeySet("a");
  expect(seen).toHaveLength(1);
});

test("without a function is a mistake that is named", async () => {
  await using it = await connected([found]);
  expect(() => it.client.use({})).toThrow("onRequest()");
});

test("sees the body that is sent, which arrives complete", async () => {
  const bodies: string[] = [];
  await using it = await withMiddleware([http(429), created], {
    onRequest: async ({ request }) => void bodies.push(await request.clone().text()),
  });
  await it.client.createKeySet({ id: "ü" });
  expect(bodies).toEqual(['{"id":"ü"}']);
  expect(it.received.map(({ body }) => body)).toEqual(['{"id":"ü"}', '{"id":"ü"}']);
});

test("reads a clone of a response, also of an error", async () => {
  const bodies: unknown[] = [];
  await using it = await withMiddleware([found, refused(400, "a")], {
    onResponse: async ({ response }) => void bodies.push(await response.clone().json()),
  });
  expect((await it.client.getKeySet("a")).data).toEqual({ id: "B2C_1A_a", keys: [] });
  expect((await it.client.getKeySet("a")).error?.code).toBe("a");
  expect(bodies).toHaveLength(2);
});

test("can respond instead of the service", async () => {
  await using it = await withMiddleware([drop], { onRequest: () => Response.json({ id: "kept", keys: [] }) });
  expect((await it.client.getKeySet("a")).data?.id).toBe("kept");
  expect(it.received).toEqual([]);
});

test("can replace a response, and respond where the network failed, without a socket left open", async () => {
  const it = await withMiddleware([found, drop, drop, drop, drop, drop], {
    onResponse: () => new Response("{}", { status: 418 }),
    onError: () => Response.json({ id: "kept", keys: [] }),
  });
  expect((await it.client.getKeySet("a")).error?.status).toBe(418);
  expect((await it.client.getKeySet("a")).error?.status).toBe(418);
  await it[Symbol.asyncDispose]();
});

test("sees the error of a call that has no response, and not of one that has", async () => {
  const errors: unknown[] = [];
  await using it = await withMiddleware([http(400), drop], { onError: ({ error }) => void errors.push(error) });
  await it.client.generateKey("a", { use: "sig", kty: "RSA" });
  await it.client.generateKey("a", { use: "sig", kty: "RSA" });
  expect(errors).toMatchObject([{ name: "KeySetsError", kind: "network" }]);
});

test("never sees the token, before the request or after", async () => {
  const seen: (string | null)[] = [];
  const requests: Request[] = [];
  await using it = await withMiddleware([found, drop], {
    onRequest: ({ request }) => void requests.push(request),
    onResponse: ({ request }) => void seen.push(request.headers.get("Authorization")),
    onError: ({ request }) => void seen.push(request.headers.get("Authorization")),
  });
  await it.client.getKeySet("a");
  await it.client.generateKey("a", { use: "sig", kty: "RSA" });
  expect([...seen, ...requests.map(({ headers }) => headers.get("Authorization"))]).toEqual([null, null, null, null]);
  expect(it.received.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer secret-token",
    "Bearer secret-token",
  ]);
});

test("can't send a request, and the token with it, elsewhere", async () => {
  await using elsewhere = await serve(created);
  await using it = await withMiddleware([created], {
    onRequest: ({ request }) => new Request(elsewhere.origin, request),
  });
  await expect(it.client.createKeySet({ id: "a" })).rejects.toThrow("isn't below the service root");
  expect(elsewhere.received).toEqual([]);
});

test("can't have a redirect followed", async () => {
  await using elsewhere = await serve(created);
  await using it = await withMiddleware([http(307, "", { Location: `${elsewhere.origin}/` })], {
    onRequest: ({ request }) => new Request(request, { redirect: "follow" }),
  });
  expect((await it.client.createKeySet({ id: "a" })).error).toMatchObject({ kind: "redirect" });
  expect(elsewhere.received).toEqual([]);
});

test("works with a custom fetch, which receives a URL and a plain object", async () => {
  const seen: unknown[] = [];
  await using it = await connected([created], {
    fetch: (url, init) => {
      seen.push(url, Object.getPrototypeOf(init.headers) === Object.prototype, init.method, init.body);
      return fetch(url, init);
    },
  });
  it.client.use({ onRequest: ({ request }) => void request.headers.set("x-seen", "yes") });
  expect((await it.client.createKeySet({ id: "a" })).status).toBe(201);
  expect(seen).toEqual([`${it.server.origin}/beta/trustFramework/keySets`, true, "POST", '{"id":"a"}']);
  expect(it.received[0]?.headers["x-seen"]).toBe("yes");
});

const mistakes: [string, Middleware, string][] = [
  ["throws", { onRequest: () => Promise.reject(new TypeError("Mine.")) }, "Mine."],
  ["returns an object for a request", { onRequest: () => ({}) as Request }, "must return new Request() or Response()"],
  ["returns an object for a response", { onResponse: () => ({}) as Response }, "must return new Response()"],
  [
    "reads the body of the request",
    { onRequest: async ({ request }) => void (await request.text()) },
    "unusable|already",
  ],
  [
    "reads the body of the response",
    { onResponse: async ({ response }) => void (await response.text()) },
    "unusable|already",
  ],
];

test.each(mistakes)(
  "that %s makes the call reject with its mistake, after no more than one request",
  async (_, middleware, mistake) => {
    await using it = await withMiddleware([created], middleware);
    await expect(it.client.createKeySet({ id: "a" })).rejects.toThrow(new RegExp(mistake.replace(/[()]/g, "\\$&")));
    expect(it.clock.waits).toEqual([]);
    expect(it.received.length).toBeLessThan(2);
  },
);

test("can replace the error of a failure, which stays a failure of the call", async () => {
  await using it = await withMiddleware([drop], { onError: () => new Error("Mine.") });
  const { error } = await it.client.createKeySet({ id: "a" });
  expect(error).toMatchObject({
    kind: "network",
    message: "createKeySet: a middleware replaced the error: Mine. (the write may have been applied)",
    attempts: 1,
    cause: { message: "Mine." },
  });
});

test.each([
  ["before the request", "onRequest", "createKeySet: a middleware failed: Mine."],
  ["after it", "onResponse", "createKeySet: a middleware failed: Mine. (the write may have been applied)"],
])("that throws something %s is named in the TypeError", async (_, step, message) => {
  const thrown = { message: "Mine." };
  await using it = await withMiddleware([created], { [step]: () => Promise.reject(thrown) });
  await expect(it.client.createKeySet({ id: "a" })).rejects.toThrow(new TypeError(message, { cause: thrown }));
});

test("whose request has a body that never ends times out, and the next write goes", async () => {
  const clock = fakeClock();
  await using it = await connected([found], { clock });
  const begun = gate();
  const body = new ReadableStream({ pull: begun.open });
  let calls = 0;
  it.client.use({
    onRequest: ({ request: { url, method, headers } }) =>
      ++calls > 1 ? undefined : new Request(url, { method, headers, body, duplex: "half" } as RequestInit),
  });
  const first = it.client.replaceKeySet("a", { keys: [] });
  const second = it.client.replaceKeySet("a", { keys: [] }, { timeout: 90_000 });
  await begun.opened;
  await new Promise(setImmediate);
  clock.pass(60_000);
  expect((await first).error?.kind).toBe("timeout");
  expect((await second).status).toBe(200);
});

test("doesn't keep an abort from ending the call, and the next write from its turn", async () => {
  const controller = new AbortController();
  await using it = await connected([created]);
  let calls = 0;
  it.client.use({
    onRequest() {
      if (++calls > 1) return undefined;
      controller.abort();
      return new Promise<never>(() => {});
    },
  });
  const [first, second] = await Promise.all([
    it.client.createKeySet({ id: "a" }, { signal: controller.signal }),
    it.client.createKeySet({ id: "a" }),
  ]);
  expect([first.error?.kind, second.status]).toEqual(["abort", 201]);
});

test.each(["onRequest", "onResponse"] as const)("that never ends in %s times out", async (step) => {
  const clock = fakeClock();
  await using it = await connected([created], { clock });
  const { promise: reached, resolve: reach } = (() => {
    let resolve = () => {};
    return {
      promise: new Promise<void>((done) => {
        resolve = done;
      }),
      resolve: () => resolve(),
    };
  })();
  it.client.use({
    [step]() {
      reach();
      return new Promise<never>(() => {});
    },
  });
  const call = it.client.createKeySet({ id: "a" });
  await reached;
  await new Promise(setImmediate);
  clock.pass(60_000);
  expect((await call).error).toMatchObject({
    kind: "timeout",
    message: expect.stringContaining("createKeySet: timed out after 60000 ms in a middleware"),
    mayHaveApplied: step === "onResponse",
  });
});

test("can't send its request after the call has ended", async () => {
  const clock = fakeClock();
  await using it = await connected([created], { clock });
  let resume = () => {};
  const resumed = new Promise<void>((resolve) => {
    resume = resolve;
  });
  it.client.use({ onRequest: () => resumed });
  const call = it.client.createKeySet({ id: "a" });
  await new Promise(setImmediate);
  clock.pass(60_000);
  expect((await call).error?.kind).toBe("timeout");
  resume();
  await new Promise(setImmediate);
  expect(it.received).toEqual([]);
});

test("sees no response whose status no Response can have, and the call fails with it", async () => {
  let seen = 0;
  await using it = await withMiddleware([http(999)], { onResponse: () => void seen++ });
  expect((await it.client.getKeySet("a")).error).toMatchObject({ kind: "http", status: 999 });
  expect(seen).toBe(0);
});
