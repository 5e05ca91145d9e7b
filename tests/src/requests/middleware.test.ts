import { expect, test } from "vitest";
import type { Middleware } from "../../../src/index.ts";
import { connected, created, drop, found, http, refused } from "../../support/client.ts";
import { serve } from "../../support/server.ts";

const withMiddleware = async (script: Parameters<typeof connected>[0], ...middleware: Middleware[]) => {
  const it = await connected(script);
  it.client.use(...middleware);
  return it;
};

test("sees each try and each answer until it is taken away", async () => {
  const seen: string[] = [];
  const middleware: Middleware = {
    onRequest: ({ request, schemaPath }) =>
      void (seen.push(`${request.method} ${schemaPath}`), request.headers.set("x-seen", "yes")),
    onResponse: ({ response }) => void seen.push(`${response.status}`),
  };
  await using it = await withMiddleware([http(429), found], middleware);
  await it.client.getKeySet("a");
  it.client.eject(middleware);
  await it.client.getKeySet("a");
  expect(seen).toEqual(["GET /trustFramework/keySets/{id}", "429", "GET /trustFramework/keySets/{id}", "200"]);
  expect(it.received.map(({ headers }) => headers["x-seen"])).toEqual(["yes", "yes", undefined]);
});

test("that is not there can be taken away, which changes nothing", async () => {
  const seen: string[] = [];
  await using it = await withMiddleware([found], { onRequest: ({ schemaPath }) => void seen.push(schemaPath) });
  it.client.eject({});
  await it.client.getKeySet("a");
  expect(seen).toHaveLength(1);
});

test("sees the body that is sent, which arrives whole, in each try", async () => {
  const bodies: string[] = [];
  await using it = await withMiddleware([http(429), created], {
    onRequest: async ({ request }) => void bodies.push(await request.clone().text()),
  });
  await it.client.createKeySet({ id: "ü" });
  expect(bodies).toEqual(['{"id":"ü"}', '{"id":"ü"}']);
  expect(it.received.map(({ body }) => body)).toEqual(bodies);
});

test("reads a clone of an answer, of a refusal too", async () => {
  const bodies: unknown[] = [];
  await using it = await withMiddleware([found, refused(400, "a")], {
    onResponse: async ({ response }) => void bodies.push(await response.clone().json()),
  });
  expect((await it.client.getKeySet("a")).data).toEqual({ id: "B2C_1A_a", keys: [] });
  expect((await it.client.getKeySet("a")).error!.code).toBe("a");
  expect(bodies).toHaveLength(2);
});

test("answers in place of the service", async () => {
  await using it = await withMiddleware([drop], { onRequest: () => Response.json({ id: "kept", keys: [] }) });
  expect((await it.client.getKeySet("a")).data!.id).toBe("kept");
  expect(it.received).toEqual([]);
});

test("replaces an answer, and answers where the network failed", async () => {
  await using it = await withMiddleware([found, drop], {
    onResponse: () => new Response("{}", { status: 418 }),
    onError: () => Response.json({ id: "kept", keys: [] }),
  });
  expect((await it.client.getKeySet("a")).status).toBe(418);
  it.client.eject();
  expect((await it.client.getKeySet("a")).status).toBe(418);
});

test("sees the error of a try that has no answer, and not of one that has", async () => {
  const errors: unknown[] = [];
  await using it = await withMiddleware([drop, http(500)], { onError: ({ error }) => void errors.push(error) });
  await it.client.getKeySet("a");
  expect(errors).toMatchObject([{ name: "KeySetsError", kind: "network" }]);
});

test("never sees the token, before the try or after", async () => {
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

test("cannot send a request, and the token with it, elsewhere", async () => {
  await using elsewhere = await serve(created);
  await using it = await withMiddleware([created], {
    onRequest: ({ request }) => new Request(elsewhere.origin, request),
  });
  await expect(it.client.createKeySet({ id: "a" })).rejects.toThrow("leave the service root");
  expect(elsewhere.received).toEqual([]);
});

test("cannot have a redirect followed", async () => {
  await using elsewhere = await serve(created);
  await using it = await withMiddleware([http(307, "", { Location: `${elsewhere.origin}/` })], {
    onRequest: ({ request }) => new Request(request, { redirect: "follow" }),
  });
  expect((await it.client.createKeySet({ id: "a" })).error).toMatchObject({ kind: "redirect" });
  expect(elsewhere.received).toEqual([]);
});

test.each<[string, Middleware, string]>([
  [
    "throws",
    {
      onRequest: () => {
        throw new TypeError("Mine.");
      },
    },
    "Mine.",
  ],
  [
    "reads the body of the request",
    { onRequest: async ({ request }) => void (await request.text()) },
    "already been used",
  ],
  [
    "reads the body of the answer",
    { onResponse: async ({ response }) => void (await response.text()) },
    "It must read a clone.",
  ],
])("that %s makes the call reject with its mistake", async (_, middleware, mistake) => {
  await using it = await withMiddleware([created], middleware);
  await expect(it.client.createKeySet({ id: "a" })).rejects.toThrow(mistake);
  expect(it.clock.waits).toEqual([]);
});

test("can give another error in place of a failure's, with which the call rejects", async () => {
  await using it = await withMiddleware([drop], { onError: () => new Error("Mine.") });
  await expect(it.client.createKeySet({ id: "a" })).rejects.toThrow("Mine.");
});

test("does not keep an abort from ending the call", async () => {
  const controller = new AbortController();
  await using it = await withMiddleware([created], { onRequest: () => (controller.abort(), new Promise(() => {})) });
  expect((await it.client.createKeySet({ id: "a" }, { signal: controller.signal })).error).toMatchObject({
    kind: "abort",
  });
});
