import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));

/** A project that installed the package, packed as npm publishes it, without its scripts: `dist/` is there. */
export async function consumer(): Promise<{ folder: string; tarball: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), "consumer-"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    cwd: root,
  });
  const tarball = join(folder, JSON.parse(stdout)[0].filename);
  // npm finds what the package depends on in place, and needs no registry.
  for (const name of ["openapi-fetch", "openapi-typescript-helpers"])
    await cp(join(root, "node_modules", name), join(folder, "node_modules", name), { recursive: true });
  await run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", tarball], { cwd: folder });
  return { folder, tarball, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}
