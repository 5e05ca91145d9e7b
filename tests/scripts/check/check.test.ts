// How `npm run check` runs its steps and tells of them.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { gateChanged } from "../../../scripts/check/gate-files.ts";
import { runAll } from "../../../scripts/check/run-steps.ts";
import { placeIn, table } from "../../../scripts/check/summary-table.ts";
import { git, newFolder } from "../gate/copy.ts";

test("a step that fails is told apart from one that passes, in the order of the steps", async () => {
  const ended: string[] = [];
  const steps = [
    { script: "version:check", words: ["--tag", "v0"] },
    { script: "version:check", words: ["--help"] },
  ];
  const results = await runAll(steps, ({ step }) => ended.push(step.words[0]!), 2);
  expect(results.map(({ passed }) => passed)).toEqual([false, true]);
  expect(results[0]!.output).toContain("the tag v0 does not name");
  expect(ended.sort()).toEqual(["--help", "--tag"]);
});

test("the table says where a step failed and how to run it again", () => {
  const results = [
    { step: { script: "lint", words: [] }, passed: true, seconds: 1.23, output: "" },
    {
      step: { script: "contract:diff", words: ["--base", "main"] },
      passed: false,
      seconds: 12,
      output: "  spec/openapi.yaml:4:2 is odd",
    },
  ];
  expect(table(results)).toBe(
    "step          | result | time   | where and mend\nlint          | passed | 1.2 s  |\ncontract:diff | FAILED | 12.0 s | spec/openapi.yaml:4:2; again: npm run contract:diff -- --base main",
  );
});

test.each([
  ["src/call.ts(3,5): error TS2322", "src/call.ts(3,5)"],
  [" ❯ tests/contract/operations.test.ts:10:3", "tests/contract/operations.test.ts:10:3"],
  ["at node_modules/yaml/dist/index.js:4:1\npackage.json:3: too low", "package.json:3"],
  ["at nowhere.ts:4:1", undefined],
])("the place in %j is %s", (output, place) => expect(placeIn(output)).toBe(place));

test("the tests of the gate itself are run where it changed, a new file too, and where nobody knows", () => {
  const folder = newFolder();
  const write = (file: string, text: string) => (
    mkdirSync(dirname(join(folder, file)), { recursive: true }), writeFileSync(join(folder, file), text)
  );
  expect(gateChanged("HEAD", folder)).toBe(true);
  git(folder, "init");
  for (const file of ["scripts/lint.ts", "spec/openapi.yaml", "src/call.ts"]) write(file, "one");
  git(folder, "add", "-A");
  git(folder, "commit", "-m", "One");
  write("spec/openapi.yaml", "two");
  write("src/new.ts", "new");
  expect(gateChanged("HEAD", folder)).toBe(false);
  write("tests/scripts/gate/new.yaml", "new");
  expect(gateChanged("HEAD", folder)).toBe(true);
  git(folder, "add", "-A");
  git(folder, "commit", "-m", "Two");
  expect(gateChanged("HEAD", folder)).toBe(false);
  write("scripts/lint.ts", "two");
  expect(gateChanged("HEAD", folder)).toBe(true);
  expect(gateChanged("no-such-revision", folder)).toBe(true);
});
