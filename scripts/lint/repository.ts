import { readFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "../lib/git.ts";
import { root } from "../lib/root.ts";

/** The texts of the files that git knows or would add, by path. */
export type Repository = ReadonlyMap<string, string>;

let opened: Repository | undefined;

/** The repository as it is. It is read once. */
export function openRepository(): Repository {
  opened ??= new Map(
    git(root, "ls-files", "--cached", "--others", "--exclude-standard")
      .split("\n")
      .flatMap((file) => {
        const text = textOf(file);
        return text === undefined ? [] : [[file, text] as const];
      }),
  );
  return opened;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), "utf8");
  } catch {
    return undefined; // git still knows a file that was just removed
  }
}
