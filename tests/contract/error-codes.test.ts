import { expect, test } from "vitest";
import { errorCodes } from "../../src/index.ts";
import { document, operations } from "../support/document.ts";

const table = (document.components!.schemas!.ErrorCode as any)["x-error-codes"] as Record<string, any>;
const withKeys = ["createKeySet", "replaceKeySet"];
const uploads = ["uploadCertificate", "uploadPkcs12", "uploadSecret"];
const addKey = ["generateKey", ...uploads];
const perKeySet = [
  "getKeySet",
  "replaceKeySet",
  "deleteKeySet",
  "generateKey",
  "getActiveKey",
  ...uploads,
  "listKeys",
  "getKey",
  "updateKeyStatus",
];

/** Which operations answer with which code, written out by hand. */
const answering: Record<string, "all" | string[]> = {
  AADB2C: "all",
  AADB2C90019: ["getActiveKey"],
  AADB2C90063: "all",
  AADB2C90213: ["uploadPkcs12"],
  AADB2C90214: ["generateKey", "uploadSecret"],
  AADB2C90215: [...withKeys, "uploadCertificate", "uploadPkcs12"],
  AADB2C90253: addKey,
  AADB2C95025: ["uploadPkcs12"],
  AADB2C95026: withKeys,
  AADB2C95028: ["createKeySet"],
  AADB2C95029: withKeys,
  AADB2C95030: [...withKeys, "generateKey"],
  AADB2C95031: [...withKeys, "generateKey"],
  AADB2C95032: [...withKeys, ...addKey],
  AADB2C95033: [...withKeys, "generateKey", "uploadSecret"],
  AADB2C95034: withKeys,
  AADB2C95037: withKeys,
  AADB2C95038: ["createKeySet"],
  AADB2C95039: withKeys,
  AADB2C95040: withKeys,
  AADB2C95041: withKeys,
  AADB2C95042: [...withKeys, ...addKey],
  AADB2C95043: "all",
  AADB2C95052: perKeySet,
  AADB2C95053: [...withKeys, "deleteKeySet", ...addKey, "updateKeyStatus"],
  AADB2C95059: ["replaceKeySet"],
};

test("the contract explains these codes, for these operations", () => {
  expect(Object.fromEntries(Object.entries(table).map(([code, { operations }]) => [code, operations]))).toEqual(
    answering,
  );
});

test("the package explains the same codes, with every operation by its name", () => {
  for (const [code, { meaning, operations: ids, remedy }] of Object.entries(table)) {
    expect(errorCodes.get(code)).toEqual({ meaning, operations: ids === "all" ? [...operations.keys()] : ids, remedy });
  }
  expect([...errorCodes.keys()]).toEqual(Object.keys(table));
});

test("a code that is not in the table has no explanation, whatever it is called", () => {
  expect(errorCodes.get("AADB2C99999")).toBeUndefined();
  expect(errorCodes.get("constructor")).toBeUndefined();
});
