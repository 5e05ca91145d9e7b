import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this package, which has the workflows and the OpenAPI document, whether the code is bundled or not. */
export const packageRoot = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

/** The nearest folder above with a package.json. */
export function findPackageRoot(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error("The package has no package.json. Install it again.");
  return findPackageRoot(parent);
}

export async function packageVersion(): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  return version;
}
