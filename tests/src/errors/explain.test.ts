import { expect, test } from "vitest";
import { errorCodes, explain, KeySetsError, type KeySetsErrorDetails } from "../../../src/index.ts";
import { connected, drop, refused } from "../../support/client.ts";

const errorWith = (details: Partial<KeySetsErrorDetails>) =>
  new KeySetsError("Failed.", {
    kind: "http",
    operation: "getKeySet",
    attempts: 1,
    mayHaveApplied: false,
    ...details,
  } as KeySetsErrorDetails);

test.each<[string, Partial<KeySetsErrorDetails>, string | undefined]>([
  ["by its code", { kind: "service", status: 400, code: "AADB2C95052" }, errorCodes.get("AADB2C95052")?.meaning],
  ["by its code before its status", { status: 403, code: "AADB2C90063" }, errorCodes.get("AADB2C90063")?.meaning],
  [
    "by the status 401",
    { status: 401, code: "InvalidAuthenticationToken" },
    "The service rejected the token: it is for another audience, expired, or revoked.",
  ],
  [
    "by the status 403",
    { status: 403, code: "Authorization_RequestDenied" },
    "The token lacks the permission, or its user lacks the role.",
  ],
  [
    "by the status 403, as its code has no number",
    { status: 403, code: "AADB2C" },
    "The token lacks the permission, or its user lacks the role.",
  ],
  ["by its code without a number", { status: 400, code: "AADB2C" }, errorCodes.get("AADB2C")?.meaning],
  ["by the status 404", { status: 404 }, "There is nothing at this address."],
  ["by the status 429", { status: 429 }, "The service received too many requests."],
  [
    "by the status of a server",
    { status: 502 },
    "The service, or a server in front of it, couldn't handle the request.",
  ],
  ["as a redirect", { kind: "redirect" }, "The address redirects."],
  [
    "as a network failure",
    { kind: "network" },
    "The client couldn't reach the service, or the connection ended early.",
  ],
  ["as a timeout", { kind: "timeout" }, "The call took too long."],
  ["as a missing token", { kind: "token" }, "The credential or the function didn't return a token."],
  [
    "as a wrong response",
    { kind: "response" },
    "Something changed the response on its way, or the service returned what the contract doesn't know.",
  ],
  ["not at all if nothing is known of it", { kind: "service", status: 400, code: "Other" }, undefined],
  ["not at all if the caller ended it", { kind: "abort" }, undefined],
])("an error is explained %s", (_, details, meaning) => {
  expect(explain(errorWith(details))?.meaning).toBe(meaning);
});

test("an explanation is a meaning and a remedy", () => {
  expect(Object.keys(explain(errorWith({ code: "AADB2C95052" })) ?? {})).toEqual(["meaning", "remedy"]);
});

test("only a write that may have been applied is explained as one", () => {
  const sentence = "The write may have been applied: read the key set before you retry.";
  expect(explain(errorWith({ kind: "network", operation: "generateKey", mayHaveApplied: true }))?.remedy).toContain(
    sentence,
  );
  for (const details of [{ kind: "network" }, { kind: "timeout" }, { status: 500 }, { code: "AADB2C90073" }] as const)
    expect(`${explain(errorWith(details))?.remedy}`).not.toContain(sentence);
});

test("a delete that was repeated and finds nothing has done its work", async () => {
  await using it = await connected([drop, refused(400, "AADB2C90073"), refused(400, "AADB2C90073")]);
  expect(explain((await it.client.deleteKeySet("a")).error)).toEqual({
    meaning: "The key set doesn't exist. An earlier attempt of this call may have deleted it.",
    remedy: "Go on: the key set is gone.",
  });
  expect(explain((await it.client.deleteKeySet("a")).error)?.meaning).toBe(errorCodes.get("AADB2C90073")?.meaning);
});

test("other values aren't explained", () => {
  const others = [
    new Error("a"),
    undefined,
    null,
    { code: "AADB2C95052" },
    { status: 404 },
    { kind: "network" },
    "AADB2C95052",
  ];
  expect(others.map(explain)).toEqual(others.map(() => undefined));
});
