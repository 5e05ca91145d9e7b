import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { bench, count, each, type Row, row, tool } from "./tools.ts";

async function bundle(file: string): Promise<number> {
  // A browser's form, since a program for Node is not bundled as a rule.
  await tool("esbuild", file, "--bundle", "--minify", "--format=esm", "--log-level=error", "--outfile=output/bundle.mjs");
  return brotliCompressSync(await readFile(join(bench, "output/bundle.mjs"))).length;
}

/** The whole program in one file. */
export async function measureBundle(names: string[]): Promise<Row[]> {
  const sizes = await each(names, "bundling", (name) => bundle(`programs/${name}.ts`));
  await writeFile(join(bench, "output/floor.ts"), 'export { default } from "openapi-fetch";\n');
  console.log(`  floor: openapi-fetch imported and nothing else has ${count(await bundle("output/floor.ts"))} bytes`);
  return [row("bundle of the program, brotli, bytes", sizes, count)];
}
