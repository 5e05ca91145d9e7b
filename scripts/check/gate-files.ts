import { git } from "../lib/git.ts";

/** What the gate is made of: its programs and rules, what tests them, and the packages that both use. */
const parts = [
  ".github/",
  ".spectral.yaml",
  "package-lock.json",
  "scripts/",
  "spec/redocly",
  "tests/scripts/gate/",
  "tests/scripts/lint/rules/",
  "tests/support/",
  "vitest.config.ts",
];

/** What makes Vitest leave out the tests of the gate itself. */
export const withoutItsTests = ["--exclude", "tests/scripts/gate/**", "--exclude", "tests/scripts/lint/rules/**"];

/** Whether the gate itself differs from a git revision, or nobody knows, as where there is no git. */
export function gateChanged(base: string, folder = "."): boolean {
  try {
    const names =
      git(folder, "diff", "--name-only", "--end-of-options", base) +
      git(folder, "ls-files", "--others", "--exclude-standard");
    return names.split("\n").some((file) => parts.some((part) => file.startsWith(part)));
  } catch {
    return true;
  }
}
