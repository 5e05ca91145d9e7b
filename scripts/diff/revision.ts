import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const git = (folder: string, ...args: string[]): Buffer =>
  execFileSync("git", args, { cwd: folder, maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "pipe"] });

/** What a comparison reads, so that a revision without one of these can't be compared with. */
const parts = ["spec", "generated", "src", "package.json"];

/** Calls `work` with a folder that has the files of a git revision, and removes the folder afterwards. */
export async function withRevision<T>(
  revision: string,
  work: (folder: string) => Promise<T>,
  repository = ".",
): Promise<T> {
  try {
    git(repository, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  } catch {
    throw new Error(
      `Unknown revision "${revision}". Expected a branch, tag, or commit of this repository. "git fetch" gets those of others.`,
    );
  }
  const folder = mkdtempSync(join(tmpdir(), "revision-"));
  try {
    execFileSync("tar", ["-x", "-C", folder], { input: archive(repository, revision) });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function archive(repository: string, revision: string): Buffer {
  try {
    return git(repository, "archive", revision, "--", ...parts);
  } catch {
    throw new Error(`${revision} can't be compared with: it lacks one of ${parts.join(", ")}.`);
  }
}
