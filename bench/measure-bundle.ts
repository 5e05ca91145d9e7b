import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { must } from "../tests/support/must.ts";
import { bench, count, each, type Row, root, row } from "./tools.ts";

/** The size of a bundled program in bytes, compressed with brotli as for a browser. */
async function bundle(file: string, ...plugins: Plugin[]): Promise<number> {
  const {
    outputFiles: [output],
  } = await build({
    entryPoints: [join(bench, file)],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    logLevel: "error",
    plugins,
  });
  return brotliCompressSync(must(output, `a bundle of ${file}`).contents).length;
}

/** Measures the bundle of each program. */
export async function measureBundle(names: string[]): Promise<Row[]> {
  const sizes = await each(names, "bundling", (name) => bundle(`programs/${name}.ts`));
  await writeFile(join(bench, "output/floor.ts"), 'export { default } from "openapi-fetch";\n');
  console.log(
    `  floor: openapi-fetch's client imported and nothing else has ${count(await bundle("output/floor.ts"))} bytes`,
  );
  if (names.includes("ours")) await measureParts();
  return [row("bundle of the program, brotli, bytes", sizes, count)];
}

/** Prints how much smaller our program is without each part of the client. */
async function measureParts(): Promise<void> {
  const fromSource: Plugin = {
    name: "source",
    setup: (build) =>
      build.onResolve({ filter: /^trustframework-keysets$/ }, () => ({ path: join(root, "src/index.ts") })),
  };
  const without = (part: string): Plugin => ({
    name: "without",
    setup: (build) =>
      build.onLoad({ filter: new RegExp(`/src/${part}$`) }, async ({ path }) => {
        const exported = [
          ...(await readFile(path, "utf8")).matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm),
        ].map(([, name]) => `export const ${name} = globalThis.part;`);
        return { contents: exported.join("\n") };
      }),
  });
  const whole = await bundle("programs/ours.ts", fromSource);
  const parts = await each(
    (await readdir(join(root, "src"))).filter((part) => !/^(index|call|answer|options)\.ts$/.test(part)),
    "leaving out",
    async (part) => whole - (await bundle("programs/ours.ts", fromSource, without(part))),
  );
  const list = [...parts]
    .sort(([, one], [, other]) => other - one)
    .map(([part, bytes]) => `${part.replace(".ts", "")} ${bytes}`);
  console.log(`  our ${count(whole)} bytes by part, each with what it alone needs: ${list.join(", ")}`);
}
