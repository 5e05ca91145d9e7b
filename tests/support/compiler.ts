import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../scripts/lib/root.ts";

interface Compilation {
  /** The project that the sources belong to. Without one, they import what src/ has now. */
  folder?: string;
  /** The compiler's options, as tsconfig.json has them. */
  options?: Record<string, unknown>;
}

const projectOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
};

const sourceOptions = {
  noUnusedLocals: false, // a program needn't use all that it declares
  types: [],
  paths: { "trustframework-keysets": [join(root, "src/index.ts")] },
};

/** The errors of each source. TypeScript 7 compiles them in one program, which is several times faster than with 5. */
export async function compile(
  sources: Record<string, string>,
  { folder, options }: Compilation = {},
): Promise<Record<string, string[]>> {
  const sourceFolder = await mkdtemp(join(folder ?? tmpdir(), "programs-"));
  try {
    const names = Object.keys(sources);
    // Names of tests aren't names of files.
    const files = names.map((_, i) => `program-${i}.mts`);
    await Promise.all(names.map((name, i) => writeFile(join(sourceFolder, files[i] ?? ""), sources[name] ?? "")));
    const config = folder
      ? { compilerOptions: { ...projectOptions, ...options } }
      : { extends: join(root, "tsconfig.json"), compilerOptions: { ...sourceOptions, ...options }, include: [] };
    await writeFile(join(sourceFolder, "tsconfig.json"), JSON.stringify({ ...config, files }));
    const errors = await runCompiler(sourceFolder);
    const elsewhere = errors.filter(({ file }) => !files.includes(file));
    if (elsewhere.length > 0) throw new Error(elsewhere.map(({ file, message }) => `${file}: ${message}`).join("\n"));
    const messagesOf = (file: string | undefined) =>
      errors.filter((error) => error.file === file).map(({ message }) => message);
    return Object.fromEntries(names.map((name, i) => [name, messagesOf(files[i])]));
  } finally {
    await rm(sourceFolder, { recursive: true });
  }
}

/** What the compiler prints of a folder's sources: the name of a file, and the lines of the message. */
async function runCompiler(folder: string): Promise<{ file: string; message: string }[]> {
  const tsc = [join(root, "node_modules/typescript7/bin/tsc"), "--project", folder, "--noEmit", "--pretty", "false"];
  const printed: string = await promisify(execFile)(process.execPath, tsc, { cwd: folder, maxBuffer: 2 ** 24 }).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }) => stdout + stderr,
  );
  return printed
    .split(/\n(?! |$)/)
    .filter((error) => error.trim() !== "")
    .map((error) => {
      const [, file = "", message] = /^(.+?)\(\d+,\d+\): error TS\d+: (.*)/s.exec(error) ?? [];
      return { file: basename(file), message: (message ?? error).trimEnd() };
    });
}
