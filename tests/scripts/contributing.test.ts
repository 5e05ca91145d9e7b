// The tables in CONTRIBUTING.md: the scripts of package.json, and the steps that the comparison asks for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Severity } from "../../scripts/diff/change.ts";
import { stepFor } from "../../scripts/diff/steps.ts";
import { root } from "../../scripts/lib/root.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const rows = [...read("CONTRIBUTING.md").matchAll(/^\| (.*) \|$/gm)].map(([, row = ""]) => row.split(" | "));

test("each script that people run has a row", () => {
  const scripts = Object.keys(JSON.parse(read("package.json")).scripts).filter(
    (name) => !/^pre(test|pack)$/.test(name),
  );
  const named = rows.flatMap(([first = ""]) => /^`([\w:]+)`$/.exec(first)?.[1] ?? []);
  expect(named.filter((name) => scripts.includes(name)).sort()).toEqual(scripts.sort());
});

const severities: [text: string, severity: Severity][] = [
  ["is removed. Something becomes required", "breaking"],
  ["The least permission of an operation changes", "breaking"],
  ["An entry, command, or file of the package is removed", "breaking"],
  ["An entry, command, file, or dependency of the package is added", "addition"],
  ["An operation, optional property, status, known value", "addition"],
  ["Words, examples, conflicts", "wording"],
];

test.each(severities)("the row '%s' has the steps of a change that is %s", (text, severity) => {
  const row = rows.find(([first = ""]) => first.includes(text));
  expect(row?.slice(1)).toEqual([stepFor(severity, "0.1.0"), stepFor(severity, "1.0.0")]);
});
