import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../lib/files-below.ts";

interface Lockfile {
  packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
}

/** Which packages of the lockfiles in a folder come from another place than npm's registry, or can change unnoticed. */
export async function lockfileProblems(folder: string): Promise<string[]> {
  const files = (await filesBelow(".", folder)).filter((file) => /(^|\/)package-lock\.json$/.test(file));
  return files.flatMap((file) => problemsIn(file, readFileSync(join(folder, file), "utf8")));
}

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
