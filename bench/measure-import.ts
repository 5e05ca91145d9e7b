import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { base, bench, each, type Row, row, run } from "./tools.ts";

const processes = 25;

async function once(name: string): Promise<number> {
  const url = pathToFileURL(join(bench, "output/js", `${name}.mjs`)).href;
  const code = `const start = performance.now(); await import(${JSON.stringify(url)}); process.stdout.write(String(performance.now() - start)); process.exit()`;
  return Number(await run(process.execPath, ["--input-type=module", "-e", code]));
}

/** Measures how much longer a new process takes to import each program than an empty one: the shortest of many, taken in turn. */
export async function measureImport(names: string[]): Promise<Row[]> {
  const least = new Map<string, number>();
  for (let count = 0; count < processes; count++) {
    for (const [name, ms] of await each(["empty", ...names], "importing", once))
      least.set(name, Math.min(ms, least.get(name) ?? Infinity));
  }
  const empty = base(least, "empty");
  least.delete("empty");
  return [row("import, ms over an empty file", least, (ms) => (ms - empty).toFixed(1))];
}
