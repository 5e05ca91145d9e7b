import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { root } from "../../../scripts/lib/root.ts";

export { root };

/** A replacement of one text in a file by another; without `find`, a new file; without `replace`, a file that is removed. */
export interface Edit {
  file: string;
  find?: string;
  replace?: string;
}

const folders: string[] = [];
afterAll(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** An empty folder that is removed after the tests. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "gate-"));
  folders.push(folder);
  return folder;
}

/** The files that state the version, one of them twice. */
const versioned = ["package.json", "package-lock.json", "package-lock.json", "spec/openapi.yaml", "CHANGELOG.md"];
const everything = ["spec", "generated", "src", "package.json", "package-lock.json", "CHANGELOG.md"];

/** A copy of what the gate reads, with edits. Its version is 0.1.0, so that a release doesn't change the tests. */
export function copyWith(edits: Edit[], parts = everything): string {
  const folder = newFolder();
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  const versions = versioned.map((file) => ({ file, find: version, replace: "0.1.0" }));
  for (const edit of [...versions, ...edits]) writeFileSync(join(folder, edit.file), textWith(folder, edit));
  return folder;
}

/** The text of a file with an edit. Throws if the file doesn't contain the text to replace. */
export const textWith = (folder: string, edit: Edit): string =>
  edited(edit, edit.find === undefined ? "" : readFileSync(join(folder, edit.file), "utf8"));

/** The texts of files with an edit. */
export function withEdit(texts: ReadonlyMap<string, string>, edit: Edit): ReadonlyMap<string, string> {
  const result = new Map(texts);
  if (edit.replace === undefined) result.delete(edit.file);
  else result.set(edit.file, edited(edit, texts.get(edit.file) ?? ""));
  return result;
}

function edited({ file, find, replace = "" }: Edit, text: string): string {
  if (find === undefined) return replace;
  if (!text.includes(find))
    throw new Error(`${file} doesn't contain ${JSON.stringify(find)}: update the edit in tests/scripts/gate/`);
  return text.replace(find, () => replace);
}

/** Runs git in a folder, with a name and an address for commits. */
export const git = (folder: string, ...args: string[]): Buffer =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", ...args], {
    cwd: folder,
    stdio: "ignore",
  });

interface Result {
  code: unknown;
  stdout: string;
  stderr: string;
}

/** What a command of scripts/ prints in a folder, and its exit code. */
export const program = (folder: string, name: string, ...args: string[]): Promise<Result> =>
  programWith({}, folder, [name, ...args]);

/** What a command prints with variables added to its environment, and its exit code. */
export const programWith = (
  variables: Record<string, string>,
  folder: string,
  [name, ...args]: string[],
): Promise<Result> =>
  new Promise((done) => {
    const command = ["--import", import.meta.resolve("tsx"), join(root, `scripts/${name}.ts`), ...args];
    const env = { ...process.env, ...variables };
    execFile(process.execPath, command, { cwd: folder, env }, (error, stdout, stderr) =>
      done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
