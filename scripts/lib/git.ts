import { execFileSync } from "node:child_process";

/** What git prints in a folder. */
export const git = (folder: string, ...words: string[]): string =>
  execFileSync("git", words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
