import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, type Metafile, type Plugin } from "esbuild";
import { must } from "../tests/support/must.ts";
import { bench, count, each, type Row, root, row } from "./tools.ts";

/** A bundle: its size in bytes, compressed with brotli as for a browser, and what esbuild says of its parts. */
interface Bundle {
  size: number;
  metafile: Metafile;
}

async function bundle(file: string, ...plugins: Plugin[]): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(bench, file)],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    metafile: true,
    logLevel: "error",
    plugins,
  });
  const [output] = outputFiles;
  return { size: brotliCompressSync(must(output, `a bundle of ${file}`).contents).length, metafile };
}

/** Measures the bundle of each program. */
export async function measureBundle(names: string[]): Promise<Row[]> {
  const sizes = await each(names, "bundling", async (name) => (await bundle(`programs/${name}.ts`)).size);
  await writeFile(join(bench, "output/floor.ts"), 'export { default } from "openapi-fetch";\n');
  console.log(
    `  floor: openapi-fetch's client imported and nothing else has ${count((await bundle("output/floor.ts")).size)} bytes`,
  );
  if (names.includes("ours")) await measureParts();
  return [row("bundle of the program, brotli, bytes", sizes, count)];
}

/** Prints what our program is made of, by folder: minified bytes, as a file can't be compressed alone. */
async function measureParts(): Promise<void> {
  const fromSource: Plugin = {
    name: "source",
    setup: (build) =>
      build.onResolve({ filter: /^trustframework-keysets$/ }, () => ({ path: join(root, "src/index.ts") })),
  };
  const { size, metafile } = await bundle("programs/ours.ts", fromSource);
  const parts = new Map<string, number>();
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const part = must(
        /(?:^|\/)(openapi-fetch|generated|bench|src(?:\/\w+(?=\/))?)\//.exec(file)?.[1],
        `a part for ${file}`,
      );
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
  const list = [...parts].sort(([, one], [, other]) => other - one).map(([part, bytes]) => `${part} ${count(bytes)}`);
  console.log(`  our ${count(size)} bytes by part, minified: ${list.join(", ")}`);
}
