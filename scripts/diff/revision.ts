import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git } from "../lib/git.ts";

/** What a comparison reads. A revision without one of the first three can't be compared with. */
const parts = ["package.json", "spec", "src", "generated", ".changeset"];

/** The commit of a revision, if the repository has it. */
export function commitOf(revision: string, repository = "."): string | undefined {
  try {
    return git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`).trim();
  } catch {
    return undefined;
  }
}

/** Calls `work` with a folder that has the files of a git revision, and removes the folder afterwards. */
export async function withRevision<T>(
  revision: string,
  work: (folder: string) => Promise<T>,
  repository = ".",
): Promise<T> {
  const commit = commitOf(revision, repository);
  if (!commit)
    throw new Error(
      `Unknown revision "${revision}". Expected a branch, tag, or commit of this repository. "git fetch" gets those of others.`,
    );
  const found = git(repository, "ls-tree", "--name-only", commit).split("\n");
  const missing = parts.slice(0, 3).filter((part) => !found.includes(part));
  if (missing.length > 0) throw new Error(`${revision} can't be compared with: it lacks ${missing.join(", ")}.`);
  const folder = mkdtempSync(join(tmpdir(), "revision-"));
  try {
    const input = execFileSync("git", ["archive", commit, "--", ...parts.filter((part) => found.includes(part))], {
      cwd: repository,
      maxBuffer: 2 ** 28,
    });
    execFileSync("tar", ["-x", "-C", folder], { input });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The commit from which a version was released, found in the history of a revision: its tag or, without one, the commit that
 * wrote it into the changelog. Undefined if the repository doesn't have all of the history.
 */
export function releaseOf(version: string, revision: string, repository = "."): string | undefined {
  const tagged = commitOf(`refs/tags/v${version}`, repository);
  if (tagged) return tagged;
  if (git(repository, "rev-parse", "--is-shallow-repository").trim() === "true") return undefined;
  const heading = `^## \\[?${version.replaceAll(".", "\\.")}([] ]|$)`;
  const search = [
    "log",
    "--format=%H",
    "--pickaxe-regex",
    `-S${heading}`,
    "--end-of-options",
    revision,
    "--",
    "CHANGELOG.md",
  ];
  return (
    git(repository, ...search)
      .trim()
      .split("\n")
      .at(-1) || undefined
  );
}
