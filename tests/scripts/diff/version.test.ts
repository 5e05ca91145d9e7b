import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { versionProblems, writeVersion } from "../../../scripts/diff/version.ts";
import { newFolder } from "../gate/copy.ts";

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** A folder that states 0.2.0 everywhere, with a changelog. */
function folderWith(changelog: string): string {
  const folder = newFolder();
  mkdirSync(join(folder, "spec"));
  writeFileSync(join(folder, "package.json"), json({ name: "keysets", version: "0.2.0" }));
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

/** A folder that states 0.2.0 everywhere, with a file that is written again. */
function folderWithFile(file: string, text: string): string {
  const folder = folderWith("## 0.2.0\n\n- A change.\n");
  mkdirSync(join(folder, "generated"));
  mkdirSync(join(folder, ".changeset"));
  writeFileSync(join(folder, file), text);
  return folder;
}

test.each([
  ["package-lock.json", json({ version: "0.1.0", packages: { "": { version: "0.2.0" } } }), 2],
  ["package-lock.json", json({ version: "0.2.0", packages: { "": { version: "0.1.0" } } }), 5],
  ["spec/openapi.yaml", "info:\n  version: 0.1.0\n", 2],
])("%s with another version fails, until it is written: %j", (file, text, line) => {
  const folder = folderWithFile(file, text);
  const fix = 'Write version 0.2.0, or run "npm run version:check -- --fix".';
  expect(versionProblems(folder)).toEqual([`${file}:${line}: the version is 0.1.0, not 0.2.0. ${fix}`]);
  writeVersion(folder);
  expect(versionProblems(folder)).toEqual([]);
});

test.each([
  ["generated/openapi.json", json({ info: { version: "0.1.0" } }), 3],
  ["generated/openapi-3.1.json", json({ info: { version: "0.1.0" } }), 3],
  ["generated/openapi.yaml", "info:\n  version: 0.1.0\n", 2],
  ["generated/openapi-3.1.yaml", "info:\n  version: 0.1.0\n", 2],
])("%s with another version fails", (file, text, line) =>
  expect(versionProblems(folderWithFile(file, text))).toEqual([
    `${file}:${line}: the version is 0.1.0, not 0.2.0. Run "npm run generate".`,
  ]),
);

test.each([
  ['---\n"other": minor\n---\n\nA change.\n', "isn't for this package"],
  ["---\n---\n\nA change.\n", "isn't for this package"],
  ['---\n"keysets": minor\n---\n', "the changeset is empty"],
  ['---\n"keysets": huge\n---\n\nA change.\n', "invalid version type"],
  ["A change.\n", "missing or invalid frontmatter"],
])("the changeset %j fails", (text, problem) => {
  const folder = folderWithFile(".changeset/label.md", text);
  expect(versionProblems(folder)).toEqual([
    expect.stringMatching(new RegExp(`^\\.changeset/label\\.md:\\d: .*${problem}`)),
  ]);
});

test.each(["README.md", "config.json"])("%s isn't a changeset", (name) =>
  expect(versionProblems(folderWithFile(`.changeset/${name}`, "{}"))).toEqual([]),
);
