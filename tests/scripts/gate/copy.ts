import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { root } from "../../../scripts/lib/root.ts";

export { root };

/** One text in a file put in the place of another. */
export interface Edit {
  file: string;
  find: string;
  replace: string;
}

const folders: string[] = [];
afterAll(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** An empty folder that goes away afterwards. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gate-"));
  folders.push(folder);
  return folder;
}

const whole = ["spec", "generated", "src", "package.json", "CHANGELOG.md"];

/** A copy of what the gate reads, with edits. Its version is 0.1.0, so that no release changes the tests. */
export function copyWith(edits: Edit[], parts = whole): string {
  const folder = newFolder();
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  const versions = ["package.json", "spec/openapi.yaml", "CHANGELOG.md"].map((file) => ({
    file,
    find: version,
    replace: "0.1.0",
  }));
  for (const edit of [...versions, ...edits]) writeFileSync(join(folder, edit.file), edited(folder, edit));
  return folder;
}

/** The text of a file after an edit that must find its place. */
export function edited(folder: string, { file, find, replace }: Edit): string {
  const text = readFileSync(join(folder, file), "utf8");
  if (!text.includes(find))
    throw new Error(`${file} has no ${JSON.stringify(find)}: renew the edit in tests/scripts/gate/`);
  return text.replace(find, () => replace);
}

/** Runs git in a folder, as somebody. */
export const git = (folder: string, ...words: string[]): Buffer =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...words], {
    cwd: folder,
    stdio: "ignore",
  });

/** Runs a program of scripts/ in a folder. */
export const program = (
  folder: string,
  name: string,
  ...words: string[]
): Promise<{ code: unknown; stdout: string; stderr: string }> =>
  new Promise((done) => {
    const command = ["--import", import.meta.resolve("tsx"), join(root, `scripts/${name}.ts`), ...words];
    execFile(process.execPath, command, { cwd: folder }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
