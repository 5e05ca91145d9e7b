import { expect, test } from "vitest";
import { errorCodes } from "../../src/index.ts";
import { operations, schemas } from "../support/document.ts";
import { must } from "../support/must.ts";
import { expectedOperations } from "./expected-operations.ts";

interface ErrorCodeEntry {
  meaning: string;
  operations: "all" | string[];
  remedy: string;
}

const { "x-error-codes": table } = must(schemas.ErrorCode, "a schema ErrorCode") as {
  "x-error-codes": Record<string, ErrorCodeEntry>;
};

const sendKeys = ["createKeySet", "replaceKeySet"];
const uploads = ["uploadCertificate", "uploadPkcs12", "uploadSecret"];
const addKey = ["generateKey", ...uploads];
const onOneKeySet = Object.keys(expectedOperations).filter((id) => expectedOperations[id]?.request.includes("{id}"));

/** Which operations return each code, written by hand. The order doesn't matter. */
const expectedCodes: Record<string, "all" | string[]> = {
  AADB2C: "all",
  AADB2C90019: ["getActiveKey"],
  AADB2C90063: "all",
  AADB2C90213: ["uploadPkcs12"],
  AADB2C90214: ["generateKey", "uploadSecret"],
  AADB2C90215: [...sendKeys, "uploadCertificate", "uploadPkcs12"],
  AADB2C90253: addKey,
  AADB2C95025: ["uploadPkcs12"],
  AADB2C95026: sendKeys,
  AADB2C95028: ["createKeySet"],
  AADB2C95029: sendKeys,
  AADB2C95030: [...sendKeys, "generateKey"],
  AADB2C95031: [...sendKeys, "generateKey"],
  AADB2C95032: [...sendKeys, ...addKey],
  AADB2C95033: [...sendKeys, "generateKey", "uploadSecret"],
  AADB2C95034: sendKeys,
  AADB2C95037: sendKeys,
  AADB2C95038: ["createKeySet"],
  AADB2C95039: sendKeys,
  AADB2C95040: sendKeys,
  AADB2C95041: sendKeys,
  AADB2C95042: [...sendKeys, ...addKey],
  AADB2C95043: "all",
  AADB2C95052: onOneKeySet,
  AADB2C95053: [...sendKeys, "deleteKeySet", ...addKey, "updateKeyStatus"],
  AADB2C95059: ["replaceKeySet"],
};

const sorted = (operations: "all" | string[]) => (operations === "all" ? operations : [...operations].sort());

test("the contract explains the expected codes, for the expected operations", () => {
  const explained = Object.entries(table).map(([code, { operations }]) => [code, sorted(operations)]);
  const expected = Object.entries(expectedCodes).map(([code, operations]) => [code, sorted(operations)]);
  expect(Object.fromEntries(explained)).toEqual(Object.fromEntries(expected));
});

test("the package explains the same codes, with the ID of each operation", () => {
  const explained = Object.entries(table).map(([code, { meaning, operations: ids, remedy }]) => [
    code,
    { meaning, operations: ids === "all" ? [...operations.keys()] : ids, remedy },
  ]);
  expect([...errorCodes]).toEqual(explained);
});

test.each(["AADB2C99999", "constructor", "__proto__"])(
  "the package has no explanation for the unknown code %s",
  (code) => {
    expect(errorCodes.get(code)).toBeUndefined();
  },
);
