// Compiles the package into dist/: modules and CommonJS, each with its declarations.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { root } from "./lib/root.ts";
import { runCli } from "./lib/run-cli.ts";

const dist = join(root, "dist");
/** The entries of the package: what is run, and where their declarations are. */
const entries = {
  index: { source: "src/index.ts", declarations: "src/index.d.ts" },
  types: { source: "generated/types.ts", declarations: "generated/types.d.ts" },
};

const usage = `Usage: npm run compile

Compiles the package into dist/: modules and CommonJS, each with its declarations.`;

await runCli({
  usage,
  async main() {
    rmSync(dist, { recursive: true, force: true });
    const declarations = writeDeclarations();
    await bundle("esm", ".js");
    await bundle("cjs", ".cjs");
    shipDeclarations(declarations);
    return 0;
  },
});

/** Compiles the declarations of all sources, and returns the folder that has them. */
function writeDeclarations(): string {
  const folder = join(root, "node_modules/.cache/declarations");
  rmSync(folder, { recursive: true, force: true });
  const tsc = ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", folder];
  execFileSync(process.execPath, tsc, { cwd: root, stdio: "inherit" });
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

/** Copies the declarations that an entry reaches, for both formats. The others would load those of openapi-fetch. */
function shipDeclarations(folder: string): void {
  for (const file of reachable(Object.values(entries).map(({ declarations }) => join(folder, declarations)))) {
    const text = readFileSync(file, "utf8");
    const target = join(dist, relative(folder, file));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    writeFileSync(
      target.replace(/\.d\.ts$/, ".d.cts"),
      text.replace(/(from|import\() ?"(\.[^"]*)\.js"/g, '$1 "$2.cjs"'),
    );
  }
}

function reachable(files: string[], found = new Set<string>()): Set<string> {
  for (const file of files) {
    if (found.has(file)) continue;
    found.add(file);
    const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"));
    const next = importedFiles.map(({ fileName }) => resolve(dirname(file), fileName.replace(/\.js$/, ".d.ts")));
    reachable(next, found);
  }
  return found;
}
