import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../lib/root.ts";

const skippedFolders = new Set(["node_modules", "dist", "output", ".git"]);

/** The files of a path, relative to the root: the path itself, or all files below it if it is a folder. */
export async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  const below = await Promise.all(
    entries
      .filter(({ name }) => !skippedFolders.has(name))
      .map((entry) => {
        const child = path === "." ? entry.name : `${path}/${entry.name}`;
        return entry.isDirectory() ? filesBelow(child) : [child];
      }),
  );
  return below.flat().sort();
}
