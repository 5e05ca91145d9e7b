import type { Socket } from "node:net";
import { expect, test } from "vitest";
import { keySetOf } from "../../../src/transport/write-queue.ts";
import { connected, created, drop, found, gate, http } from "../../support/client.ts";
import type { Received } from "../../support/server.ts";

/** A server that responds in the end, and notes which requests were there at once. */
function together(count: number) {
  const { open, opened } = gate();
  let there = 0;
  const reaction = (socket: Socket, { path }: Received) => {
    if (++there === count) open();
    return opened.then(() => socket.end(path.endsWith("generateKey") ? http(200, { kty: "RSA" }) : found));
  };
  return reaction;
}

const key = { use: "sig", kty: "RSA" } as const;

test("writes to one key set go out one after the other, each after the response to the one before", async () => {
  const log: string[] = [];
  const { open, opened } = gate();
  const note = (name: string) => async (socket: Socket) => {
    log.push(`${name} in`);
    await opened;
    log.push(`${name} out`);
    socket.end(http(200, { kty: "RSA" }));
  };
  await using it = await connected([note("first"), note("second"), note("third")]);
  const calls = [
    it.client.generateKey("a", key),
    it.client.uploadCertificate("a", { key: "MIIB" }),
    it.client.replaceKeySet("a", { keys: [] }),
  ];
  open();
  await Promise.all(calls);
  expect(log).toEqual(["first in", "first out", "second in", "second out", "third in", "third out"]);
  expect(it.received.map(({ path }) => path.split("/").at(-1))).toEqual(["generateKey", "uploadCertificate", "a"]);
});

test("a write that waits for its next try keeps its turn", async () => {
  await using it = await connected([http(429), http(200, { kty: "RSA" })]);
  await Promise.all([it.client.generateKey("a", key), it.client.uploadCertificate("a", { key: "MIIB" })]);
  expect(it.received.map(({ path }) => path.split("/").at(-1))).toEqual([
    "generateKey",
    "generateKey",
    "uploadCertificate",
  ]);
});

test("a write that fails does not stop the next", async () => {
  await using it = await connected([drop, http(200, { kty: "RSA" })]);
  const [first, second] = await Promise.all([it.client.generateKey("a", key), it.client.generateKey("a", key)]);
  expect([first.error?.kind, second.status]).toEqual(["network", 200]);
});

test("writes to different key sets go out at once", async () => {
  await using it = await connected([together(3)]);
  const results = await Promise.all(["a", "b", "c"].map((id) => it.client.generateKey(id, key)));
  expect(results.map(({ status }) => status)).toEqual([200, 200, 200]);
});

test("a read does not wait for a write", async () => {
  await using it = await connected([together(2)]);
  const results = await Promise.all([it.client.generateKey("a", key), it.client.getKeySet("a")]);
  expect(results.map(({ status }) => status)).toEqual([200, 200]);
});

test("writes to one key set go out at once when told so", async () => {
  await using it = await connected([together(2)], { writes: "at-once" });
  const results = await Promise.all([it.client.generateKey("a", key), it.client.generateKey("a", key)]);
  expect(results.map(({ status }) => status)).toEqual([200, 200]);
});

test("different key sets are created at once", async () => {
  const { open, opened } = gate();
  let there = 0;
  await using it = await connected([
    (socket) => {
      if (++there === 2) open();
      return opened.then(() => socket.end(created));
    },
  ]);
  const results = await Promise.all([it.client.createKeySet({ id: "a" }), it.client.createKeySet({ id: "b" })]);
  expect(results.map(({ status }) => status)).toEqual([201, 201]);
});

test.each<[string, (client: Awaited<ReturnType<typeof connected>>["client"]) => Promise<unknown>[]]>([
  [
    "deletes, creates, and fills it",
    (client) => [
      client.deleteKeySet("B2C_1A_signing"),
      client.createKeySet({ id: "signing" }),
      client.generateKey("b2c_1a_Signing", key),
    ],
  ],
  [
    "uses the drafts",
    (client) => [
      client.addKeySetByReference({ id: "signing" }),
      client.updateKeySets({ id: "B2C_1A_signing" }),
      client.uploadCertificate("signing", { key: "MIIB" }),
    ],
  ],
])("writes to one key set keep their order, however its ID is written: a program that %s", async (_, program) => {
  const log: string[] = [];
  const { open, opened } = gate();
  await using it = await connected([
    async (socket, { method, path }) => {
      log.push(`${method} ${path} in`);
      await opened;
      log.push("out");
      socket.end(found);
    },
  ]);
  const calls = program(it.client);
  open();
  await Promise.all(calls);
  expect(log.map((line) => line.endsWith("in"))).toEqual([true, false, true, false, true, false]);
  expect(it.received.map(({ method }) => method)).toEqual(
    _.startsWith("del") ? ["DELETE", "POST", "POST"] : ["POST", "PATCH", "POST"],
  );
});

test("the order is that of the calls, also with middleware that takes its time", async () => {
  await using it = await connected([found]);
  let delays = 3;
  it.client.use({
    async onRequest() {
      for (let count = 10 * delays--; count > 0; count--) await Promise.resolve();
    },
  });
  await Promise.all([
    it.client.deleteKeySet("a"),
    it.client.createKeySet({ id: "a" }),
    it.client.uploadSecret("a", { use: "sig", k: "s" }),
  ]);
  expect(it.received.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`)).toEqual([
    "DELETE a",
    "POST keySets",
    "POST uploadSecret",
  ]);
});

test("a middleware that responds or throws ends its turn", async () => {
  await using it = await connected([http(204)]);
  const ways = [
    () => new Response(null, { status: 204 }),
    () => {
      throw new Error("Mine.");
    },
  ];
  it.client.use({ onRequest: () => ways.shift()?.() });
  const calls = [it.client.deleteKeySet("a"), it.client.deleteKeySet("a"), it.client.deleteKeySet("a")];
  const settled = await Promise.allSettled(calls);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(it.received).toHaveLength(1);
});

test.each([
  ["/trustFramework/keySets/B2C_1A_a/generateKey", null, "a"],
  ["/trustFramework/keySets/b2c_1a_A", null, "a"],
  ["/trustFramework/keySets('B2C_1A_a')/generateKey", null, "a"],
  ["/trustFramework/keySets/a%20b/keys_v2/c", null, "a b"],
  ["/trustFramework/keySets/%E0", null, "%e0"],
  ["/trustFramework/keySets", '{"id":"a"}', "a"],
  ["/trustFramework/keySets/$ref", '{"id":"B2C_1A_a"}', "a"],
  ["/trustFramework/keySets/$ref", "not JSON", ""],
  ["/trustFramework/keySets/$ref", '{"@odata.id":"no address"}', ""],
  ["/trustFramework/keySets", null, ""],
  ["/$batch", '{"requests":[]}', ""],
])("the path %s with the body %s concerns the key set %j", (path, body, keySet) => {
  expect(keySetOf(path, body)).toBe(keySet);
});

test.each([
  ["/trustFramework/keySets(%27B2C_1A_x%27)", null],
  ["/trustFramework/keySets%28%27B2C_1A_x%27%29", null],
  ["/trustFramework/keySets(id='B2C_1A_x')", null],
  ['/trustFramework/keySets("x")/generateKey', null],
  ["/trustFramework/%6BeySets/B2C_1A_x", null],
  ["//keySets//B2C_1A_x", null],
  ["/trustFramework/keySets?a=/keySets/zzz", '{"id":"x"}'],
  ["/trustFramework/keySets", '\ufeff{"id":"B2C_1A_X"}'],
  [
    "/trustFramework/keySets/$ref",
    `{"@odata.id":"https://graph.microsoft.com/beta/trustFramework/keySets('B2C_1A_x')"}`,
  ],
  ["/trustFramework/keySets()", '{"id":"x"}'],
])("writes are in order however the key set is written: %s", (path, body) => {
  expect(keySetOf(path, body)).toBe("x");
});
