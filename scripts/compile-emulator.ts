// Bundles the emulator and the command into dist/, apart from the client, so that neither has a part of the other.
import { copyFile, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import ts from "typescript";

await rm("dist/chunks", { recursive: true, force: true });
await build({
  entryPoints: { emulator: "src/emulator/index.ts", cli: "src/cli.ts" },
  bundle: true,
  splitting: true, // what is imported only when it's needed, such as node-forge, gets a file of its own
  format: "esm",
  platform: "node",
  target: "es2022",
  outdir: "dist",
  chunkNames: "chunks/[name]-[hash]",
  // node-forge loads node:crypto with require, which ES modules don't have.
  banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' },
  minifyWhitespace: true, // node-forge is half a megabyte of comments
  logLevel: "warning",
});
await copyFile("node_modules/node-forge/LICENSE", "dist/chunks/node-forge.LICENSE");
await removeInternalDeclarations();

/** The compiler writes a declaration for each module. Only those that the exported types need are for users, and they need no other package. */
async function removeInternalDeclarations(): Promise<void> {
  const needed = new Set<string>();
  await visit(resolve("dist/src/emulator/index.d.ts"), needed);
  const folder = resolve("dist/src/emulator");
  const written = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".d.ts"));
  const internal = [...written.map((name) => join(folder, name)), resolve("dist/generated/body-validators.d.ts")];
  await Promise.all(internal.filter((file) => !needed.has(file)).map((file) => rm(file)));
}

async function visit(file: string, seen: Set<string>): Promise<void> {
  if (seen.has(file)) return;
  seen.add(file);
  const { importedFiles } = ts.preProcessFile(await readFile(file, "utf8"));
  for (const { fileName } of importedFiles)
    await visit(resolve(dirname(file), fileName.replace(/\.[jt]s$/, ".d.ts")), seen);
}
