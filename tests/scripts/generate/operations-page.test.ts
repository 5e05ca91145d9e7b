// What the page of operations states for all of them at once.
import { expect, test } from "vitest";
import { operationsPage } from "../../../scripts/generate/operations-page.ts";
import { document, operations } from "../../support/document.ts";
import { tableWith } from "../../support/markdown.ts";

const { rows } = tableWith(
  ["operation", "request", "success", "permission", "role", "clouds", "stage"],
  operationsPage(document),
);

test("the page has a row for each operation, with the permission that its calls need", () => {
  const permissions = new Map(rows.slice(1).map(([id, , , permission]) => [id, permission]));
  expect([...permissions.keys()].sort()).toEqual([...operations.keys()].sort());
  expect(permissions.get("listKeySets")).toBe("R");
  expect(permissions.get("createKeySet")).toBe("RW");
  expect(permissions.get("listKeys")).toBe("not documented");
});

test("permissions are the same for delegated calls and for application calls, as the page says", () => {
  for (const { definition } of operations.values())
    expect(definition["x-permissions"].delegated).toEqual(definition["x-permissions"].application);
});
