import { runInNewContext } from "node:vm";
import { describe, expect, test, vi } from "vitest";
import { ensureKeySet, expiresAt, keySetId, toSeconds } from "../../src/index.ts";
import { systemClock } from "../../src/transport/system-clock.ts";
import { connected, created, drop, found, refused } from "../support/client.ts";

test.each([
  ["reads one that exists", [found], { created: false, status: 200 }, ["GET"]],
  ["creates one that doesn't", [refused(400, "AADB2C90073"), created], { created: true, status: 201 }, ["GET", "POST"]],
  [
    "creates one that doesn't, if writes say so",
    [refused(400, "AADB2C95052"), created],
    { created: true },
    ["GET", "POST"],
  ],
  ["creates one after a 404", [refused(404, "itemNotFound"), created], { created: true }, ["GET", "POST"]],
  [
    "reads one that another program created in between",
    [refused(400, "AADB2C90073"), refused(400, "AADB2C95028"), found],
    { created: false },
    ["GET", "POST", "GET"],
  ],
])("ensureKeySet %s", async (_, script, expected, methods) => {
  await using it = await connected(script);
  const result = await ensureKeySet(it.client, "a");
  expect(result.error).toBeUndefined();
  expect(result).toMatchObject({ data: { id: "B2C_1A_a" }, ...expected });
  expect(it.received.map(({ method }) => method)).toEqual(methods);
  expect(it.received[0]?.path).toBe("/beta/trustFramework/keySets/B2C_1A_a");
  if (methods.includes("POST")) expect(it.received[1]?.body).toBe('{"id":"B2C_1A_a"}');
});

describe("ensureKeySet, if another program has just created the key set,", () => {
  const missing = refused(400, "AADB2C90073");
  const exists = refused(400, "AADB2C95028");

  test("waits until it can be read", async () => {
    const wait = vi.spyOn(systemClock, "wait").mockResolvedValue();
    await using it = await connected([missing, exists, missing, missing, found]);
    const { data, created } = await ensureKeySet(it.client, "a");
    expect({ id: data?.id, created }).toEqual({ id: "B2C_1A_a", created: false });
    expect(wait.mock.calls).toEqual([
      [2000, undefined],
      [2000, undefined],
    ]);
    wait.mockRestore();
  });

  test("returns that it exists if it can't be read for long", async () => {
    const wait = vi.spyOn(systemClock, "wait").mockResolvedValue();
    await using it = await connected([missing, exists, missing]);
    expect((await ensureKeySet(it.client, "a")).error).toMatchObject({
      operation: "createKeySet",
      code: "AADB2C95028",
    });
    expect(it.received).toHaveLength(8);
    wait.mockRestore();
  });

  test("ends its wait when it is aborted", async () => {
    const controller = new AbortController();
    await using it = await connected([
      missing,
      exists,
      (socket) => {
        socket.end(missing);
        // After the read has ended, so that what is aborted is the wait.
        socket.once("close", () => controller.abort(new Error("Enough.")));
      },
    ]);
    const { error } = await ensureKeySet(it.client, "a", { signal: controller.signal });
    expect(error).toMatchObject({ kind: "abort", operation: "getKeySet" });
  });
});

test.each([
  ["of the read", [refused(403, "AADB2C")], 403],
  ["of the creation", [refused(400, "AADB2C90073"), refused(403, "AADB2C")], 403],
  ["of the second read", [refused(400, "AADB2C90073"), refused(400, "AADB2C95028"), refused(403, "AADB2C")], 403],
  ["without a response", [drop], undefined],
])("ensureKeySet returns an error %s", async (_, script, status) => {
  await using it = await connected(script, { retry: false });
  const result = await ensureKeySet(it.client, "a", { clientRequestId: "mine" });
  expect(result.error?.status).toBe(status);
  expect(it.received.every(({ headers }) => headers["client-request-id"] === "mine")).toBe(true);
});

test.each([
  ["SigningKeys", "B2C_1A_SigningKeys"],
  ["B2C_1A_SigningKeys", "B2C_1A_SigningKeys"],
  ["b2c_1a_SigningKeys", "b2c_1a_SigningKeys"],
  ["B2C_1", "B2C_1A_B2C_1"],
])("the ID of the key set %s is %s", (name, id) => {
  expect(keySetId(name)).toBe(id);
});

test.each(["", undefined, null, 5, {}, "B2C_1A_", "b2c_1a_ ", " ", "a\n", " a", "a\0b"])(
  "a key set can't be named %j",
  (name) => {
    expect(() => keySetId(name as string)).toThrow("keySetId: the name must be a string that isn't empty, without");
  },
);

test.each([
  [1_798_761_600, "2027-01-01T00:00:00.000Z"],
  ["1798761600", "2027-01-01T00:00:00.000Z"],
  [undefined, undefined],
  [null, undefined],
  [0, "1970-01-01T00:00:00.000Z"],
  ["-1", "1969-12-31T23:59:59.000Z"],
  ["soon", undefined],
  ["", undefined],
  [" ", undefined],
  ["0x10", undefined],
  [true, undefined],
  [[5], undefined],
  [1e300, undefined],
])("a key with the exp %j expires at %s", (exp, expected) => {
  expect(expiresAt({ exp: exp as number })?.toISOString()).toBe(expected);
});

test("no key doesn't expire", () => {
  expect([expiresAt(undefined as never), expiresAt(null as never)]).toEqual([undefined, undefined]);
});

test("a date becomes whole seconds, also one of another realm", () => {
  expect(toSeconds(new Date("2027-01-01T00:00:00.999Z"))).toBe(1_798_761_600);
  expect(toSeconds(runInNewContext("new Date(1000)"))).toBe(1);
  expect(toSeconds(new Date(-1))).toBe(-1);
});

class Text extends Date {
  override getTime = () => "soon" as never;
}

test("an object that calls itself a date isn't one", () => {
  expect(() => toSeconds({ [Symbol.toStringTag]: "Date" } as never)).toThrow("toSeconds: expected a valid Date");
});

test("what a class makes of a date isn't asked", () => {
  expect(toSeconds(new Text(1000))).toBe(1);
});

test.each([Date.now(), "2027-01-01", new Date("soon"), undefined, null, {}])("%s isn't a date", (value) => {
  expect(() => toSeconds(value as Date)).toThrow("toSeconds: expected a valid Date, such as new Date().");
});
