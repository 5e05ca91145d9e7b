import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";

/** Installs what a folder of heavy tests needs and `npm ci` leaves out, unless it is there as the lockfile has it. */
export function install(folder: string): void {
  const written = (file: string) => statSync(`${folder}/${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (written("node_modules/.package-lock.json") >= written("package-lock.json")) return;
  console.log(`Installing ${folder} ...`);
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}

/** The rows of a table in columns. */
export function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  return rows.map((cells) => cells.map((cell, i) => cell.padEnd(widths[i]!)).join("  ").trimEnd()).join("\n");
}
