import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { must } from "../tests/support/must.ts";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const bench = join(root, "bench");

/** A row of the table: a cell for each contender that could be measured. */
export interface Row {
  title: string;
  cells: Record<string, string>;
}

/** Runs a program in bench/. Returns what it prints. */
export async function run(program: string, args: string[], cwd = bench): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, { cwd, maxBuffer: 2 ** 28 });
  return stdout;
}

/** Runs a program of an installed package. */
export const tool = (name: string, ...args: string[]) => run(join(bench, "node_modules", ".bin", name), args);

/** Measures each contender. One that fails is reported and left out. */
export async function each<T>(
  names: string[],
  what: string,
  measure: (name: string) => Promise<T>,
): Promise<Map<string, T>> {
  const measured = new Map<string, T>();
  for (const name of names) {
    try {
      measured.set(name, await measure(name));
    } catch (error) {
      const { message, stdout = "" } = error as Error & { stdout?: string };
      console.error(`  ${name}: ${what} failed, so its cell stays empty: ${message.trim()}\n${stdout.slice(0, 1000)}`);
    }
  }
  return measured;
}

export function row<T>(title: string, measured: Map<string, T>, show: (value: T) => string): Row {
  return { title, cells: Object.fromEntries([...measured].map(([name, value]) => [name, show(value)])) };
}

/** The value that the others are compared with. */
export function base<T>(measured: Map<string, T>, name: string): T {
  return must(measured.get(name), `a measurement of ${name}, to compare the others with`);
}

export const count = (value: number) => value.toLocaleString("en-US");

/** Writes a program's project for the compiler. Returns the arguments to check it with. */
export async function project(file: string, skipLibCheck = true): Promise<string[]> {
  const path = join(bench, "output", "tsconfig.json");
  const lib = ["es2022", "dom", "dom.iterable"];
  const options = {
    noEmit: true,
    strict: true,
    target: "es2022",
    lib,
    types: [],
    module: "esnext",
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
  };
  await writeFile(path, JSON.stringify({ compilerOptions: { ...options, skipLibCheck }, files: [join(bench, file)] }));
  return [join(bench, "node_modules/typescript/lib/tsc.js"), "-p", path];
}
