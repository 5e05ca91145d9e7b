import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { misuses, preludes } from "./misuses.ts";
import { bench, each, project, type Row, row, run } from "./tools.ts";

/** The lines of a file in which the compiler finds an error. */
async function wrongLines(file: string): Promise<Set<string>> {
  const printed = await run(process.execPath, await project(file)).catch(({ stdout }: { stdout: string }) => stdout);
  const found = [...printed.matchAll(/^(\S+)\((\d+),\d+\): error/gm)];
  const elsewhere = found.find(([, path]) => !path!.endsWith(file));
  if (elsewhere) throw new Error(`${elsewhere[0]} is not in ${file}`);
  return new Set(found.map(([, , line]) => line!));
}

/** How many of the misuses do not compile, while what was meant does. */
async function caught(name: string): Promise<number> {
  const prelude = preludes[name]!.split("\n");
  const found: Set<string>[] = [];
  for (const side of ["$1", "$2"]) {
    const lines = Object.values(misuses).map(
      (written) => `{ ${written[name]!.replaceAll(/\[\[(.*?)\|(.*?)\]\]/g, side)}; }`,
    );
    const file = `output/misuses-${name}.ts`;
    await writeFile(join(bench, file), [...prelude, ...lines, "export {};", ""].join("\n"));
    found.push(await wrongLines(file));
  }
  const [wrong, right] = found as [Set<string>, Set<string>];
  if (right.size > 0)
    throw new Error(
      `what is right in misuses.ts does not compile: line ${[...right].join(", ")} of output/misuses-${name}.ts`,
    );
  const missed = Object.keys(misuses).filter((_, i) => !wrong.has(String(prelude.length + i + 1)));
  if (missed.length > 0) console.log(`  ${name} takes: ${missed.join(", ")}`);
  return Object.keys(misuses).length - missed.length;
}

/** Mistakes that a caller makes, and whether the compiler finds them. */
export async function measureMisuses(names: string[]): Promise<Row[]> {
  return [
    row(
      `misuses that do not compile, of ${Object.keys(misuses).length}`,
      await each(names, "compiling its misuses", caught),
      String,
    ),
  ];
}
