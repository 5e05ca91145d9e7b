import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { versionProblems } from "../../../scripts/diff/version.ts";
import { newFolder } from "../gate/copy.ts";

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** A folder that states 0.2.0 everywhere, with a changelog. */
function folderWith(changelog: string): string {
  const folder = newFolder();
  mkdirSync(join(folder, "spec"));
  writeFileSync(join(folder, "package.json"), json({ version: "0.2.0" }));
  writeFileSync(join(folder, "package-lock.json"), json({ version: "0.2.0", packages: { "": { version: "0.2.0" } } }));
  writeFileSync(join(folder, "spec/openapi.yaml"), "info:\n  version: 0.2.0\n");
  writeFileSync(join(folder, "CHANGELOG.md"), `# Changelog\n\n${changelog}`);
  return folder;
}

test.each([
  "## 0.2.0\n\n- A change.\n",
  "## [0.2.0] - 2026-11-29\n\n- A change.\n",
  "## Unreleased\n\n- A later change.\n\n## 0.2.0\n\n- A change.\n",
])("a changelog may begin with %j", (changelog) => expect(versionProblems(folderWith(changelog))).toEqual([]));

test.each([
  ["## 0.1.0\n\n- A change.\n", "CHANGELOG.md:3: the changelog begins with 0.1.0."],
  ["## [0.2.0-beta.1]\n\n- A change.\n", "CHANGELOG.md:3: the changelog begins with 0.2.0-beta.1."],
  ["", "CHANGELOG.md:1: the changelog begins with no version."],
  ["## 0.2.0\n\n## 0.1.0\n\n- A change.\n", "CHANGELOG.md:3: the changelog has no entry for 0.2.0."],
  ["## Unreleased\n\n- A later change.\n\n## 0.2.0\n", "CHANGELOG.md:7: the changelog has no entry for 0.2.0."],
])("the changelog %j fails", (changelog, problem) =>
  expect(versionProblems(folderWith(changelog))).toEqual([expect.stringContaining(problem)]),
);
