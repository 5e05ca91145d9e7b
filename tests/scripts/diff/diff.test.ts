// What `npm run contract:diff` compares with, and what it reports.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkSteps } from "../../../scripts/check/steps.ts";
import { placeToFix } from "../../../scripts/check/summary.ts";
import type { Comparison } from "../../../scripts/diff/compare.ts";
import { readContract } from "../../../scripts/diff/contract.ts";
import { extensionChanges as changesBetween } from "../../../scripts/diff/extensions.ts";
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

const folder = repository();

test("the files of a revision are in a folder that is removed afterwards", async () => {
  const work = async (folder: string) => {
    expect(readFileSync(join(folder, "spec/openapi.yaml"), "utf8")).toMatch(/^openapi: 3/);
    return folder;
  };
  expect(existsSync(await withRevision("HEAD", work, folder))).toBe(false);
});

test.each(["no-such-branch", "--output=x"])("%s isn't a revision, and the message says what is", async (revision) => {
  await expect(withRevision(revision, async () => {}, folder)).rejects.toThrow(
    `Unknown revision "${revision}". Expected a branch, tag, or commit`,
  );
});

test("a revision without the contract can't be compared with", async () => {
  await expect(withRevision("empty", async () => {}, folder)).rejects.toThrow(
    "empty can't be compared with: it lacks package.json, spec, src.",
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

/** What changed in the extensions between the contracts of two folders. */
const extensionChanges = async (base: string, now: string) =>
  changesBetween(await readContract(base), await readContract(now));

/** The line of a file that contains a text. */
const lineOf = (file: string, text: string) =>
  readFileSync(join(root, file), "utf8")
    .split("\n")
    .findIndex((line) => line.includes(text)) + 1;

test("a change in an extension is reported at its line, for callers or for readers", async () => {
  const [permissions, errors, codes] = [
    "spec/paths/keySets-id-generateKey.yaml",
    "spec/paths/keySets-id-uploadSecret.yaml",
    "spec/schemas/ErrorCode.yaml",
  ];
  const now = copyWith([
    {
      file: permissions,
      find: "application: { least: [TrustFrameworkKeySet.ReadWrite.All], higher: [] }",
      replace: "application: { least: [TrustFrameworkKeySet.ReadWrite.All], higher: [Policy.ReadWrite.All] }",
    },
    { file: errors, find: "    - AADB2C90214\n", replace: "" },
    { file: codes, find: "    statuses: [400, 500]\n", replace: "    statuses: [400, 503]\n" },
  ]);
  expect(await extensionChanges(root, now)).toEqual([
    {
      severity: "breaking",
      sides: ["readers"],
      where: `${errors}:${lineOf(errors, "- AADB2C90214")}`,
      message: "No longer: `uploadSecret` can return AADB2C90214.",
    },
    {
      severity: "breaking",
      sides: ["readers"],
      where: `${codes}:${lineOf(codes, "statuses: [400, 500]")}`,
      message: "No longer: AADB2C90063 comes with the status 500.",
    },
    {
      severity: "addition",
      sides: ["callers"],
      where: `${permissions}:${lineOf(permissions, "application: {")}`,
      message: "New: `generateKey` accepts Policy.ReadWrite.All (application).",
    },
    {
      severity: "addition",
      sides: ["readers"],
      where: `${codes}:${lineOf(codes, "statuses: [400, 500]")}`,
      message: "New: AADB2C90063 comes with the status 503.",
    },
  ]);
});

test("the extensions of a removed or a new operation aren't reported, as the operation is", async () => {
  const without = copyWith([
    {
      file: "spec/openapi.yaml",
      find: "  /trustFramework/keySets/$ref:\n    $ref: paths/keySets-ref.yaml\n",
      replace: "",
    },
  ]);
  expect([await extensionChanges(root, without), await extensionChanges(without, root)]).toEqual([[], []]);
});

test("an operation whose permissions aren't documented gains them without losing any", async () => {
  const file = "spec/paths/keySets-ref.yaml";
  const find = "delegated: { least: [], higher: [] }";
  const now = copyWith([{ file, find, replace: "delegated: { least: [Policy.Read.All], higher: [] }" }]);
  expect((await extensionChanges(root, now)).map(({ message }) => message)).toEqual([
    "New: `addKeySetByReference` needs no more than Policy.Read.All (delegated).",
    "New: `addKeySetByReference` accepts Policy.Read.All (delegated).",
  ]);
});

test("the IDs of permissions are reported even if all of a sign-in scheme are removed", async () => {
  const edit = { file: "spec/openapi.yaml", find: "x-permission-ids:\n", replace: "x-ids:\n" };
  const one = copyWith([edit]);
  const both = copyWith([edit, edit]);
  const severities = async (now: string) => (await extensionChanges(root, now)).map(({ severity }) => severity);
  // What the removed list is called now is another extension, which is only words.
  expect(await severities(one)).toEqual(Array(2).fill("breaking"));
  expect(await severities(both)).toEqual(Array(4).fill("breaking"));
});

test("a known value that is removed is breaking, and a new one is an addition", async () => {
  const [use, input] = ["spec/schemas/KeyUse.yaml", "spec/schemas/TrustFrameworkKeyInput.yaml"];
  const now = copyWith([
    { file: use, find: "x-extensible-enum: [sig, enc]", replace: "x-extensible-enum: [sig, wrap]" },
    { file: input, find: "x-extensible-enum: [RSA, rsa, oct]", replace: "x-extensible-enum: [oct, rsa]" },
  ]);
  expect(await extensionChanges(root, now)).toEqual([
    {
      severity: "breaking",
      sides: ["callers"],
      where: `${input}:${lineOf(input, "[RSA, rsa, oct]")}`,
      message: "No longer: `kty` of `TrustFrameworkKeyInput` has the known value 'RSA'.",
    },
    {
      severity: "breaking",
      sides: ["readers"],
      where: `${use}:${lineOf(use, "[sig, enc]")}`,
      message: "No longer: `KeyUse` has the known value 'enc'.",
    },
    {
      severity: "addition",
      sides: ["readers"],
      where: `${use}:${lineOf(use, "[sig, enc]")}`,
      message: "New: `KeyUse` has the known value 'wrap'.",
    },
  ]);
});

test("a closed list of known values is breaking, and an opened one is an addition", async () => {
  const edit = {
    file: "spec/schemas/KeyUse.yaml",
    find: "x-extensible-enum: [sig, enc]",
    replace: "enum: [sig, enc]",
  };
  const closed = copyWith([edit]);
  const messages = async (base: string, now: string) =>
    (await extensionChanges(base, now)).map(({ severity, message }) => `${severity}: ${message}`);
  const listed = ["sig", "enc"].map((value) => `\`KeyUse\` has the known value '${value}'.`);
  expect(await messages(root, closed)).toEqual(listed.map((text) => `breaking: No longer: ${text}`));
  expect(await messages(closed, root)).toEqual(listed.map((text) => `addition: New: ${text}`));
});

test("the known values of a removed or a new schema aren't reported, as the schema is", async () => {
  const edits = [
    { file: "spec/openapi.yaml", find: "    KeyStatus:\n      $ref: schemas/KeyStatus.yaml\n", replace: "" },
    ...["TrustFrameworkKey", "TrustFrameworkKey_v2"].map((name) => ({
      file: `spec/schemas/${name}.yaml`,
      find: "  status:\n    $ref: ./KeyStatus.yaml\n",
      replace: "",
    })),
  ];
  const without = copyWith(edits);
  expect([await extensionChanges(root, without), await extensionChanges(without, root)]).toEqual([[], []]);
});

test("a list of an extension that only people read is reported, and one that a caller relies on is breaking", async () => {
  const file = "spec/schemas/ReplaceKeySetInput.yaml";
  const now = copyWith([
    { file, find: "x-refused: [kid]", replace: "x-refused: [kid, kty]" },
    { file: "spec/schemas/ErrorCode.yaml", find: "The message says whether", replace: "The text says whether" },
  ]);
  expect((await extensionChanges(root, now)).map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    "breaking: `x-refused` changed.",
    "wording: `x-error-codes` changed.",
  ]);
});

const isDiff = ({ name }: { name: string }) => name === "contract:diff";

test("contract:diff lists the files that differ, needs a patch step for them, and fails without it", async () => {
  const edits = [
    { file: "spec/conflicts/requests.yaml", find: "title: ", replace: "title: So " },
    { file: "generated/error-codes.md", find: "# ", replace: "# The " },
    { file: "generated/openapi.json", find: '"version": "', replace: '"version": "9' },
  ];
  for (const edit of edits) writeFileSync(join(folder, edit.file), textWith(folder, edit));
  const compared = await program(folder, "diff", "--base", "HEAD", "--output", "diff.md");
  expect(compared.stdout).toBe(`# Changes since HEAD

The most severe change is **wording**: it needs a **patch** step from 0.1.0. The version is 0.1.0.

## Shipped files that differ

- \`generated/error-codes.md\`
- \`spec/conflicts/requests.yaml\`

## To fix

- .changeset/README.md:1: a change of wording since 0.1.0 needs a patch step, and no changeset takes one. Run "npx changeset", or write a file as this README shows.
`);
  const { fixesBelow = "" } = checkSteps({ base: "HEAD" }).find(isDiff) ?? {};
  const step = { name: "contract:diff", description: "", args: [], fixesBelow };
  expect(placeToFix({ step, output: compared.stdout })).toBe(".changeset/README.md:1");
  expect([compared.code, readFileSync(join(folder, "diff.md"), "utf8")]).toEqual([1, compared.stdout]);
});
