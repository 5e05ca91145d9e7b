import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockfileProblems } from "../../../scripts/diff/lockfiles.ts";
import { root } from "../../../scripts/lib/root.ts";
import { newFolder } from "../gate/copy.ts";

const integrity = `sha512-${"a".repeat(86)}==`;

/** What is wrong with a lockfile that has one package. */
function problemsOf(locked: object, place = "tests/suites/clients"): Promise<string[]> {
  const folder = newFolder();
  mkdirSync(join(folder, place), { recursive: true });
  const packages = { "": { name: "suite" }, "node_modules/lamp": locked };
  writeFileSync(join(folder, place, "package-lock.json"), JSON.stringify({ packages }, null, 2));
  return lockfileProblems(folder);
}

test("each package of each lockfile comes from npm's registry, and its integrity is a SHA-512", async () => {
  expect(await lockfileProblems(root)).toEqual([]);
});

test.each([
  ["without an address", { integrity }],
  ["of npm's registry", { integrity, resolved: "https://registry.npmjs.org/lamp/-/lamp-1.0.0.tgz" }],
  ["of this repository", { link: true, resolved: "../.." }],
])("a package %s passes", async (_, locked) => {
  expect(await problemsOf(locked)).toEqual([]);
});

test.each([
  ["another host", { integrity, resolved: "https://npm.example.com/lamp.tgz" }, "comes from https://npm.example.com/"],
  ["a host with a name like npm's", { integrity, resolved: "https://registry.npmjs.org.example.com/a" }, "comes from"],
  ["a git repository", { resolved: "git+ssh://git@example.com/lamp.git" }, "comes from git+ssh:"],
  ["a SHA-1", { integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }, "has the integrity sha1-"],
  ["no integrity", {}, "has the integrity (none)"],
])("a package with %s fails", async (_, locked, problem) => {
  const [first] = await problemsOf(locked);
  expect(first).toContain(`tests/suites/clients/package-lock.json:6: node_modules/lamp ${problem}`);
});

test("a lockfile is found wherever it is, but not among what is installed", async () => {
  expect(await problemsOf({}, "site/tools")).toEqual([expect.stringMatching(/^site\/tools\/package-lock\.json:6: /)]);
  expect(await problemsOf({}, "node_modules/lamp")).toEqual([]);
});
