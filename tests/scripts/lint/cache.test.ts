// A result of an earlier run stands in for a new one only if nothing that it depends on changed.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../scripts/lib/lint-report.ts";
import { isTool, textsOf, withCache, withoutCache } from "../../../scripts/lint/cache.ts";
import { linters } from "../../../scripts/lint/linters.ts";
import { newFolder } from "../gate/copy.ts";

const finding = { file: "a.md", line: 2, column: 3, rule: "spelling", message: '"wrogn"' };
const files = { "a.md": ["wrogn"], "b.md": ["right"] };

interface Run {
  folder: string;
  linter?: string;
  tools?: string[];
  files?: Record<string, string[]>;
  failure?: string;
}

/** Lints with the results in a folder. Returns which files the linter had to lint, and the reports of all. */
async function lint({ folder, linter = "cspell", tools = ["rule"], files: texts = files, failure }: Run) {
  const linted: string[] = [];
  const reports = await withCache(folder, tools)(linter, new Map(Object.entries(texts)), async (changed) => {
    linted.push(...changed);
    const report = (file: string): Report => ({
      subject: file,
      findings: file === finding.file ? [finding] : [],
      ...(failure !== undefined && { failure }),
    });
    return new Map(changed.map((file) => [file, [report(file)]]));
  });
  return { linted, reports: [...reports.values()].flat() };
}

/** A folder with the results of a run. */
async function folderAfterRun(): Promise<string> {
  const folder = newFolder();
  await lint({ folder });
  return folder;
}

test("the first run lints everything, and one without changes nothing, with the same findings", async () => {
  const folder = newFolder();
  const first = await lint({ folder });
  expect(first.linted).toEqual(["a.md", "b.md"]);
  expect(await lint({ folder })).toEqual({ linted: [], reports: first.reports });
  expect(first.reports.flatMap(({ findings }) => findings)).toEqual([finding]);
});

test.each<[string, Partial<Run>, string[]]>([
  ["a text", { files: { ...files, "b.md": ["right, too"] } }, ["b.md"]],
  ["where a text ends", { files: { "a.md": ["wrogn"], "b.md": ["ri", "ght"] } }, ["b.md"]],
  ["an added file", { files: { ...files, "c.md": ["right"] } }, ["c.md"]],
  ["a renamed file", { files: { "a.md": ["wrogn"], "c.md": ["right"] } }, ["c.md"]],
  ["a rule", { tools: ["other rule"] }, ["a.md", "b.md"]],
  ["the number of rules", { tools: ["rule", ""] }, ["a.md", "b.md"]],
  ["the linter", { linter: "Recheck" }, ["a.md", "b.md"]],
])("another run lints again what a change affects: %s", async (_change, changed, expected) => {
  expect((await lint({ folder: await folderAfterRun(), ...changed })).linted).toEqual(expected);
});

test("a run without a file forgets it, so that it's linted when it's back", async () => {
  const folder = await folderAfterRun();
  const { reports } = await lint({ folder, files: { "b.md": ["right"] } });
  expect(reports.map(({ subject }) => subject)).toEqual(["b.md"]);
  await lint({ folder, files: { "b.md": ["right, too"] } });
  expect((await lint({ folder })).linted).toEqual(["a.md", "b.md"]);
});

test("a linter that fails runs again", async () => {
  const folder = newFolder();
  const { reports } = await lint({ folder, failure: "It isn't installed." });
  expect(reports.map(({ failure }) => failure)).toEqual(Array(2).fill("It isn't installed."));
  expect((await lint({ folder })).linted).toEqual(["a.md", "b.md"]);
});

test("a linter that returns nothing about a file fails, also if it did so in an earlier run", async () => {
  const folder = await folderAfterRun();
  const lintChanged = withCache(folder, ["other rule"]);
  const run = lintChanged("cspell", new Map(Object.entries(files)), async () => new Map([["a.md", []]]));
  await expect(run).rejects.toThrow("cspell returned nothing about b.md.");
});

test.each<[string, (text: string) => string]>([
  ["cut off", (text) => text.slice(0, 50)],
  ["empty", () => ""],
  ["another JSON value", () => "null"],
  ["without a finding that it had", (text) => text.replace(JSON.stringify(finding), "")],
])("a file of the cache that is %s counts as missing", async (_state, broken) => {
  const folder = await folderAfterRun();
  const [name = ""] = readdirSync(folder);
  writeFileSync(join(folder, name), broken(readFileSync(join(folder, name), "utf8")));
  expect((await lint({ folder })).linted).toEqual(["a.md", "b.md"]);
});

test("without the cache, each run lints everything", async () => {
  const lintAll = () =>
    withoutCache("cspell", new Map(Object.entries(files)), async (all) => new Map([[all.join(), []]]));
  expect([await lintAll(), await lintAll()]).toEqual(Array(2).fill(new Map([["a.md,b.md", []]])));
});

describe("every result depends on", () => {
  test.each([
    [
      "the rules",
      [".spectral.yaml", "spectral/portals.yaml", "spectral/functions/sentence.js", "scripts/lint/house/house.yaml"],
    ],
    [
      "the settings",
      ["biome.json", "cspell.json", "spec/redocly.yaml", "scripts/lint/words/recheck.yaml", ".gitignore"],
    ],
    [
      "settings that a tool finds elsewhere",
      ["docs/cspell.json", "src/biome.jsonc", "docs/.cspell.yaml", "src/.editorconfig", "src/.ignore"],
    ],
    ["the code of the linters", ["scripts/lint.ts", "scripts/lint/contract.ts", "scripts/lib/lint-report.ts"]],
    ["the packages", ["package.json", "package-lock.json", "docs/package.json"]],
  ])("%s", (_what, tools) => expect(tools.filter((file) => !isTool(file))).toEqual([]));

  test("nothing that people change often", () => {
    expect(["README.md", "docs/client.md", "spec/paths/keySets.yaml", "src/index.ts"].filter(isTool)).toEqual([]);
  });
});

test.each([
  [
    "contract",
    ["spec/openapi.yaml", "spec/schemas/Key.yaml", "spec/a.key", "generated/openapi.yaml", "docs/a.yaml", "a.json"],
  ],
  ["code", ["src/a.ts", "site/a.css", "bench/a.mjs", "tests/a.cjs", "a.jsonc", "src/a.tsx"]],
  ["workflows", [".github/workflows/a.yml", ".github/actions/a/action.yaml", "docs/pack/action.yml", "action.yaml"]],
  ["imports", ["scripts/a.ts", "spectral/a.cjs", "src/a.js", "site/a.mjs"]],
])("the result of %s depends on each of its files", (linter, its) => {
  const reads = linters.find(({ name }) => name === linter)?.reads;
  const repository = new Map(its.map((file) => [file, "text"]));
  expect(textsOf(repository, (file) => reads?.test(file) ?? false)).toEqual(its.flatMap((file) => [file, "text"]));
});

test("what reads the complete repository, and guards the checks themselves, isn't kept", () => {
  const kept = linters.filter(({ reads }) => reads).map(({ name }) => name);
  expect(kept).toEqual(["contract", "code", "workflows", "imports"]);
});
