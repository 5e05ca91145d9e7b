import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import manifest from "../../package.json" with { type: "json" };
import { root } from "../../scripts/lib/root.ts";

const run = promisify(execFile);

/** A project that installed the package, packed as npm publishes it. It is deleted on disposal. */
export interface Consumer extends AsyncDisposable {
  folder: string;
  tarball: string;
}

let installed: Promise<string> | undefined;

/** Gives a new project with the package installed, without the network: its dependencies come from this repository. */
export async function consumer(): Promise<Consumer> {
  if (!existsSync(join(root, "dist/index.js"))) throw new Error('dist/ is missing: run "npm run compile" first');
  const folder = await mkdtemp(join(tmpdir(), "consumer-"));
  installed ??= installedOnce();
  await cp(await installed, folder, { recursive: true, verbatimSymlinks: true });
  const tarball = join(folder, `${manifest.name}-${manifest.version}.tgz`);
  return { folder, tarball, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

/** A folder with the installed package. npm makes it only if a file of the package isn't what it was the last time. */
async function installedOnce(): Promise<string> {
  const cache = join(root, "node_modules/.cache/consumer");
  const packages = [root, ...(await dependenciesOf(root))];
  const digest = await digestOf(packages);
  const folder = join(cache, digest);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const isStale = (name: string) => name !== digest && !name.startsWith("unfinished-");
  for (const name of (await readdir(cache)).filter(isStale))
    await rm(join(cache, name), { recursive: true, force: true });
  const unfinished = await mkdtemp(join(cache, "unfinished-"));
  await install(packages, unfinished);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    // Another worker was faster.
    await rm(unfinished, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Packs the packages and installs them in a new project in a folder. */
async function install(packages: string[], folder: string): Promise<void> {
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  // Without scripts, as dist/ already exists.
  const pack = ["pack", ...packages, "--json", "--ignore-scripts", "--pack-destination", folder];
  const { stdout } = await run("npm", pack, { cwd: root });
  const packed: { filename: string }[] = Object.values(JSON.parse(stdout));
  const tarballs = packed.map(({ filename }) => join(folder, filename));
  const flags = ["--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", ["install", ...flags, ...tarballs], { cwd: folder });
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

/** A digest of every file that can get into the tarballs. */
async function digestOf([own = root, ...dependencies]: string[]): Promise<string> {
  const folders = new Set(manifest.files.map((pattern) => pattern.split("/")[0] ?? ""));
  const top = (await readdir(own)).filter((name) => folders.has(name) || /^(package\.json|.*\.md|LICENSE)$/.test(name));
  const digest = createHash("sha256");
  for (const file of await filesOf([...top.map((name) => join(own, name)), ...dependencies]))
    digest
      .update(`${file}\0`)
      .update(await readFile(file))
      .update("\0");
  return digest.digest("hex").slice(0, 16);
}

/** The files among paths and in the folders among them, in order. */
async function filesOf(paths: string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      if (!(await stat(path)).isDirectory()) return [path];
      return filesOf((await readdir(path)).map((name) => join(path, name)));
    }),
  );
  return found.flat().sort();
}
