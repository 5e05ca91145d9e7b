import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { installSuite } from "../scripts/lib/install-suite.ts";
import { contenderNamed, contenders } from "./contenders.ts";
import { bench, each, root, run, tool } from "./tools.ts";

const json = async (...path: string[]) => JSON.parse(await readFile(join(...path), "utf8"));

/** Installs and builds the program of each contender. Returns the names of those that can be measured. */
export async function prepare(names: string[]): Promise<string[]> {
  installSuite(bench);
  await rm(join(bench, "output"), { recursive: true, force: true });
  await mkdir(join(bench, "output"));
  await installOurs();
  const ready = await each(names, "making its program", async (name) => {
    console.log(`Making the program of ${name}`);
    const { generator } = contenderNamed(name);
    if (generator) await tool(...(generator.slice(1) as [string, ...string[]]));
    await tool(
      "esbuild",
      `programs/${name}.ts`,
      "--bundle",
      "--packages=external",
      "--format=esm",
      "--log-level=error",
      `--outfile=output/js/${name}.mjs`,
    );
  });
  await writeFile(join(bench, "output/js/empty.mjs"), "");
  return [...ready.keys()];
}

/** Installs this package as `npm pack` makes it. */
async function installOurs(): Promise<void> {
  console.log("Packing this package");
  const { name, version } = await json(root, "package.json");
  await run("npm", ["pack", "--silent", "--pack-destination", "bench/output"], root);
  const folder = join(bench, "node_modules", name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await run("tar", ["-xzf", `output/${name}-${version}.tgz`, "-C", folder, "--strip-components=1"]);
}

/** The packages that are compared, with their versions. */
export async function versions(names: string[]): Promise<string> {
  const version = async (name: string) =>
    `${name} ${(await json(bench, "node_modules", name, "package.json")).version}`;
  const packages = contenders
    .filter(({ name }) => names.includes(name))
    .flatMap(({ packages, generator }) => [...packages, ...(generator ? [generator[0]] : [])]);
  return (await Promise.all([...packages, "typescript", "esbuild"].map(version))).join(", ");
}
