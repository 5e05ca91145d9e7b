import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../scripts/lib/root.ts";

const run = promisify(execFile);

/** A project that installed the package, packed as npm publishes it. It is deleted on disposal. */
export interface Consumer extends AsyncDisposable {
  folder: string;
  tarball: string;
}

/** Installs the package in a new project, without the network: its dependencies come from this repository. */
export async function consumer(): Promise<Consumer> {
  if (!existsSync(join(root, "dist/index.js"))) throw new Error('dist/ is missing: run "npm run compile" first');
  const folder = await mkdtemp(join(tmpdir(), "consumer-"));
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const packages = [root, ...(await dependenciesOf(root))];
  // Without scripts, as dist/ already exists.
  const pack = ["pack", ...packages, "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await run("npm", pack, { cwd: root });
  const packed: { filename: string }[] = Object.values(JSON.parse(stdout));
  const tarballs = packed.map(({ filename }) => join(folder, filename));
  const flags = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", ["install", ...flags, ...tarballs], { cwd: folder });
  const tarball = tarballs[0] ?? "";
  return { folder, tarball, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

/** The folders of the packages that a package depends on, and of those that they depend on. */
async function dependenciesOf(folder: string, found = new Set<string>()): Promise<Set<string>> {
  const { dependencies = {} } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    const dependency = join(root, "node_modules", name);
    if (!found.has(dependency)) await dependenciesOf(dependency, found.add(dependency));
  }
  return found;
}
