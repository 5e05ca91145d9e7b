import { cp } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../../scripts/lib/root.ts";

/** Bundles the command of the package into a folder, as it ships, and returns its path. It starts faster than its sources. */
export async function bundleCommand(folder: string): Promise<string> {
  await build({
    entryPoints: { cli: join(root, "src/cli.ts") },
    outdir: join(folder, "dist"),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  await cp(join(root, "package.json"), join(folder, "package.json"));
  return join(folder, "dist/cli.js");
}
