import { expect, test } from "vitest";
import { connected, created, drop, found, gate, http } from "../../support/client.ts";
import type { Received } from "../../support/server.ts";

/** A server that answers in the end, and notes which requests were there at once. */
function together(count: number) {
  const { open, opened } = gate();
  let there = 0;
  const reaction = (socket: any, { path }: Received) => {
    if (++there === count) open();
    return opened.then(() => socket.end(path.endsWith("generateKey") ? http(200, { kty: "RSA" }) : found));
  };
  return reaction;
}

const key = { use: "sig", kty: "RSA" } as const;

test("writes to one key set go out one after the other, each after the answer to the one before", async () => {
  const log: string[] = [];
  const { open, opened } = gate();
  const note = (name: string) => async (socket: any) => {
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
  const answers = await Promise.all(["a", "b", "c"].map((id) => it.client.generateKey(id, key)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
});

test("a read does not wait for a write", async () => {
  await using it = await connected([together(2)]);
  const answers = await Promise.all([it.client.generateKey("a", key), it.client.getKeySet("a")]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

test("writes to one key set go out at once when told so", async () => {
  await using it = await connected([together(2)], { writes: "at-once" });
  const answers = await Promise.all([it.client.generateKey("a", key), it.client.generateKey("a", key)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

test("key sets are made at once", async () => {
  const { open, opened } = gate();
  let there = 0;
  await using it = await connected([(socket) => (++there === 2 && open(), opened.then(() => socket.end(created)))]);
  const answers = await Promise.all([it.client.createKeySet({ id: "a" }), it.client.createKeySet({ id: "b" })]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
});
