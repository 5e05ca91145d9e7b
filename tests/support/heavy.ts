import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";

/** Installs what a folder of heavy tests needs and `npm ci` leaves out, unless it is there as the lockfile has it. */
export function install(folder: string): void {
  const written = (file: string) => statSync(`${folder}/${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (written("node_modules/.package-lock.json") >= written("package-lock.json")) return;
  console.log(`Installing what ${folder}package.json names ...`);
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

/** Prints a row of a table, as soon as it is known. */
export const printRow = (...cells: string[]): void => console.log(cells.map((cell) => cell.padEnd(20)).join("").trimEnd());
