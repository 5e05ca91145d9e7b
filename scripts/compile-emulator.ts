// Bundles the emulator and the command into dist/, apart from the client, so that neither has a part of the other.
import { copyFile, rm } from "node:fs/promises";
import { build } from "esbuild";

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
