import { expect, test } from "vitest";
import { errorCodeTable, messageOf } from "../../scripts/contract/error-examples.ts";
import { errorCodes } from "../../src/index.ts";
import { document, operations } from "../support/document.ts";
import { expectedCodes } from "./expected-error-codes.ts";

const table = errorCodeTable(document);
const sorted = (values: string[]) => [...new Set(values)].sort();

/** The operations that can return a code, as the contract lists them. */
const returnedBy = (code: string) =>
  [...operations.values()].filter(({ definition }) => definition["x-errors"].includes(code)).map(({ id }) => id);

test("the contract explains the expected codes, with their statuses", () => {
  const explained = Object.entries(table).map(([code, { statuses }]) => [code, statuses]);
  const expected = Object.entries(expectedCodes).map(([code, { statuses }]) => [code, statuses]);
  expect(Object.fromEntries(explained)).toEqual(Object.fromEntries(expected));
});

test.each(Object.entries(expectedCodes))("%s is returned by its operations and no others", (code, expected) => {
  expect(sorted(returnedBy(code))).toEqual(sorted(expected.operations));
});

test("no operation lists a code twice, or one that isn't explained", () => {
  for (const { id, definition } of operations.values()) {
    expect(sorted(definition["x-errors"]), id).toHaveLength(definition["x-errors"].length);
    for (const code of definition["x-errors"]) expect(Object.keys(table), id).toContain(code);
  }
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
