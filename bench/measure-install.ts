import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { contenderNamed } from "./contenders.ts";
import { bench, count, each, project, type Row, row, run } from "./tools.ts";

/** The folder in which a package finds another. */
async function folder(name: string, from: string): Promise<string> {
  for (let at = from; ; at = dirname(at)) {
    const path = join(at, "node_modules", name);
    if (await stat(path).catch(() => undefined)) return path;
    if (at === bench) throw new Error(`${name} is not installed`);
  }
}

/** The folders of packages and of their dependencies. */
async function installed(names: string[], from = bench, found = new Set<string>()): Promise<Set<string>> {
  for (const name of names) {
    const path = await folder(name, from);
    if (found.has(path)) continue;
    found.add(path);
    const { dependencies = {} } = JSON.parse(await readFile(join(path, "package.json"), "utf8"));
    await installed(Object.keys(dependencies), path, found);
  }
  return found;
}

const sum = async (sizes: Promise<number>[]): Promise<number> =>
  (await Promise.all(sizes)).reduce((all, one) => all + one, 0);

async function size(path: string): Promise<number> {
  const entries = await readdir(path, { withFileTypes: true });
  const sizes = entries
    .filter(({ name }) => name !== "node_modules")
    .map(async (entry) => {
      const inner = join(path, entry.name);
      return entry.isDirectory() ? size(inner) : (await stat(inner)).size;
    });
  return sum(sizes);
}

/** The size of the declarations that the compiler reads for a program, without its own libraries and the program, in bytes. */
async function declarations(name: string): Promise<number> {
  const files = (await run(process.execPath, [...(await project(`programs/${name}.ts`)), "--listFilesOnly"]))
    .trim()
    .split("\n");
  const read = files.filter(
    (file) => !file.includes("/node_modules/typescript/") && !file.includes("/bench/programs/"),
  );
  return sum(read.map(async (file) => (await stat(file)).size));
}

/** Measures what is installed on a user's disk, and what the compiler reads of it. */
export async function measureInstall(names: string[]): Promise<Row[]> {
  const folders = await each(names, "finding its packages", (name) => installed(contenderNamed(name).packages));
  const sizes = await each([...folders.keys()], "measuring its packages", (name) =>
    sum([...(folders.get(name) ?? [])].map(size)),
  );
  return [
    row("packages to install", folders, ({ size }) => count(size)),
    row("their size, kB", sizes, (bytes) => count(Math.round(bytes / 1000))),
    row("types that the compiler reads, kB", await each(names, "reading its types", declarations), (bytes) =>
      count(Math.round(bytes / 1000)),
    ),
  ];
}
