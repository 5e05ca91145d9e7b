import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { must } from "../tests/support/must.ts";
import { misuses, preludes } from "./misuses.ts";
import { bench, each, project, type Row, row, run } from "./tools.ts";

/** The lines of a file that the compiler reports an error in. */
async function wrongLines(file: string): Promise<Set<string>> {
  const printed = await run(process.execPath, await project(file)).catch(({ stdout }: { stdout: string }) => stdout);
  const found = [...printed.matchAll(/^(\S+)\((\d+),\d+\): error/gm)];
  const elsewhere = found.find(([, path = ""]) => !path.endsWith(file));
  if (elsewhere) throw new Error(`${elsewhere[0]} is an error outside ${file}`);
  return new Set(found.map(([, , line = ""]) => line));
}

/** How many misuses don't compile. What was meant must compile. */
async function caught(name: string): Promise<number> {
  const prelude = must(preludes[name], `a prelude of ${name}`).split("\n");
  const file = `output/misuses-${name}.ts`;
  const compile = async (side: "$1" | "$2") => {
    const lines = Object.values(misuses).map((written) => {
      const program = must(written[name], `a misuse of ${name}`);
      return `{ ${program.replaceAll(/\[\[(.*?)\|(.*?)\]\]/g, side)}; }`;
    });
    await writeFile(join(bench, file), [...prelude, ...lines, "export {};", ""].join("\n"));
    return wrongLines(file);
  };
  const wrong = await compile("$1");
  const right = await compile("$2");
  if (right.size > 0)
    throw new Error(`The correct programs of misuses.ts must compile: see line ${[...right].join(", ")} of ${file}.`);
  const missed = Object.keys(misuses).filter((_, i) => !wrong.has(String(prelude.length + i + 1)));
  if (missed.length > 0) console.log(`  ${name} compiles: ${missed.join(", ")}`);
  return Object.keys(misuses).length - missed.length;
}

/** Measures how many mistakes of a caller the compiler finds. */
export async function measureMisuses(names: string[]): Promise<Row[]> {
  return [
    row(
      `misuses that do not compile, of ${Object.keys(misuses).length}`,
      await each(names, "compiling its misuses", caught),
      String,
    ),
  ];
}
