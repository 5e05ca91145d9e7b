// Compiles correct and wrong programs with the packed package and every TypeScript that it supports, and checks every declaration.
// Three combinations are impossible for any package: `moduleResolution: node` ignores `exports` (and 7 removed it), and a CommonJS
// file can't import an ES module with `node16`, nor with `nodenext` before 5.8.
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { installSuite } from "../../../scripts/lib/install-suite.ts";
import { consumer } from "../../support/consumer.ts";
import { misuses, programs, readmePrograms, whole } from "../../support/programs.ts";
import { printRow } from "../../support/table.ts";

const run = promisify(execFile);
const here = fileURLToPath(new URL("./", import.meta.url));
const compilers = ["5.4", "5.9", "6.0", "7.0"].map((version) => `${here}node_modules/ts${version}/bin/tsc`);
/** The module format for each module resolution. */
const resolutions = { node16: "node16", nodenext: "nodenext", bundler: "esnext" };
const platforms = {
  dom: ["--lib", "es2022,dom"],
  "@types/node": ["--lib", "es2022", "--types", "node", "--typeRoots", `${here}node_modules/@types`],
};
const strict = [
  "--noEmit",
  "--strict",
  "--exactOptionalPropertyTypes",
  "--skipLibCheck",
  "false",
  "--target",
  "es2022",
  "--pretty",
  "false",
];

installSuite(here);
await using project = await consumer();
const good = await write("good", Object.values(programs));
const readme = await write("readme", readmePrograms, (program) => `${program}\nexport {};\n`);
const wrong = await write(
  "wrong",
  Object.values(misuses).map(([program]) => program),
);

printRow("TypeScript", "resolution", "platform", "programs", "misuses caught");
for (const compiler of compilers) {
  const version = /[\d.]+/.exec(await tsc(compiler, ["--version"]))?.[0] ?? "-";
  for (const [resolution, module] of Object.entries(resolutions))
    await Promise.all(
      Object.entries(platforms).map(([platform, flags]) =>
        check({ compiler, row: [version, resolution, platform], module, flags }),
      ),
    );
}

// The documents and rulesets in YAML aren't modules, and programs don't import Spectral's resolver: Spectral's CLI loads it.
const notForPrograms = [
  "openapi.yaml",
  "openapi-3.1.yaml",
  ...["", "/general", "/portals", "/resolver"].map((entry) => `spectral${entry}`),
];
const wrongTypes = await run(`${here}node_modules/.bin/attw`, [
  project.tarball,
  "--profile",
  "esm-only",
  "--exclude-entrypoints",
  ...notForPrograms,
]).then(
  () => "",
  ({ stdout, message }) => stdout || message,
);
console.log(`\nAre the types wrong? ${wrongTypes || "No."}`);
if (wrongTypes) process.exitCode = 1;

interface Combination {
  compiler: string;
  row: [version: string, resolution: string, platform: string];
  module: string;
  flags: string[];
}

/** Compiles all programs at once, prints a row of the table and, below it, what is wrong. */
async function check({ compiler, row, module, flags }: Combination): Promise<void> {
  const [, resolution, platform] = row;
  const right = platform === "dom" ? good : [...good, ...readme]; // those of the README import modules of Node.js
  const modules = ["--moduleResolution", resolution, "--module", module];
  const output = await tsc(compiler, [...strict, ...modules, ...flags, ...right, ...wrong]);
  const errors = output.split(/\n(?! )/).filter(Boolean);
  const about = (file: string) => errors.filter((error) => error.startsWith(`${file}(`)).join("\n");
  const missed = Object.entries(misuses).filter(([, [, named]], i) => !about(`wrong-${i}.ts`).includes(named));
  const unfit = errors.filter((error) => !/^wrong-\d+\.ts\(/.test(error));
  const compiled = right.filter((file) => !about(file));
  printRow(...row, `${compiled.length} of ${right.length}`, `${wrong.length - missed.length} of ${wrong.length}`);
  for (const [name, [, named]] of missed) console.error(`No error names ${named} in: ${name}`);
  for (const error of unfit) console.error(error);
  if (missed.length + unfit.length > 0) process.exitCode = 1;
}

/** What the compiler prints, even if it finds errors. */
async function tsc(compiler: string, flags: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [compiler, ...flags], { cwd: project.folder }).catch((error) => error);
  return stdout;
}

/** Writes each program to a file of its own, and returns the names of the files. */
async function write(
  name: string,
  sources: string[],
  form = (program: string) => whole(program, "trustframework-keysets"),
): Promise<string[]> {
  return Promise.all(
    sources.map(async (source, i) => {
      const file = `${name}-${i}.ts`;
      await writeFile(`${project.folder}/${file}`, form(source));
      return file;
    }),
  );
}
