import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Facts } from "../facts.ts";

const schema = "# yaml-language-server: $schema=../pages.schema.json\n";

/** A page's facts as the text of its facts file. */
export function factsText(facts: Facts): string {
  const comment = `${schema}# Facts read from ${facts.page}. Written by "npm run facts:read", never edited.\n`;
  return comment + stringify(facts, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** What became of a file. */
export type Outcome = "written" | "unchanged";

/** Writes a file completely or leaves it unchanged. With `check`, it only reports how the file would change. */
export function writeFile(file: string, text: string, { check }: { check: boolean }): Outcome {
  if (readIfThere(file) === text) return "unchanged";
  if (check) return "written";
  mkdirSync(join(file, ".."), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return "written";
}

/** The text of a file; null when there is none. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
