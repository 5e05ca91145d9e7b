// What `npm run diff` compares with, and what its report says.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Comparison } from "../../scripts/diff/compare.ts";
import { report } from "../../scripts/diff/report.ts";
import { withRevision } from "../../scripts/diff/revision.ts";

test("a revision's files stand in a folder that goes away afterwards", async () => {
  const folder = await withRevision("HEAD", async (folder) => {
    expect(readFileSync(join(folder, "spec/openapi.yaml"), "utf8")).toMatch(/^openapi: 3/);
    return folder;
  });
  expect(existsSync(folder)).toBe(false);
});

test.each(["no-such-branch", "--output=x"])("%s is no revision, and the message says what is", async (revision) => {
  await expect(withRevision(revision, async () => {})).rejects.toThrow(`${revision} is no revision of this repository. Give a branch, a tag or a commit`);
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
  expect(report({ ...comparison, changes: [], files: [], severity: undefined, problems: [] }, "main")).toBe("# Changes since main\n\nNothing that is shipped differs. The version is 0.1.0.");
});
