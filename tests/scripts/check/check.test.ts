// How `npm run check` runs its steps and reports them.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { hasGateChanged } from "../../../scripts/check/gate-files.ts";
import { runSteps } from "../../../scripts/check/run-steps.ts";
import { checkSteps } from "../../../scripts/check/steps.ts";
import { placeToFix, summary } from "../../../scripts/check/summary.ts";
import { report } from "../../../scripts/diff/report.ts";
import { git, newFolder } from "../gate/copy.ts";

const step = (name: string, args: string[] = []) => ({ name, description: "", args });
const ofList = (name: string) => checkSteps({ base: "main" }).find((found) => found.name === name);

test("each step has its result, in the order of the steps, its output as it comes, and the place to fix", async () => {
  const ended: string[] = [];
  let printed = "";
  const steps = [step("version:check", ["--tag", "v0"]), step("version:check", ["--help"])];
  const results = await runSteps(steps, {
    onEnd: (result) => ended.push(result.step.args.join(" ")),
    onOutput: (text) => {
      printed += text;
    },
    atOnce: 2,
  });
  expect(results.map(({ hasPassed }) => hasPassed)).toEqual([false, true]);
  expect(results[0]?.output).toContain("the tag v0 doesn't name");
  expect(printed).toContain("the tag v0 doesn't name");
  expect(ended.sort()).toEqual(["--help", "--tag v0"]);
  expect(results.map(placeToFix)).toEqual(["package.json:3", undefined]);
});

test("the table has the place to fix and the command to run again of each step that failed", () => {
  const results = [
    { step: step("lint"), hasPassed: true, seconds: 1.23, output: "spec/openapi.yaml:1:1" },
    {
      step: step("contract:diff", ["--base", "main"]),
      hasPassed: false,
      seconds: 12,
      output: "  spec/openapi.yaml:4:2 is odd",
    },
    { step: step("test"), hasPassed: false, seconds: 3, output: "Killed" },
  ];
  expect(
    summary(results),
  ).toBe(`| step          | result | seconds | fix                   | run again                            |
| :------------ | :----- | ------: | :-------------------- | :----------------------------------- |
| lint          | passed |     1.2 |                       |                                      |
| contract:diff | FAILED |      12 | spec/openapi.yaml:4:2 | npm run contract:diff -- --base main |
| test          | FAILED |       3 | see above             | npm run test                         |`);
});

describe("the place to fix", () => {
  test.each([
    ["of the compiler", "scripts/check.ts(3,5): error TS2322", "scripts/check.ts(3,5)"],
    ["of a test", " ❯ tests/contract/operations.test.ts:10:3", "tests/contract/operations.test.ts:10:3"],
    ["of an annotation", "::error file=spec/openapi.yaml,line=7,col=2,title=a::b", "spec/openapi.yaml:7"],
    ["of a fact", "spec/openapi.yaml:19 /permissions/0", "spec/openapi.yaml:19"],
    ["is in no package", "at node_modules/yaml/dist/index.js:4:1\npackage.json:3: too low", "package.json:3"],
    ["isn't a web address", "https://learn.microsoft.com/a?view=b:19\nat nowhere.ts:4:1", undefined],
  ])("%s", (_name, output, place) => expect(placeToFix({ step: step("test"), output })).toBe(place));

  test("of the diff is the version, not the first change", () => {
    const output = report(
      {
        versions: { base: "0.1.0", now: "0.1.0" },
        changes: [{ severity: "breaking", sides: ["callers"], where: "spec/openapi.yaml:9", message: "Removed." }],
        files: [],
        severity: "breaking",
        problems: ["package.json:3: the version is 0.1.0. Write 0.2.0."],
      },
      "main",
    );
    expect(placeToFix({ step: ofList("contract:diff") ?? step(""), output })).toBe("package.json:3");
  });
});

describe("the gate", () => {
  const folder = newFolder();
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const lockfile = (versions: Record<string, string>) =>
    write(
      "package-lock.json",
      JSON.stringify({
        packages: Object.fromEntries(
          Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]),
        ),
      }),
    );
  const versions = { knip: "1.0.0", "@stoplight/spectral-core": "1.0.0", yaml: "1.0.0" };
  git(folder, "init");
  for (const file of ["scripts/lint.ts", "spec/openapi.yaml", "src/call.ts"]) write(file, "one");
  lockfile(versions);
  git(folder, "add", "-A");
  git(folder, "commit", "-m", "One");

  const unchanged: [name: string, change: () => void][] = [
    ["a file of the contract", () => write("spec/openapi.yaml", "two")],
    ["a new file of the package", () => write("src/new.ts", "new")],
    ["the support of tests", () => write("tests/support/cases.ts", "new")],
    ["a package that doesn't lint", () => lockfile({ ...versions, yaml: "2.0.0" })],
  ];
  const changed: [name: string, change: () => void][] = [
    ["a script", () => write("scripts/lint.ts", "two")],
    ["a new test of a script", () => write("tests/scripts/lint/new.test.ts", "new")],
    ["a new rule", () => write(".spectral.yaml", "new")],
    ["a new workflow", () => write(".github/workflows/new.yml", "new")],
    ["a document that its tests read", () => write("docs/publishing.md", "new")],
    ["an npm script", () => write("package.json", "{}")],
    ["a linter's version", () => lockfile({ ...versions, knip: "2.0.0" })],
    ["the version of a part of a linter", () => lockfile({ ...versions, "@stoplight/spectral-core": "2.0.0" })],
  ];
  test.each([
    ...unchanged.map(([name, change]) => [false, name, change] as const),
    ...changed.map(([name, change]) => [true, name, change] as const),
  ])("has changed: %s, with %s", (expected, _name, change) => {
    git(folder, "checkout", ".");
    git(folder, "clean", "-fd");
    change();
    expect(hasGateChanged("HEAD", folder)).toBe(expected);
  });

  test("counts as changed where git can't tell", () => {
    expect(hasGateChanged("no-such-revision", folder)).toBe(true);
    expect(hasGateChanged("HEAD", newFolder())).toBe(true);
  });
});
