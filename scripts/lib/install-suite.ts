import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** Installs what a folder with a lockfile of its own needs and the project's `npm ci` leaves out, unless it is there as the lockfile has it. */
export function install(folder: string): void {
  const lock = readFileSync(`${folder}/package-lock.json`, "utf8");
  const installed = `${folder}/node_modules/.installed-lock.json`;
  if (read(installed) === lock) return;
  console.log(`Installing what ${folder.replace(/\/$/, "")}/package.json names ...`);
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  writeFileSync(installed, lock);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
