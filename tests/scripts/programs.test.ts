// What the programs of the gate exit with, and that `npm run check` runs what a pull request runs.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyWith, edited, newFolder, program, root } from "./gate/copy.ts";

test("npm run facts:check exits with 1 if there is a problem, which it tells", async () => {
  const { code, stdout } = await program(
    copyWith([
      { file: "spec/openapi.yaml", find: "x-namespace: microsoft.graph", replace: "x-namespace: microsoft.other" },
    ]),
    "facts-check",
  );
  expect([code, stdout]).toEqual([1, expect.stringContaining("change the contract at spec/openapi.yaml:")]);
});

test("npm run workflows:lint exits with 1 if there is a problem, which it tells", async () => {
  const [folder, file] = [newFolder(), ".github/workflows/weekly.yml"];
  mkdirSync(join(folder, ".github/workflows"), { recursive: true });
  writeFileSync(join(folder, file), edited(root, { file, find: "    timeout-minutes: 60\n", replace: "" }));
  expect(await program(folder, "lint-workflows")).toEqual({
    code: 1,
    stdout: "",
    stderr: `${file}:1: the job heavy may run for hours. Give it timeout-minutes.\n`,
  });
});

test("npm run check runs what a pull request runs, and tells where each step that fails did, without colours", async () => {
  const folder = newFolder();
  const workflow = readFileSync(join(root, ".github/workflows/pull-request.yml"), "utf8");
  const steps = [...workflow.matchAll(/npm (?:run ([\w:]+)|(test)\b)/g)].map(([, script, test]) => (script ?? test)!);
  const scripts = {
    ...Object.fromEntries(steps.map((step) => [step, "exit 0"])),
    "facts:check": 'echo "package.json:$NO_COLOR: odd"; exit 1',
    lint: "exit 1",
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts }));
  const { code, stdout } = await program(folder, "check", "--base", "HEAD");
  const rows = stdout
    .slice(stdout.lastIndexOf("step "))
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => row.split("|").map((cell) => cell.trim()));
  expect(rows.map(([step]) => step).sort()).toEqual([...new Set(steps)].sort());
  expect(
    rows
      .filter(([, result]) => result !== "passed")
      .map(([step, , , where]) => [step, where])
      .sort(),
  ).toEqual([
    ["facts:check", "package.json:1; again: npm run facts:check"],
    ["lint", "see above; again: npm run lint"],
  ]);
  expect(code).toBe(1);
});
