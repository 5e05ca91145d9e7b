import { expect, test } from "vitest";
import { loadAuditInput } from "../../../scripts/facts/check/audit-input.ts";
import { elementsOf } from "../../../scripts/facts/check/elements.ts";
import { sourcesPage } from "../../../scripts/generate/sources.ts";

const input = await loadAuditInput();
const page = sourcesPage(input);
const lines = page.split("\n");
const section = (heading: string): string[] => {
  const start = lines.indexOf(heading);
  return lines.slice(
    start,
    lines.findIndex((line, i) => i > start && line.startsWith("## ")),
  );
};

test("the page has a row for each element, and none rests on nothing", () => {
  const rows = lines.filter((line) => /^\| [a-zA-Z -]+: `/.test(line));
  expect(rows).toHaveLength(elementsOf(input.document).length);
  expect(page).not.toContain("| nothing |");
});

test("the counts of the overview add up to the number of elements", () => {
  const counts = section("## Overview").flatMap((line) => Number(/^\| A \w+ \| (\d+) \|$/.exec(line)?.[1] ?? 0));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(elementsOf(input.document).length);
});

test("an element links to the file of its fact, to its conflict, or to the reference of its convention", () => {
  const rows = section("## `createKeySet`").join("\n");
  expect(rows).toMatch(/\| status: `responses › 201` \| \[[^\]]+\]\(\.\.\/spec\/facts\/pages\/[\w.-]+\.yaml\)/);
  expect(rows).toMatch(
    /\| status: `responses › 401` \| \[graph-error-statuses\]\(https:\/\/learn\.microsoft\.com\/graph\/errors\) \| documented \|/,
  );
  expect(rows).toMatch(
    /\| link: `responses › 201 › links › getKeySet` \| \[[^\]]+\]\(conflicts\.md#links-between-operations\) \| assumed \|/,
  );
});

test("elements are grouped by operation, by schema, and by the other parts", () => {
  const headings = lines.filter((line) => line.startsWith("## "));
  expect(headings).toContain("## The API");
  expect(headings).toContain("## `listKeySets`");
  expect(headings).toContain("## Schema `TrustFrameworkKey`");
  expect(headings).toContain("## Sign-in `delegated`");
  expect(new Set(headings).size).toBe(headings.length);
});
