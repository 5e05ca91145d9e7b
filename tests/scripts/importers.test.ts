import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importers } from "../suites/importers/importers.ts";
import { noteProblems, page, readResults, withTables } from "../suites/importers/results.ts";
import { reasonProblems } from "../suites/importers/rulesets.ts";

const results = readResults();

test("docs/importers.md shows the last results, with the versions in the lockfiles", () => {
  const text = readFileSync(page, "utf8");
  expect(withTables(text, results)).toBe(text);
});

test("every importer has results, and no other has", () => {
  expect(Object.keys(results.importers).sort()).toEqual(importers.map(({ adapter }) => adapter).sort());
});

test("every loss and every finding has its reason", () => {
  expect(importers.flatMap((importer) => noteProblems(importer, results))).toEqual([]);
  expect(reasonProblems(results.rulesets)).toEqual([]);
});

test("an importer that loses something needs a note", () => {
  const [importer] = importers;
  if (!importer) throw new Error("expected an importer");
  const { note: _, ...silent } = importer;
  const lossy = { [importer.adapter]: [{ documents: ["a"], operations: "14 of 15" }] };
  expect(noteProblems(silent, { importers: lossy, rulesets: {} })).toHaveLength(1);
});

test("a finding without a reason, and a reason without a finding, are problems", () => {
  const [name = ""] = Object.keys(results.rulesets);
  const problems = reasonProblems({ ...results.rulesets, [name]: { "new-rule": 1 } });
  expect(problems.some((problem) => problem.includes("new-rule has findings"))).toBe(true);
  expect(problems.some((problem) => problem.includes("has no findings"))).toBe(true);
});
