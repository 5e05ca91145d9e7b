import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { ensureKeySet, expiresAt, keySetId, toSeconds } from "../../src/index.ts";
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

test.each(["", undefined, null, 5, {}])("a key set can't be named %j", (name) => {
  expect(() => keySetId(name as string)).toThrow("keySetId: the name must be a string that isn't empty.");
});

test.each([
  [1_798_761_600, "2027-01-01T00:00:00.000Z"],
  ["1798761600", "2027-01-01T00:00:00.000Z"],
  [undefined, undefined],
  [null, undefined],
  [0, undefined],
  ["soon", undefined],
  [1e300, undefined],
])("a key with the exp %s expires at %s", (exp, expected) => {
  expect(expiresAt({ exp })?.toISOString()).toBe(expected);
});

test("a date becomes whole seconds, also one of another realm", () => {
  expect(toSeconds(new Date("2027-01-01T00:00:00.999Z"))).toBe(1_798_761_600);
  expect(toSeconds(runInNewContext("new Date(1000)"))).toBe(1);
  expect(toSeconds(new Date(-1))).toBe(-1);
});

test.each([Date.now(), "2027-01-01", new Date("soon"), undefined, null, {}])("%s isn't a date", (value) => {
  expect(() => toSeconds(value as Date)).toThrow("toSeconds: expected a valid Date, such as new Date().");
});
