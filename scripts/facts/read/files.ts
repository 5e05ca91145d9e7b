import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Facts } from "../facts.ts";

/** A page's facts as the text of its facts file. */
export function factsText(facts: Facts): string {
  const comment = `# Facts read from ${facts.source}. Written by "npm run facts:read", never edited.\n`;
  return comment + stringify(facts, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Writes a facts file whole or not at all; refuses to overwrite one that was transcribed by hand. */
export function writeFacts(folder: string, stem: string, text: string): "written" | "unchanged" | "transcribed" {
  const file = join(folder, `${stem}.yaml`);
  const present = readIfThere(file);
  if (present === text) return "unchanged";
  // Only at column 0 is it a key of the file: a body's text is indented.
  if (present !== null && /^transcribed:[ \t]*true\b/m.test(present)) return "transcribed";
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `.${stem}.yaml.${process.pid}`);
  try {
    writeFileSync(draft, text);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return "written";
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
