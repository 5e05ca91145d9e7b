import { expect, test } from "vitest";
import { explain, isAlreadyThere, isMissing, KeySetsErrorCode } from "../../../src/index.ts";
import { connected, drop, http, refused } from "../../support/client.ts";

test.each([
  ["a read of a key set that doesn't exist", refused(400, "AADB2C90073"), [true, false]],
  ["a write to a key set that doesn't exist", refused(400, "AADB2C95052"), [true, false]],
  ["a key container that doesn't exist", refused(400, "AADB2C90130"), [true, false]],
  ["a key that doesn't exist", refused(400, "AADB2C90131"), [true, false]],
  ["a 404 of the service", http(404, "", { "request-id": "r" }), [true, false]],
  ["a 404 of a proxy", http(404, "<h1>nginx</h1>", { "Content-Type": "text/html" }), [false, false]],
  [
    "a 404 for a wrong address",
    refused(404, "BadRequest", "Resource not found for the segment 'trustFrameworkz'."),
    [false, false],
  ],
  ["a 404 with a code of Graph", refused(404, "itemNotFound"), [true, false]],
  ["a 404 with a code of another meaning", refused(404, "AADB2C95028"), [false, true]],
  ["a key set that exists", refused(400, "AADB2C95028"), [false, true]],
  ["a key that exists", refused(400, "AADB2C90180"), [false, true]],
  ["a 409", http(409), [false, true]],
  ["a 409 of a concurrent write", refused(409, "AADB2C95053"), [false, false]],
  ["another error", refused(400, "AADB2C95029"), [false, false]],
  ["a dropped connection", drop, [false, false]],
])("%s is known as missing, as already there, or as neither", async (_, reaction, expected) => {
  await using it = await connected([reaction], { retry: false });
  const { error } = await it.client.getKeySet("a");
  expect([isMissing(error), isAlreadyThere(error)]).toEqual(expected);
});

test("what isn't an error of a call is neither", () => {
  for (const value of [undefined, null, new Error("a"), { code: "AADB2C90073", status: 404 }])
    expect([isMissing(value), isAlreadyThere(value)]).toEqual([false, false]);
});

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

test.each<[string, unknown]>([
  ["a proxy that is gone", revoked()],
  [
    "an object that can't be read",
    {
      get name() {
        throw new Error("No.");
      },
    },
  ],
  [
    "the error of another version",
    { name: "KeySetsError", kind: "service", message: "m", attempts: 1, code: 5, status: 400 },
  ],
  ["an error of an unknown kind", { name: "KeySetsError", kind: "toString", message: "m", attempts: 1 }],
  [
    "an error with an unknown status",
    { name: "KeySetsError", kind: "a", message: "m", attempts: 1, status: "constructor" },
  ],
])("%s is neither, and isn't explained", (_, value) => {
  expect([isMissing(value), isAlreadyThere(value), explain(value)]).toEqual([false, false, undefined]);
});

test("a program can't change the codes of others", () => {
  expect(() => Object.assign(KeySetsErrorCode, { KeySetNotFound: "x" })).toThrow(TypeError);
  expect(KeySetsErrorCode.KeySetNotFound).toBe("AADB2C90073");
});

test("the names of codes are constants", () => {
  expect(KeySetsErrorCode.ConcurrentWrite).toBe("AADB2C95053");
  expect(new Set(Object.values(KeySetsErrorCode)).size).toBe(Object.keys(KeySetsErrorCode).length);
});
