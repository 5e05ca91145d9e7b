import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./root.ts";

/** What .gitignore has: what is installed, and what programs make. */
const ignored = /(^|\/)(node_modules|dist|coverage|\.git)$|^bench\/output$|\.tgz$|^lint\.sarif$/;

/** The files of a path in a folder: the path itself, or all files below it if it is a folder. */
export async function filesBelow(path: string, folder = root): Promise<string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  const below = await Promise.all(
    entries.map((entry) => {
      const child = path === "." ? entry.name : `${path}/${entry.name}`;
      if (ignored.test(child)) return [];
      return entry.isDirectory() ? filesBelow(child, folder) : [child];
    }),
  );
  return below.flat().sort();
}
