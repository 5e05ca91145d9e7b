// What `npm run contract:diff` compares with, and what it reports.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Comparison } from "../../../scripts/diff/compare.ts";
import { extensionChanges } from "../../../scripts/diff/extensions.ts";
import { report } from "../../../scripts/diff/report.ts";
import { withRevision } from "../../../scripts/diff/revision.ts";
import { copyWith, git, program, root, textWith } from "../gate/copy.ts";

/** A repository with a first commit, tagged `empty`, and the contract in a second one. */
function repository(): string {
  const folder = copyWith([]);
  git(folder, "init", "--quiet");
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "Begin");
  git(folder, "tag", "empty");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", "Write the contract");
  return folder;
}

test("the files of a revision are in a folder that is removed afterwards", async () => {
  const work = async (folder: string) => {
    expect(readFileSync(join(folder, "spec/openapi.yaml"), "utf8")).toMatch(/^openapi: 3/);
    return folder;
  };
  const folder = await withRevision("HEAD", work, repository());
  expect(existsSync(folder)).toBe(false);
});

test.each(["no-such-branch", "--output=x"])("%s isn't a revision, and the message says what is", async (revision) => {
  await expect(withRevision(revision, async () => {}, repository())).rejects.toThrow(
    `Unknown revision "${revision}". Expected a branch, tag, or commit`,
  );
});

const comparison: Comparison = {
  versions: { base: "0.1.0", now: "0.1.0" },
  changes: [
    { severity: "addition", sides: ["callers"], where: "spec/a.yaml:2", message: "Enum gained 'a' | 'b'." },
    { severity: "breaking", sides: ["callers", "readers"], where: "spec/a.yaml:1", message: "Removed." },
  ],
  files: ["generated/types.ts"],
  severity: "breaking",
  problems: ["package.json:3: too low. Write 0.2.0."],
};

test("a report lists the changes for each side, the most severe first, and what to fix", () => {
  expect(report(comparison, "main")).toBe(`# Changes since main

The most severe change is **breaking**: it needs a **minor** step from 0.1.0. The version is 0.1.0.

## For callers: what is sent

| severity     | change                  | where           |
| :----------- | :---------------------- | :-------------- |
| **breaking** | Removed.                | \`spec/a.yaml:1\` |
| addition     | Enum gained 'a' \\| 'b'. | \`spec/a.yaml:2\` |

## For readers: what comes back

| severity     | change   | where           |
| :----------- | :------- | :-------------- |
| **breaking** | Removed. | \`spec/a.yaml:1\` |

## Shipped files that differ

- \`generated/types.ts\`

## To fix

- package.json:3: too low. Write 0.2.0.`);
});

test("a report without changes says so", () => {
  expect(report({ ...comparison, changes: [], files: [], severity: undefined, problems: [] }, "main")).toBe(
    "# Changes since main\n\nNo shipped file differs. The version is 0.1.0.",
  );
});

/** The line of a file that contains a text. */
const lineOf = (file: string, text: string) =>
  readFileSync(join(root, file), "utf8")
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

test("a change in an extension is reported at its line, for callers or for readers", () => {
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
      message: "No longer: `uploadSecret` can return AADB2C90214.",
    },
    {
      severity: "addition",
      sides: ["callers"],
      where: `${permissions}:${lineOf(permissions, "application: {")}`,
      message: "New: `addKeySetByReference` accepts Policy.ReadWrite.All (application).",
    },
  ]);
});

test("the extensions of a removed or a new operation aren't reported, as the operation is", () => {
  const without = copyWith([
    {
      file: "spec/openapi.yaml",
      find: "  /trustFramework/keySets/$ref:\n    $ref: paths/keySets-ref.yaml\n",
      replace: "",
    },
  ]);
  expect([extensionChanges(root, without), extensionChanges(without, root)]).toEqual([[], []]);
});

test("the IDs of permissions are reported even if all of them are removed", () => {
  const without = copyWith([{ file: "spec/openapi.yaml", find: "x-permission-ids:\n", replace: "x-ids:\n" }]);
  expect(extensionChanges(root, without).map(({ severity }) => severity)).toEqual(Array(4).fill("breaking"));
});

test("contract:diff lists the files that differ, needs a patch step for them, and fails without it", async () => {
  const folder = repository();
  const edits = [
    { file: "spec/conflicts/requests.yaml", find: "title: ", replace: "title: So " },
    { file: "generated/error-codes.md", find: "# ", replace: "# The " },
    { file: "generated/openapi.json", find: '"version": "', replace: '"version": "9' },
  ];
  for (const edit of edits) writeFileSync(join(folder, edit.file), textWith(folder, edit));
  const [compared, failed] = await Promise.all(
    ["HEAD", "empty"].map((base) => program(folder, "diff", "--base", base, "--output", "diff.md")),
  );
  expect(compared?.stdout).toBe(`# Changes since HEAD

The most severe change is **wording**: it needs a **patch** step from 0.1.0. The version is 0.1.0.

## Shipped files that differ

- \`generated/error-codes.md\`
- \`spec/conflicts/requests.yaml\`

## To fix

- package.json:3: the version is 0.1.0, but a change of wording since 0.1.0 needs a patch step. Write 0.1.1 or later here and in spec/openapi.yaml, add a section "## 0.1.1" to CHANGELOG.md, and run "npm install".
`);
  expect([compared?.code, readFileSync(join(folder, "diff.md"), "utf8")]).toEqual([1, compared?.stdout]);
  expect(failed).toEqual({
    code: 2,
    stdout: "",
    stderr: "empty can't be compared with: it lacks one of spec, generated, src, package.json.\n",
  });
});
