import { Readable } from "node:stream";
import { expect, test, vi } from "vitest";
import { connected, created, found, http, refused } from "../../support/client.ts";

test("a success has its body, its status, the promised headers, its IDs, and the response", async () => {
  await using it = await connected([
    http(201, { id: "B2C_1A_a", keys: [] }, { Location: "/trustFramework/keySets('B2C_1A_a')", "request-id": "r" }),
  ]);
  const result = await it.client.createKeySet({ id: "a" }, { clientRequestId: "mine" });
  const { data, error, status, headers, response, requestId, clientRequestId } = result;
  expect({ requestId, clientRequestId }).toEqual({ requestId: "r", clientRequestId: "mine" });
  expect({ data, error, status, headers }).toEqual({
    data: { id: "B2C_1A_a", keys: [] },
    error: undefined,
    status: 201,
    headers: { Location: "/trustFramework/keySets('B2C_1A_a')" },
  });
  expect(response).toBeInstanceOf(Response);
});

test("a success without a promised header is one all the same, and says so", async () => {
  await using it = await connected([http(201, { id: "B2C_1A_a", keys: [] })]);
  expect(await it.client.createKeySet({ id: "a" })).toMatchObject({ status: 201, headers: { Location: undefined } });
});

test("a success without a body has none", async () => {
  await using it = await connected([http(204)]);
  expect(await it.client.deleteKeySet("a")).toMatchObject({ data: undefined, status: 204, headers: {} });
});

test.each([
  ["with a charset", "application/json; charset=utf-8"],
  ["with OData's parameters", "application/json;odata.metadata=minimal;odata.streaming=true"],
  ["of another name", "application/problem+json"],
  ["in capitals", "Application/JSON"],
])("JSON is read from a content type %s", async (_, type) => {
  await using it = await connected([http(200, { id: "a", keys: [] }, { "Content-Type": type })]);
  expect((await it.client.getKeySet("a")).data).toEqual({ id: "a", keys: [] });
});

test("JSON is read from a response without a type", async () => {
  await using it = await connected(['HTTP/1.1 200 OK\r\n\r\n{"id":"a","keys":[]}']);
  expect((await it.client.getKeySet("a")).data).toEqual({ id: "a", keys: [] });
});

test("each call has an id to find it by, its own or a new one", async () => {
  await using it = await connected([found]);
  await it.client.getKeySet("a");
  await it.client.getKeySet("a");
  await it.client.getKeySet("a", { clientRequestId: "mine" });
  const [one, other, mine] = it.received.map(({ headers }) => headers["client-request-id"]);
  expect(one).toMatch(/^[0-9a-f-]{36}$/);
  expect(other).not.toBe(one);
  expect(mine).toBe("mine");
});

test("where the platform has no random ids, as on an http page, a call has none", async () => {
  await using it = await connected([found]);
  vi.stubGlobal("crypto", {});
  const { status } = await it.client.getKeySet("a");
  vi.unstubAllGlobals();
  expect(status).toBe(200);
  expect(it.received[0]?.headers).not.toHaveProperty("client-request-id");
});

test("a body is sent as it was when the call was made", async () => {
  await using it = await connected([http(429, "", { "Retry-After": "1" }), created], { token: async () => "t" });
  const body = { id: "a" };
  const call = it.client.createKeySet(body);
  body.id = "b";
  await call;
  expect(it.received.map(({ body }) => body)).toEqual(['{"id":"a"}', '{"id":"a"}']);
});

test("a failure has the response with a body that can be read, and shows it to nobody", async () => {
  await using it = await connected([refused(400, "AADB2C95028", "No.", { "x-a": "b" })]);
  const result = await it.client.createKeySet({ id: "a" });
  expect(result.response?.headers.get("x-a")).toBe("b");
  expect(result.response?.status).toBe(400);
  expect(await result.response?.json()).toEqual({ error: { code: "AADB2C95028", message: "No." } });
  expect(Object.keys(result)).toEqual(["error"]);
});

test("a failure without a response has none", async () => {
  await using it = await connected(["hello"]);
  expect((await it.client.createKeySet({ id: "a" })).response).toBeUndefined();
});

test.each([
  ["an ID that is null", { id: null, keys: [] }],
  ["an ID that is a number", { id: 5, keys: [] }],
  ["keys that are a text", { id: "a", keys: "x" }],
  ["keys that are an object", { id: "a", keys: { 0: 1 } }],
  ["a key that is null", { id: "a", keys: [null] }],
])("a success with %s is an error", async (_, body) => {
  await using it = await connected([http(200, body)]);
  expect((await it.client.getKeySet("a")).error).toMatchObject({ kind: "response", status: 200 });
});

test("a key set without keys, which the service shows as null, is one", async () => {
  await using it = await connected([http(200, { id: "a", keys: null })]);
  expect((await it.client.getKeySet("a")).data).toEqual({ id: "a", keys: null });
});

test.each(["application/json-seq", "application/json/x", "application/json+xml", "text/html"])(
  "%s isn't JSON",
  async (type) => {
    await using it = await connected([http(200, '{"id":"a"}', { "Content-Type": type })]);
    expect((await it.client.getKeySet("a")).error?.message).toContain("the body isn't JSON");
  },
);

test("an empty content type says nothing", async () => {
  await using it = await connected([http(200, '{"id":"a"}', { "Content-Type": "" })]);
  expect((await it.client.getKeySet("a")).data).toEqual({ id: "a" });
});

test("bytes that aren't UTF-8 aren't changed into other text, but don't hide an error", async () => {
  const bytes = (status: number, text: string) => Buffer.concat([Buffer.from(http(status, text), "latin1")]);
  await using it = await connected([
    bytes(200, '{"id":"a\xff"}'),
    bytes(400, '{"error":{"code":"AADB2C95028","message":"\xff"}}'),
  ]);
  expect((await it.client.getKeySet("a")).error?.message).toBe("getKeySet: status 200, but the body isn't UTF-8");
  expect((await it.client.getKeySet("a")).error?.code).toBe("AADB2C95028");
});

test("a custom fetch can return a stream of text", async () => {
  const body = Readable.from(['{"id":', '"ä"}']);
  const response = { status: 200, headers: new Headers(), text: async () => "", body };
  await using it = await connected([], { fetch: async () => response });
  expect((await it.client.getKeySet("a")).data).toEqual({ id: "ä" });
});

test("a body is read whatever its Content-Length says", async () => {
  const headers = { "content-type": "application/json", "content-length": "0" };
  await using it = await connected([], { fetch: async () => new Response('{"id":"a"}', { headers }) });
  expect((await it.client.getKeySet("a")).data).toEqual({ id: "a" });
});

test("a custom fetch whose response can't be read is a mistake that is named", async () => {
  const headers = {
    get() {
      throw new Error("Mine.");
    },
  };
  await using it = await connected([], { fetch: async () => ({ status: 200, headers, text: async () => "" }) });
  await expect(it.client.getKeySet("a")).rejects.toThrow('The option "fetch" must return a Response.');
});

test("a failure whose status no Response can have shows none, and one that it shows is always the same", async () => {
  await using it = await connected([http(999), http(404)]);
  const odd = await it.client.getKeySet("a");
  expect([odd.error?.status, odd.response]).toEqual([999, undefined]);
  const other = await it.client.getKeySet("a");
  expect(other.response).toBe(other.response);
});
