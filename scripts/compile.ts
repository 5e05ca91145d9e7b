// Compiles the package into dist/: modules and CommonJS with their declarations, and the emulator and the command as modules alone.
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { root } from "./lib/root.ts";
import { runCli } from "./lib/run-cli.ts";

const dist = join(root, "dist");
/** The entries of the package: what is run, and where their declarations are. */
const entries = {
  index: { source: "src/index.ts", declarations: "src/index.d.ts" },
  fixtures: { source: "generated/fixtures.ts", declarations: "generated/fixtures.d.ts" },
  types: { source: "generated/types.ts", declarations: "generated/types.d.ts" },
};
/** The entries that only Node.js runs, apart from those above, so that neither has a part of the other. */
const nodeEntries = { emulator: "src/emulator/index.ts", cli: "src/cli.ts" };
/** The packages that the entries for Node.js contain, and the files of their licenses. */
const bundled = { "markdown-table": "license", "node-forge": "LICENSE", yaml: "LICENSE" };

/** What a declaration imports, without the extension. */
const imported = /(from|import\() ?"(\.[^"]*)\.js"/g;

const usage = `Usage: npm run compile

Compiles the package into dist/: modules and CommonJS with their declarations, and the emulator and the command for Node.js.`;

await runCli({
  usage,
  async main() {
    rmSync(dist, { recursive: true, force: true });
    const [declarations, nodeDeclarations] = await Promise.all([
      writeDeclarations("tsconfig.build.json"),
      writeDeclarations("tsconfig.emulator.json"),
      bundle("esm", ".js"),
      bundle("cjs", ".cjs"),
      bundleForNode(),
    ]);
    shipDeclarations(declarations);
    shipNodeDeclarations(nodeDeclarations);
    return 0;
  },
});

/** Compiles the declarations of the sources of a configuration, and returns the folder that has them. */
async function writeDeclarations(project: string): Promise<string> {
  const folder = join(root, "node_modules/.cache/declarations", project.replace(/\.json$/, ""));
  rmSync(folder, { recursive: true, force: true });
  const tsc = ["node_modules/typescript7/bin/tsc", "-p", project, "--outDir", folder];
  await promisify(execFile)(process.execPath, tsc, { cwd: root }).catch(({ stdout, stderr }) => {
    throw new Error(`The declarations don't compile:\n${stdout}${stderr}`);
  });
  return folder;
}

/** Bundles each entry in a format, without the packages that it imports. */
async function bundle(format: "esm" | "cjs", extension: string): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, { source }]) => [name, join(root, source)])),
    outdir: dist,
    outExtension: { ".js": extension },
    bundle: true,
    packages: "external",
    format,
    target: "es2022",
    logLevel: "warning",
  });
}

/** Bundles what only Node.js runs with its packages, beside their licenses. */
async function bundleForNode(): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(Object.entries(nodeEntries).map(([name, source]) => [name, join(root, source)])),
    outdir: dist,
    bundle: true,
    splitting: true, // what is imported only when it's needed, such as node-forge, gets a file of its own
    chunkNames: "chunks/[name]-[hash]",
    platform: "node",
    format: "esm",
    target: "es2022",
    // node-forge loads node:crypto with require, which ES modules don't have.
    banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' },
    minifyWhitespace: true, // node-forge is half a megabyte of comments
    logLevel: "warning",
  });
  for (const [name, license] of Object.entries(bundled))
    copyFileSync(join(root, "node_modules", name, license), join(dist, "chunks", `${name}.LICENSE`));
}

/** Copies the declarations that an entry reaches, for both formats. The others would load those of openapi-fetch. */
function shipDeclarations(folder: string): void {
  for (const file of reachable(Object.values(entries).map(({ declarations }) => join(folder, declarations)))) {
    const text = readFileSync(file, "utf8");
    const target = join(dist, relative(folder, file));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    writeFileSync(target.replace(/\.d\.ts$/, ".d.cts"), text.replace(imported, '$1 "$2.cjs"'));
  }
}

/** Copies the declarations that the emulator reaches. */
function shipNodeDeclarations(folder: string): void {
  for (const file of reachable([join(folder, "src/emulator/index.d.ts")])) {
    const target = join(dist, relative(folder, file));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(file, target);
  }
}

function reachable(files: string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const next = [...readFileSync(file, "utf8").matchAll(imported)];
    reachable(
      next.map(([, , path = ""]) => resolve(dirname(file), `${path}.d.ts`)),
      found,
    );
  }
  return found;
}
