import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** Installs the packages of a folder with a lockfile of its own, unless what its lockfile names is already installed. */
export function installSuite(folder: string): void {
  const lock = readFileSync(`${folder}/package-lock.json`, "utf8");
  const marker = `${folder}/node_modules/.installed-lock.json`;
  if (textOf(marker) === lock) return;
  console.log(`Installing the packages of ${folder.replace(/\/$/, "")}/package.json ...`);
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  writeFileSync(marker, lock);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
