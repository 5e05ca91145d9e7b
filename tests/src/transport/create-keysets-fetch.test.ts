import createClient from "openapi-fetch";
import { expect, test } from "vitest";
import { createKeySetsFetch, type KeySetsClientOptions, type paths } from "../../../src/index.ts";
import { created, drop, fakeClock, found, http, refused } from "../../support/client.ts";
import { type Reaction, serve } from "../../support/server.ts";

async function fetching(script: Reaction[], options: Partial<KeySetsClientOptions> = {}) {
  const server = await serve(...script);
  const clock = fakeClock();
  const baseUrl = `${server.origin}/beta`;
  const fetch = createKeySetsFetch({ token: "secret-token", clock, baseUrl, ...options } as KeySetsClientOptions);
  return {
    server,
    clock,
    baseUrl,
    fetch,
    received: server.received,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

test.each<[string, (baseUrl: string) => [string | URL | Request, RequestInit?]]>([
  ["a URL as text", (baseUrl) => [`${baseUrl}/trustFramework/keySets`, { method: "POST", body: '{"id":"a"}' }]],
  ["a URL object", (baseUrl) => [new URL(`${baseUrl}/trustFramework/keySets`), { method: "post", body: '{"id":"a"}' }]],
  ["a path", () => ["/trustFramework/keySets", { method: "POST", body: new Blob(['{"id":"a"}']) }]],
  [
    "a Request",
    (baseUrl) => [new Request(`${baseUrl}/trustFramework/keySets`, { method: "POST", body: '{"id":"a"}' })],
  ],
  [
    "a Request and what to change of it",
    (baseUrl) => [new Request(`${baseUrl}/trustFramework/keySets#a`), { method: "POST", body: '{"id":"a"}' }],
  ],
])("fetches %s, with the token", async (_, argumentsOf) => {
  await using it = await fetching([created]);
  const response = await it.fetch(...argumentsOf(it.baseUrl));
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ id: "B2C_1A_a", keys: [] });
  expect(response.headers.get("Location")).toBe("/trustFramework/keySets('B2C_1A_a')");
  expect(it.received).toMatchObject([
    {
      method: "POST",
      path: "/beta/trustFramework/keySets",
      body: '{"id":"a"}',
      headers: { authorization: "Bearer secret-token", "client-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/) },
    },
  ]);
});

test("sends the client's headers, and those of the request before them", async () => {
  await using it = await fetching([found], { headers: { "x-a": "client", "x-b": "client" } });
  await it.fetch("/trustFramework/keySets", {
    headers: { "X-B": "request", "client-request-id": "mine", Authorization: "Bearer other" },
  });
  expect(it.received[0]?.headers).toMatchObject({
    "x-a": "client",
    "x-b": "request",
    "client-request-id": "mine",
    authorization: "Bearer secret-token",
  });
});

test.each(["https://example.com/beta/a", "/../v1.0/me", "/%2e%2e/me", "not a URL", "http://127.0.0.1:1/beta/a"])(
  "rejects %s, which isn't below the service root",
  async (address) => {
    await using it = await fetching([created]);
    await expect(it.fetch(address)).rejects.toThrow(
      `The request isn't below the service root ${it.baseUrl}, so it wasn't sent.`,
    );
    expect(it.received).toEqual([]);
  },
);

test("resolves to a response with an error status, whose body can be read", async () => {
  await using it = await fetching([refused(400, "AADB2C95028")]);
  const response = await it.fetch("/trustFramework/keySets");
  expect(response.status).toBe(400);
  expect(response.url).toBe(`${it.baseUrl}/trustFramework/keySets`);
  expect(await response.json()).toMatchObject({ error: { code: "AADB2C95028" } });
});

test("resolves to a response without a body", async () => {
  await using it = await fetching([http(204), http(304)]);
  expect((await it.fetch("/trustFramework/keySets/a", { method: "DELETE" })).body).toBeNull();
  expect((await it.fetch("/trustFramework/keySets/a")).status).toBe(304);
});

test("retries as the client does", async () => {
  await using it = await fetching([http(429), refused(400, "AADB2C95053"), created]);
  expect((await it.fetch("/trustFramework/keySets", { method: "POST", body: "{}" })).status).toBe(201);
  expect(it.clock.waits).toEqual([500, 1000]);
});

test.each<[string, Reaction, object]>([
  ["network", drop, { message: expect.stringMatching(/^the request failed before a complete/) }],
  ["redirect", http(302, "", { Location: "https://sign-in.example" }), { status: 302 }],
  ["http", http(999), { status: 999 }],
])("rejects with a typed error of the kind %s", async (kind, reaction, expected) => {
  await using it = await fetching([reaction], { retry: false });
  await expect(it.fetch("/trustFramework/keySets")).rejects.toMatchObject({ name: "KeySetsError", kind, ...expected });
});

test.each<[string, (signal: AbortSignal, url: string) => [string | Request, RequestInit?]]>([
  ["its options", (signal, url) => [url, { signal }]],
  ["its Request", (signal, url) => [new Request(url, { signal })]],
])("rejects with the reason of an abort, as fetch does, by %s", async (_, argumentsOf) => {
  const controller = new AbortController();
  const reason = new Error("Given up.");
  await using it = await fetching([() => controller.abort(reason)]);
  await expect(it.fetch(...argumentsOf(controller.signal, `${it.baseUrl}/trustFramework/keySets`))).rejects.toBe(
    reason,
  );
});

test("writes to one key set keep their order, however long it takes to read their bodies", async () => {
  await using it = await fetching([found]);
  const url = `${it.baseUrl}/trustFramework/keySets`;
  await Promise.all([
    it.fetch(`${url}/B2C_1A_a`, { method: "DELETE" }),
    it.fetch(new Request(url, { method: "POST", body: '{"id":"a"}' })),
    it.fetch(`${url}('a')/uploadSecret`, { method: "POST", body: "{}" }),
  ]);
  expect(it.received.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`)).toEqual([
    "DELETE B2C_1A_a",
    "POST keySets",
    "POST uploadSecret",
  ]);
});

test("a body that never ends times out and lets the others go", async () => {
  await using it = await fetching([found]);
  const endless = new ReadableStream({ pull: () => new Promise(() => {}) });
  const stuck = it.fetch("/trustFramework/keySets", { method: "POST", body: endless, duplex: "half" } as RequestInit);
  const next = it.fetch("/trustFramework/keySets");
  await new Promise(setImmediate);
  it.clock.pass(60_000);
  await expect(stuck).rejects.toMatchObject({ kind: "timeout" });
  expect((await next).status).toBe(200);
});

test("a body that fails to be read makes the fetch reject, and the next one go", async () => {
  await using it = await fetching([found]);
  const used = new Request(`${it.baseUrl}/trustFramework/keySets`, { method: "POST", body: "{}" });
  await used.text();
  await expect(it.fetch(used)).rejects.toThrow(TypeError);
  expect((await it.fetch("/trustFramework/keySets")).status).toBe(200);
});

test("a secret in a body that is sent is in no error", async () => {
  await using it = await fetching([
    (socket) => socket.end("HTTP/1.1 302 Found\r\nLocation: https://long-secret.example\r\n\r\n"),
  ]);
  const body = JSON.stringify({ k: "long-secret" });
  await expect(it.fetch("/trustFramework/keySets/a/uploadSecret", { method: "POST", body })).rejects.toMatchObject({
    message: expect.not.stringContaining("long-secret"),
  });
});

test("openapi-fetch's own client works with it, its Request and all", async () => {
  await using it = await fetching([http(429), created, http(401), found], { token: () => "fresh-token" });
  const client = createClient<paths>({ baseUrl: it.baseUrl, fetch: it.fetch });
  const { data } = await client.POST("/trustFramework/keySets", { body: { id: "a" } });
  expect(data).toEqual({ id: "B2C_1A_a", keys: [] });
  const read = await client.GET("/trustFramework/keySets/{id}", { params: { path: { id: "a" } } });
  expect(read.data?.id).toBe("B2C_1A_a");
  expect(it.received).toHaveLength(4);
});

test("a fetch whose response has no list of headers hands out those that matter", async () => {
  const headers = { get: (name: string) => ({ "content-type": "application/json", "request-id": "r" })[name] ?? null };
  const fetch = createKeySetsFetch({
    token: "t",
    fetch: async () => ({ status: 200, headers, text: async () => "{}" }),
  });
  const response = await fetch("/trustFramework/keySets");
  expect([...response.headers]).toEqual([
    ["content-type", "application/json"],
    ["request-id", "r"],
  ]);
  expect(await response.json()).toEqual({});
});

test("options that are wrong make no fetch", () => {
  expect(() => createKeySetsFetch({ token: "t", tokn: 1 } as never)).toThrow(
    'createKeySetsFetch: unknown option "tokn"',
  );
});

test("a read doesn't wait for the body of a write, and an abort ends the wait of a write", async () => {
  await using it = await fetching([found]);
  const body = new ReadableStream({});
  const init = { method: "PUT", body, duplex: "half" } as RequestInit;
  void it.fetch("/trustFramework/keySets/x", init).catch(() => {});
  expect((await it.fetch("/trustFramework/keySets/y")).status).toBe(200);
  const controller = new AbortController();
  const write = it.fetch("/trustFramework/keySets/y", { method: "DELETE", signal: controller.signal });
  controller.abort(new Error("Enough."));
  await expect(write).rejects.toThrow("Enough.");
  it.clock.pass(60_000);
  await new Promise(setImmediate);
  expect((await it.fetch("/trustFramework/keySets/y", { method: "DELETE" })).status).toBe(200);
});

test.each<[string, () => [string, RequestInit?], string]>([
  ["nothing", () => [undefined as unknown as string], "isn't below the service root"],
  ["a method that fetch doesn't send", () => ["/a", { method: "TRACE" }], "TRACE"],
  ["a method that HTTP doesn't have", () => ["/a", { method: "A B" }], "A B"],
  ["a read with a body", () => ["/a", { body: "{}" }], "A GET request can't have a body."],
])("%s is a mistake in the program", async (_, given, message) => {
  await using it = await fetching([found]);
  const sent = it.fetch(...given());
  await expect(sent).rejects.toThrow(TypeError);
  await expect(sent).rejects.toThrow(message);
  expect(it.received).toEqual([]);
});

test("null stands for no options, as for fetch", async () => {
  await using it = await fetching([found]);
  expect((await it.fetch("/trustFramework/keySets/a", null as never)).status).toBe(200);
});

test("a body that says what it is keeps its type", async () => {
  await using it = await fetching([created]);
  await it.fetch("/trustFramework/keySets", { method: "POST", body: new URLSearchParams({ id: "a" }) });
  expect(it.received[0]).toMatchObject({
    body: "id=a",
    headers: { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" },
  });
});
