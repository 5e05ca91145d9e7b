import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const git = (...words: string[]): Buffer =>
  execFileSync("git", words, { maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "pipe"] });

/** What a comparison reads, and what a revision must have for one. */
const parts = ["spec", "generated", "src", "package.json", "CHANGELOG.md"];

/** Hands the files of a git revision, in a folder that goes away afterwards, to what works on them. */
export async function withRevision<T>(revision: string, work: (folder: string) => Promise<T>): Promise<T> {
  try {
    git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
  } catch {
    throw new Error(
      `${revision} is no revision of this repository. Give a branch, a tag or a commit that git knows; "git fetch" gets those of others.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "revision-"));
  try {
    execFileSync("tar", ["-x", "-C", folder], { input: archive(revision) });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function archive(revision: string): Buffer {
  try {
    return git("archive", revision, ...parts);
  } catch {
    throw new Error(`${revision} has no contract to compare with: it lacks one of ${parts.join(", ")}.`);
  }
}
