import { expect, test } from "vitest";
import { errorCodeTable, messageOf } from "../../scripts/contract/error-examples.ts";
import { errorCodes } from "../../src/index.ts";
import { document, operations } from "../support/document.ts";
import { expectedErrors, expectedStatuses, expectedValues } from "./expected-error-codes.ts";

const table = errorCodeTable(document);

/** The operations that can return a code, as the contract lists them. */
const returnedBy = (code: string) =>
  [...operations.values()].filter(({ definition }) => definition["x-errors"].includes(code)).map(({ id }) => id);

test("the contract explains the expected codes, with their statuses", () => {
  const explained = Object.entries(table).map(([code, { statuses }]) => [code, statuses]);
  expect(Object.fromEntries(explained)).toEqual(expectedStatuses);
});

test("each operation has expected codes", () => {
  const fix = "Write the codes of each operation into tests/contract/expected-error-codes.ts";
  expect([...operations.keys()].sort(), fix).toEqual(Object.keys(expectedErrors).sort());
});

test.each(Object.entries(expectedErrors))(
  "%s returns its codes, the most likely first, and no others",
  (id, expected) => {
    expect(operations.get(id)?.definition["x-errors"]).toEqual(expected);
  },
);

test("the examples have the expected values in the texts of their codes", () => {
  const values = Object.entries(table).flatMap(([code, entry]) => (entry.values ? [[code, entry.values]] : []));
  expect(Object.fromEntries(values)).toEqual(expectedValues);
});

test.each(Object.entries(table))("the text of %s has a value for each of its placeholders", (_, entry) => {
  const placeholders = new Set(entry.message?.match(/\{\d\}/g));
  expect(entry.values ?? []).toHaveLength(placeholders.size);
  for (const status of entry.statuses) expect(messageOf(entry, String(status))).toMatch(/^[^{}]+$/);
});

test("the package explains the same codes, with the IDs of their operations", () => {
  const explained = Object.entries(table).map(([code, { meaning, remedy }]) => [
    code,
    { meaning, operations: returnedBy(code), remedy },
  ]);
  expect([...errorCodes]).toEqual(explained);
});

test.each(["AADB2C99999", "constructor", "__proto__"])(
  "the package has no explanation for the unknown code %s",
  (code) => {
    expect(errorCodes.get(code)).toBeUndefined();
  },
);
