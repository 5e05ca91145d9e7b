// What people write in spec/ and no other check compares with its source: texts, conflicts, conventions, stories, and listed facts.
// A person compares each with its sources, and writes its fingerprint into reviewed.yaml.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../scripts/lib/root.ts";
import { fingerprintOf, fingerprintsIn } from "../support/fingerprints.ts";

const read = (file: string) => readFileSync(join(root, file), "utf8");
const reviewed: Record<string, Record<string, string>> = parse(read("tests/contract/reviewed.yaml"));

// The facts of pages are pinned in spec/facts/sources.yaml, the documented examples are compared with them, and settings are in
// scripts/lint/settings.yaml.
const others = /^spec\/(facts\/pages|examples\/documented)\/|\/(redocly|redocly\.diff)\.yaml$/;
const files = readdirSync(join(root, "spec"), { recursive: true, encoding: "utf8" })
  .map((name) => `spec/${name.replaceAll("\\", "/")}`)
  .filter((file) => file.endsWith(".yaml") && !others.test(file))
  .sort();

test("reviewed.yaml has the files of spec/ that people write, and no others", () => {
  expect(Object.keys(reviewed).sort(), "Add the file to tests/contract/reviewed.yaml, or remove it there").toEqual(
    files,
  );
});

test.each(files)("%s has what a person compared with its sources", (file) => {
  const fix = `Compare the entries of ${file} that differ with their sources. Then write the fingerprints marked with + into tests/contract/reviewed.yaml`;
  expect(fingerprintsIn(file, read(file)), fix).toEqual(reviewed[file]);
});

const text = "If it's missing, wait at least 3 seconds. Don't retry a write.";

describe("a fingerprint", () => {
  test.each([
    ["If it's", "Unless it's"],
    ["at least", "at most"],
    ["3", "30"],
    ["seconds", "minutes"],
    ["Don't retry", "Retry"],
    [" Don't retry a write.", ""],
  ])("changes if %s becomes %s", (from, to) => {
    expect(fingerprintOf(text.replace(from, to))).not.toBe(fingerprintOf(text));
  });

  test("changes with any part of an entry", () => {
    const entry = { at: ["#/paths", "#/info"], line: 3 };
    for (const change of [{ ...entry, line: 4 }, { ...entry, at: ["#/paths"] }, { at: ["#/paths", "#/info"] }])
      expect(fingerprintOf(change)).not.toBe(fingerprintOf(entry));
  });

  test("stays the same if only the lines break elsewhere", () => {
    expect(fingerprintOf({ says: text.replaceAll(" ", "\n  ") })).toBe(fingerprintOf({ says: text }));
  });
});

describe("the fingerprints of a file", () => {
  const differing = (file: string, before: string, after: string) => {
    const [old, now] = [fingerprintsIn(file, before), fingerprintsIn(file, after)];
    return Object.keys(now).filter((name) => now[name] !== old[name]);
  };

  test("are of each conflict and each story", () => {
    const conflicts = "title: Pages\nconflicts:\n  - { id: a, why: It is. }\n  - { id: b, why: It is. }\n";
    expect(Object.keys(fingerprintsIn("spec/conflicts/a.yaml", conflicts))).toEqual([
      "title",
      "conflicts/a",
      "conflicts/b",
    ]);
    const changed = conflicts.replace("b, why: It is.", "b, why: It isn't.");
    expect(differing("spec/conflicts/a.yaml", conflicts, changed)).toEqual(["conflicts/b"]);
  });

  test("are of the texts and examples of the contract, at their places", () => {
    const schema = "properties:\n  a: { description: A, example: 1, minimum: 0 }\n  b: { description: B }\n";
    const file = "spec/schemas/A.yaml";
    expect(differing(file, schema, schema.replace("example: 1", "example: 2"))).toEqual(["properties"]);
    expect(differing(file, schema, schema.replace("description: A", "description: B"))).toEqual(["properties"]);
    expect(differing(file, schema, schema.replace("minimum: 0", "minimum: 1"))).toEqual([]);
  });
});
