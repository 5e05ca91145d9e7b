import type { Socket } from "node:net";
import { expect, test } from "vitest";
import { connected, http, refused } from "../../support/client.ts";

const part = (ids: string[], next?: unknown) =>
  http(200, { value: ids.map((id) => ({ id, keys: [] })), ...(next !== undefined && { "@odata.nextLink": next }) });

async function all(list: AsyncIterable<{ id: string }>) {
  const ids: string[] = [];
  for await (const { id } of list) ids.push(id);
  return ids;
}

/** A list in parts whose links are made for the server's root. */
async function inParts(...links: ((root: string) => unknown)[]) {
  let root = "";
  const it = await connected([
    ...links.map((link, i) => (socket: Socket) => socket.end(part([`${i}`], link(root)))),
    part(["last"]),
  ]);
  root = `${it.server.origin}/beta`;
  return it;
}

test("a list resolves to its first part", async () => {
  await using it = await inParts((root) => `${root}/trustFramework/keySets?$skiptoken=a`);
  const { data } = await it.client.listKeySets();
  expect(data).toMatchObject({ value: [{ id: "0" }], "@odata.nextLink": expect.stringContaining("?$skiptoken=a") });
  expect(it.received).toHaveLength(1);
});

test("a list runs through all of its parts, each with the token and the call's headers", async () => {
  await using it = await inParts(
    (root) => `${root}/trustFramework/keySets?$skiptoken={a}'`,
    () => "/beta/trustFramework/keySets?$skiptoken=b",
  );
  expect(await all(it.client.listKeySets({ headers: { "x-a": "b" } }))).toEqual(["0", "1", "last"]);
  expect(it.received.map(({ path }) => path.slice("/beta/trustFramework/keySets".length))).toEqual([
    "",
    "?$skiptoken={a}%27",
    "?$skiptoken=b",
  ]);
  for (const { headers } of it.received)
    expect(headers).toMatchObject({ authorization: "Bearer secret-token", "x-a": "b" });
});

test("the keys of a set are a list too", async () => {
  await using it = await connected([http(200, { value: [{ kid: "a" }, { kid: "b" }] })]);
  const kids: unknown[] = [];
  for await (const { kid } of it.client.listKeys("a/b")) kids.push(kid);
  expect(kids).toEqual(["a", "b"]);
  expect(it.received[0]?.path).toBe("/beta/trustFramework/keySets/a%2Fb/keys_v2");
});

test("a part is asked for when its turn comes", async () => {
  await using it = await inParts((root) => `${root}/trustFramework/keySets?$skiptoken=a`);
  for await (const { id } of it.client.listKeySets()) if (id === "0") break;
  expect(it.received).toHaveLength(1);
});

test("a list can be run through again", async () => {
  await using it = await connected([part(["a"])]);
  const list = it.client.listKeySets();
  expect([await all(list), await all(list)]).toEqual([["a"], ["a"]]);
});

test.each<[string, (root: string) => unknown]>([
  ["to another host", () => "https://example.com/beta/trustFramework/keySets?secret"],
  ["to another port", (root) => root.replace(/:(\d+)/, ":1")],
  ["above the root", (root) => `${root}/../v1.0/me`],
  ["above the root, encoded", (root) => `${root}/%2e%2e/v1.0/me`],
  ["beside the root", (root) => `${root}2/trustFramework`],
  ["with a user", (root) => root.replace("://", "://me@")],
  ["that isn't an address", () => "https://"],
  ["that isn't text", () => ({ a: 1 })],
  ["to another path below the root", (root) => `${root}/trustFramework/policies?$skiptoken=a`],
  ["to a key set", (root) => `${root}/trustFramework/keySets/a?$skiptoken=a`],
  ["to a path with a broken encoding", (root) => `${root}/trustFramework/keySets%E0?$skiptoken=a`],
])("a link %s is not followed", async (_, link) => {
  await using it = await inParts(link);
  const error = await all(it.client.listKeySets()).catch((error) => error);
  expect(error).toMatchObject({
    name: "KeySetsError",
    kind: "response",
    operation: "listKeySets",
    message: expect.stringContaining("the link to the next page leads elsewhere and wasn't followed: "),
  });
  expect(it.received).toHaveLength(1);
});

test("a link that is not followed is told of by its host alone, with the ids of the request", async () => {
  const link = { value: [], "@odata.nextLink": "https://example.com/secret?secret" };
  await using it = await connected([http(200, link, { "request-id": "r", "client-request-id": "c" })]);
  const error = await all(it.client.listKeySets()).catch((error) => error);
  expect(error).toMatchObject({
    message: "listKeySets: the link to the next page leads elsewhere and wasn't followed: example.com",
    status: 200,
    requestId: "r",
    clientRequestId: "c",
  });
});

test("links in a circle end", async () => {
  const link = (root: string) => `${root}/trustFramework/keySets?$skiptoken=a`;
  await using it = await inParts(link, link);
  await expect(all(it.client.listKeySets())).rejects.toMatchObject({
    kind: "response",
    message: "listKeySets: the link to the next page was already followed",
  });
  expect(it.received).toHaveLength(2);
});

test.each([
  ["that fails", refused(403, "AADB2C"), { kind: "service", status: 403 }],
  ["without a list", http(200, {}), { kind: "response", status: 200 }],
  ["with an object for a list", http(200, { value: {} }), { kind: "response", status: 200 }],
])("a part %s throws, after the items before it", async (_, response, expected) => {
  await using it = await connected([part(["a"], "/beta/trustFramework/keySets?$skiptoken=a"), response]);
  const ids: string[] = [];
  const run = async () => {
    for await (const { id } of it.client.listKeySets()) ids.push(id);
  };
  await expect(run()).rejects.toMatchObject({ name: "KeySetsError", ...expected });
  expect(ids).toEqual(["a"]);
});

test("a link that differs in its fragment alone is the same link", async () => {
  const links = ["#1", "#2", "#3"].map(
    (hash) => (root: string) => `${root}/trustFramework/keySets?$skiptoken=a${hash}`,
  );
  await using it = await inParts(...links);
  await expect(all(it.client.listKeySets())).rejects.toMatchObject({
    message: expect.stringContaining("already followed"),
  });
  expect(it.received).toHaveLength(2);
});

test("pages without items end after a hundred", async () => {
  let count = 0;
  await using it = await connected([
    (socket) => socket.end(part([], `/beta/trustFramework/keySets?$skiptoken=${++count}`)),
  ]);
  await expect(all(it.client.listKeySets())).rejects.toMatchObject({
    kind: "response",
    message: "listKeySets: the link to the next page follows 100 empty pages",
  });
  expect(it.received).toHaveLength(101);
});

test("some pages without items are skipped", async () => {
  await using it = await connected([part([], "/beta/trustFramework/keySets?$skiptoken=1"), part(["a"])]);
  expect(await all(it.client.listKeySets())).toEqual(["a"]);
});

test("a null link is none", async () => {
  await using it = await connected([http(200, { value: [], "@odata.nextLink": null })]);
  expect(await it.client.listKeySets().toArray()).toEqual([]);
});

test("a link can encode its path otherwise", async () => {
  await using it = await connected([
    http(200, {
      value: [{ kid: "a", kty: "RSA" }],
      "@odata.nextLink": "/beta/trustFramework/keySets/%61%20b/keys_v2?$skiptoken=1",
    }),
    http(200, { value: [] }),
  ]);
  expect(await it.client.listKeys("a b").toArray()).toHaveLength(1);
  expect(it.received[1]?.path).toBe("/beta/trustFramework/keySets/a%20b/keys_v2?$skiptoken=1");
});

test("pages are iterated over, also after the first is known", async () => {
  await using it = await inParts((root) => `${root}/trustFramework/keySets?$skiptoken=a`);
  const list = it.client.listKeySets();
  expect((await list).data?.value).toHaveLength(1);
  const pages: string[][] = [];
  for await (const { value } of list.pages()) pages.push(value.map(({ id }) => id));
  expect(pages).toEqual([["0"], ["last"]]);
  expect(it.received).toHaveLength(2);
});

test.each([
  [undefined, ["0", "1", "last"], 3],
  [2, ["0", "1"], 2],
  [1, ["0"], 1],
  [0, [], 1],
])("an array has no more than %s items, and no more pages are read", async (limit, ids, requests) => {
  await using it = await inParts(
    (root) => `${root}/trustFramework/keySets?$skiptoken=a`,
    (root) => `${root}/trustFramework/keySets?$skiptoken=b`,
  );
  const sets = await it.client.listKeySets().toArray({ limit });
  expect(sets.map(({ id }) => id)).toEqual(ids);
  expect(it.received).toHaveLength(requests);
});

test("an array of a list that fails rejects with the error", async () => {
  await using it = await connected([refused(403, "AADB2C")]);
  await expect(it.client.listKeySets().toArray()).rejects.toMatchObject({ name: "KeySetsError", status: 403 });
});

test("the token that a service repeats in a page isn't in the error of a link", async () => {
  const link = { value: [], "@odata.nextLink": "https://secret-token.example/" };
  await using it = await connected([http(200, link, { "request-id": "secret-token" })]);
  const error = await all(it.client.listKeySets()).catch((error) => error);
  expect(error).toMatchObject({ requestId: "[redacted]", message: expect.stringMatching(/: \[redacted\]/) });
});

test.each([
  ["itself", (root: string) => `${root}/trustFramework/keySets`],
  ["itself, with an empty query", (root: string) => `${root}/trustFramework/keySets?`],
])("a first part that leads to %s isn't read twice", async (_, link) => {
  await using it = await inParts(link);
  await expect(all(it.client.listKeySets())).rejects.toThrow("was already followed");
  expect(it.received).toHaveLength(1);
});

test.each([
  ["in small letters", "/trustframework/keysets", undefined],
  ["with a slash", "/trustFramework/keySets/", undefined],
  ["with parentheses", "/trustFramework/keySets()", undefined],
  ["of a set in parentheses", "/trustFramework/keySets('B2C_1A_a')/keys_v2", "a"],
  ["of a set with the prefix", "/trustFramework/keySets/B2C_1A_a/keys_v2", "a"],
])("a link to the list in another spelling is followed: %s", async (_, path, set) => {
  let root = "";
  const page = (value: object[], next?: string) => http(200, { value, ...(next && { "@odata.nextLink": next }) });
  await using it = await connected([
    (socket: Socket) => socket.end(page([{ kid: "1" }], `${root}${path}?$skiptoken=a`)),
    page([{ kid: "2" }]),
  ]);
  root = `${it.server.origin}/beta`;
  const list = set === undefined ? it.client.listKeySets() : it.client.listKeys(set);
  expect(await list.toArray()).toEqual([{ kid: "1" }, { kid: "2" }]);
});

test("a link to another path of the same host is named by its path", async () => {
  await using it = await inParts((root) => `${root}/trustFramework/policies?$skiptoken=a`);
  await expect(all(it.client.listKeySets())).rejects.toThrow("/beta/trustFramework/policies");
});

test.each([Number.NaN, -1, 1.5, null, "2"])("toArray refuses a limit of %s", async (limit) => {
  await using it = await inParts();
  await expect(it.client.listKeySets().toArray({ limit: limit as number })).rejects.toThrow(
    'toArray: the option "limit" must be a whole number from 0.',
  );
});

test("toArray refuses an option that it doesn't have", async () => {
  await using it = await inParts();
  await expect(it.client.listKeySets().toArray({ max: 1 } as object)).rejects.toThrow('unknown option "max"');
});

test("toArray throws the error of the list also with a limit of 0", async () => {
  await using it = await connected([http(403)]);
  await expect(it.client.listKeySets().toArray({ limit: 0 })).rejects.toMatchObject({ status: 403 });
});

test.each([null, 5, "x", []])("an item that isn't an object isn't handed out: %j", async (item) => {
  await using it = await connected([http(200, { value: [item] })]);
  expect((await it.client.listKeySets()).error).toMatchObject({
    kind: "response",
    message: 'listKeySets: status 200, but the body doesn\'t have a list of objects "value"',
  });
});
