// What `npm run contract:diff` compares with, and what its report says.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Comparison } from "../../../scripts/diff/compare.ts";
import { extensionChanges } from "../../../scripts/diff/extensions.ts";
import { report } from "../../../scripts/diff/report.ts";
import { withRevision } from "../../../scripts/diff/revision.ts";
import { copyWith, edited, git, program, root } from "../gate/copy.ts";

test("a revision's files stand in a folder that goes away afterwards", async () => {
  const folder = await withRevision("HEAD", async (folder) => {
    expect(readFileSync(join(folder, "spec/openapi.yaml"), "utf8")).toMatch(/^openapi: 3/);
    return folder;
  });
  expect(existsSync(folder)).toBe(false);
});

test.each(["no-such-branch", "--output=x"])("%s is no revision, and the message says what is", async (revision) => {
  await expect(withRevision(revision, async () => {})).rejects.toThrow(
    `${revision} is no revision of this repository. Give a branch, a tag or a commit`,
  );
});

const comparison: Comparison = {
  versions: { base: "0.1.0", now: "0.1.0" },
  changes: [
    { severity: "addition", sides: ["callers"], where: "spec/a.yaml:2", says: "Enum gained 'a' | 'b'." },
    { severity: "breaking", sides: ["callers", "readers"], where: "spec/a.yaml:1", says: "Gone." },
  ],
  files: ["generated/types.ts"],
  severity: "breaking",
  problems: ["package.json:3: too low. Write 0.2.0."],
};

test("a report tells each side its changes, the most severe first, and what to mend", () => {
  expect(report(comparison, "main")).toBe(`# Changes since main

The most severe is **breaking**: it asks for a **minor** step from 0.1.0. The version is 0.1.0.

## For callers: what is sent

| severity | change | where |
|---|---|---|
| **breaking** | Gone. | \`spec/a.yaml:1\` |
| addition | Enum gained 'a' \\| 'b'. | \`spec/a.yaml:2\` |

## For readers: what comes back

| severity | change | where |
|---|---|---|
| **breaking** | Gone. | \`spec/a.yaml:1\` |

## Shipped files that differ

- \`generated/types.ts\`

## To mend

- package.json:3: too low. Write 0.2.0.`);
});

test("a report of nothing says so", () => {
  expect(report({ ...comparison, changes: [], files: [], severity: undefined, problems: [] }, "main")).toBe(
    "# Changes since main\n\nNothing that is shipped differs. The version is 0.1.0.",
  );
});

/** The line of the contract with a text. */
const lineOf = (file: string, text: string) =>
  readFileSync(join(root, file), "utf8")
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

test("a change in an extension is told at its line, to callers or to readers", () => {
  const [permissions, codes] = ["spec/paths/keySets-ref.yaml", "spec/schemas/ErrorCode.yaml"];
  const now = copyWith([
    {
      file: permissions,
      find: "application: { least: [TrustFrameworkKeySet.ReadWrite.All], higher: [] }",
      replace: "application: { least: [TrustFrameworkKeySet.ReadWrite.All], higher: [Policy.ReadWrite.All] }",
    },
    { file: codes, find: "operations: [generateKey, uploadSecret]", replace: "operations: [generateKey]" },
  ]);
  expect(extensionChanges(root, now)).toEqual([
    {
      severity: "breaking",
      sides: ["readers"],
      where: `${codes}:${lineOf(codes, "  AADB2C90214:")}`,
      says: "No longer: `uploadSecret` is known to answer AADB2C90214.",
    },
    {
      severity: "addition",
      sides: ["callers"],
      where: `${permissions}:${lineOf(permissions, "application: {")}`,
      says: "New: `addKeySetByReference` takes Policy.ReadWrite.All (application).",
    },
  ]);
});

test("of the extensions of an operation that goes or comes nothing is told, as the operation is", () => {
  const without = copyWith([
    {
      file: "spec/openapi.yaml",
      find: "  /trustFramework/keySets/$ref:\n    $ref: paths/keySets-ref.yaml\n",
      replace: "",
    },
  ]);
  expect([extensionChanges(root, without), extensionChanges(without, root)]).toEqual([[], []]);
});

test("the ids of permissions are told even if all of them go", () => {
  const without = copyWith([{ file: "spec/openapi.yaml", find: "x-permission-ids:\n", replace: "x-ids:\n" }]);
  expect(extensionChanges(root, without).map(({ severity }) => severity)).toEqual(Array(4).fill("breaking"));
});

test("npm run contract:diff tells the files that differ, wants the step of words for them, and says so in its exit code", async () => {
  const folder = copyWith([]);
  git(folder, "init", "--quiet");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "Begin");
  git(folder, "tag", "empty");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "Write the contract");
  const edits = [
    { file: "spec/conflicts/requests.yaml", find: "title: ", replace: "title: So " },
    { file: "generated/error-codes.md", find: "# ", replace: "# The " },
    { file: "generated/openapi.json", find: '"version": "', replace: '"version": "9' },
    { file: "CHANGELOG.md", find: "## 0.1.0", replace: "## 0.0.9" },
  ];
  for (const edit of edits) writeFileSync(join(folder, edit.file), edited(folder, edit));
  const [compared, refused] = await Promise.all(
    ["HEAD", "empty"].map((base) => program(folder, "diff", "--base", base, "--output", "diff.md")),
  );
  expect(compared!.stdout).toBe(`# Changes since HEAD

The most severe is **wording**: it asks for a **patch** step from 0.1.0. The version is 0.1.0.

## Shipped files that differ

- \`generated/error-codes.md\`
- \`spec/conflicts/requests.yaml\`

## To mend

- CHANGELOG.md:16: the changelog begins with 0.0.9. Write "## 0.1.0" above it, and below that what changed.
- package.json:3: the version is 0.1.0, but the step from 0.1.0 is patch, as there is a change of wording. Write 0.1.1 or later here and in spec/openapi.yaml, and a section "## 0.1.1" in CHANGELOG.md.
`);
  expect([compared!.code, readFileSync(join(folder, "diff.md"), "utf8")]).toEqual([1, compared!.stdout]);
  expect(refused).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "empty has no contract to compare with: it lacks one of spec, generated, src, package.json, CHANGELOG.md.\n",
  });
});
