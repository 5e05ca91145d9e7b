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

test("JSON is read from an answer that does not tell its type", async () => {
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
