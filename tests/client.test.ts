import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createKeySetsClient } from "../src/index.ts";
import { serve } from "./support/server.ts";

const secret = "secret-token";
const created = 'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n\r\n{"id":"B2C_1A_a","keys":[]}';

describe("the token", () => {
  test("is asked for before each call when it is a function", async () => {
    await using server = await serve(created);
    let count = 0;
    const client = createKeySetsClient({ token: async () => `token-${++count}`, baseUrl: server.origin });
    await client.createKeySet({ id: "a" });
    await client.createKeySet({ id: "a" });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test.each(["", `${secret}\n`, `${secret} x`, `${secret}ü`])("that no header can carry is refused without being told: %j", async (token) => {
    await using server = await serve(created);
    const client = createKeySetsClient({ token, baseUrl: server.origin });
    const error = await client.createKeySet({ id: "a" }).catch((error) => error);
    expect(error).toBeInstanceOf(TypeError);
    expect(inspect(error, { showHidden: true })).not.toContain(secret);
    expect(server.received).toEqual([]);
  });

  test.each(["http://graph.microsoft.com/beta", "http://127.example.com", "http://localhost.example.com", "ftp://localhost", "file:///beta"])(
    "does not go to %s",
    (baseUrl) => {
      expect(() => createKeySetsClient({ token: secret, baseUrl })).toThrow(/^baseUrl must be an https address/);
    },
  );

  test.each(["https://graph.microsoft.us/beta", "http://localhost:1/beta", "http://127.0.0.1:1", "http://[::1]:1"])("may go to %s", (baseUrl) => {
    expect(() => createKeySetsClient({ token: secret, baseUrl })).not.toThrow();
  });

  test("does not follow a redirect", async () => {
    await using elsewhere = await serve(created);
    await using server = await serve(`HTTP/1.1 307 Temporary Redirect\r\nLocation: ${elsewhere.origin}/\r\n\r\n`);
    const client = createKeySetsClient({ token: secret, baseUrl: server.origin });
    await expect(client.createKeySet({ id: "a" })).rejects.toThrow("fetch failed");
    expect(elsewhere.received).toEqual([]);
  });

  test("does not follow a request that middleware sends elsewhere", async () => {
    await using elsewhere = await serve(created);
    const client = createKeySetsClient({ token: secret });
    client.use({ onRequest: ({ request }) => new Request(elsewhere.origin, request) });
    await expect(client.createKeySet({ id: "a" })).rejects.toThrow("leave the service root");
    expect(elsewhere.received).toEqual([]);
  });

  test("is not shown to middleware, nor sent with a request that would follow a redirect", async () => {
    await using server = await serve(created);
    const client = createKeySetsClient({ token: secret, baseUrl: server.origin });
    const seen: (string | null)[] = [];
    client.use({
      onRequest({ request }) {
        seen.push(request.headers.get("Authorization"));
        return new Request(request, { redirect: "follow" });
      },
    });
    await expect(client.createKeySet({ id: "a" })).rejects.toThrow("leave the service root");
    expect(seen).toEqual([null]);
    expect(server.received).toEqual([]);
  });

  test("does not follow a request that a call by path sends elsewhere", async () => {
    await using elsewhere = await serve(created);
    const client = createKeySetsClient({ token: secret });
    const call = client.POST as (path: string, init: object) => Promise<unknown>;
    await expect(call("/trustFramework/keySets", { baseUrl: elsewhere.origin, body: { id: "a" } })).rejects.toThrow("leave the service root");
    expect(elsewhere.received).toEqual([]);
  });

  test("is not in what a client shows of itself", () => {
    const client = createKeySetsClient({ token: secret });
    expect(inspect(client, { depth: null, showHidden: true }) + JSON.stringify(client)).not.toContain(secret);
  });
});

test.each(["https://graph.microsoft.com/beta?a=b", "https://graph.microsoft.com/beta#a", "https://me@graph.microsoft.com/beta", "graph.microsoft.com", ""])(
  "refuses %j, which is no service root, by name",
  (baseUrl) => {
    expect(() => createKeySetsClient({ token: secret, baseUrl })).toThrow(/^baseUrl must/);
  },
);

test("goes to the global service unless told otherwise", async () => {
  let url = "";
  const client = createKeySetsClient({
    token: secret,
    fetch: async (request) => {
      url = request.url;
      return Response.json({ id: "B2C_1A_a", keys: [] }, { status: 201 });
    },
  });
  await client.createKeySet({ id: "a" });
  expect(url).toBe("https://graph.microsoft.com/beta/trustFramework/keySets");
});

test("sends the client's headers and the call's, the call's first", async () => {
  await using server = await serve(created);
  const client = createKeySetsClient({ token: secret, baseUrl: `${server.origin}/`, headers: { "x-a": "client", "x-b": "client" } });
  await client.createKeySet({ id: "a" }, { headers: { "x-b": "call" } });
  expect(server.received[0]!.headers).toMatchObject({ "x-a": "client", "x-b": "call", "content-type": "application/json" });
});

test("ends a call that is given up", async () => {
  await using server = await serve(created);
  const client = createKeySetsClient({ token: secret, baseUrl: server.origin });
  await expect(client.createKeySet({ id: "a" }, { signal: AbortSignal.abort() })).rejects.toThrow("aborted");
});

test("hands out what the service refuses with as an error, with its status", async () => {
  const body = { error: { code: "AADB2C95028", message: "It exists." } };
  await using server = await serve(`HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(body)}`);
  const client = createKeySetsClient({ token: secret, baseUrl: server.origin });
  const { data, error, response } = await client.createKeySet({ id: "a" });
  expect({ data, error, status: response.status }).toEqual({ data: undefined, error: body, status: 400 });
});

test("lets middleware see each request", async () => {
  await using server = await serve(created);
  const client = createKeySetsClient({ token: secret, baseUrl: server.origin });
  const middleware = { onRequest: ({ request }: { request: Request }) => request.headers.set("x-seen", "yes") };
  client.use(middleware);
  await client.createKeySet({ id: "a" });
  client.eject(middleware);
  await client.createKeySet({ id: "a" });
  expect(server.received.map(({ headers }) => headers["x-seen"])).toEqual(["yes", undefined]);
});
