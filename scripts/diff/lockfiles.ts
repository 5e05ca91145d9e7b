import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Lockfile {
  packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
}

/** The folders that can have a lockfile of their own. */
const foldersIn = (folder: string): string[] => {
  const suites = join(folder, "tests/suites");
  return [
    "",
    "bench/",
    "scripts/collections/",
    ...(existsSync(suites) ? readdirSync(suites) : []).map((name) => `tests/suites/${name}/`),
  ];
};

/** Which packages of the lockfiles in a folder come from another place than npm's registry, or can change unnoticed. */
export const lockfileProblems = (folder: string): string[] =>
  foldersIn(folder)
    .map((below) => `${below}package-lock.json`)
    .filter((file) => existsSync(join(folder, file)))
    .flatMap((file) => problemsIn(file, readFileSync(join(folder, file), "utf8")));

function problemsIn(file: string, text: string): string[] {
  const { packages } = JSON.parse(text) as Lockfile;
  const lines = text.split("\n");
  return Object.entries(packages).flatMap(([name, { resolved, integrity, link }]) => {
    if (name === "" || link) return [];
    const where = `${file}:${lines.findIndex((line) => line.startsWith(`    ${JSON.stringify(name)}: {`)) + 1}`;
    const isForeign = resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/");
    const isLoose = !/^sha512-[\w+/]{86}==$/.test(integrity ?? "");
    return [
      ...(isForeign ? [`${where}: ${name} comes from ${resolved}. Install it from https://registry.npmjs.org.`] : []),
      ...(isLoose
        ? [`${where}: ${name} has the integrity ${integrity ?? "(none)"}. Run "npm install" to write its SHA-512.`]
        : []),
    ];
  });
}
