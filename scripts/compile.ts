// Compiles the package into dist/: modules and CommonJS, each with its declarations.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { root } from "./lib/root.ts";

const dist = join(root, "dist");
/** The entries of the package: what is run, and where their declarations are. */
const entries = {
  index: { source: "src/index.ts", declarations: "src/index.d.ts" },
  types: { source: "generated/types.ts", declarations: "generated/types.d.ts" },
};

rmSync(dist, { recursive: true, force: true });
const declared = join(root, "node_modules/.cache/declarations");
rmSync(declared, { recursive: true, force: true });
execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--outDir", declared], {
  cwd: root,
  stdio: "inherit",
});

const sources = Object.fromEntries(Object.entries(entries).map(([name, { source }]) => [name, join(root, source)]));
for (const [format, extension] of [
  ["esm", ".js"],
  ["cjs", ".cjs"],
] as const) {
  await build({
    entryPoints: sources,
    outdir: dist,
    outExtension: { ".js": extension },
    bundle: true,
    packages: "external",
    format,
    target: "es2022",
    logLevel: "warning",
  });
}

// Only declarations that an entry reaches are shipped: the others would load those of openapi-fetch.
for (const file of reachable(Object.values(entries).map(({ declarations }) => join(declared, declarations)))) {
  const text = readFileSync(file, "utf8");
  const target = join(dist, relative(declared, file));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  writeFileSync(target.replace(/\.d\.ts$/, ".d.cts"), text.replace(/(from|import\() ?"(\.[^"]*)\.js"/g, '$1 "$2.cjs"'));
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
