// Compiles what users write, rightly and wrongly, against the packed package with every TypeScript that it is for. Every
// declaration is checked. Three combinations are impossible, whatever a package does: `moduleResolution: node` does not know
// `exports` (and is gone from 7), and in a CommonJS file `node16`, and `nodenext` before 5.8, let nobody import an ES module.
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
const resolutions: Record<string, string> = { node16: "node16", nodenext: "nodenext", bundler: "esnext" };
const platforms: Record<string, string[]> = {
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
  const [version] = /[\d.]+/.exec(await tsc(compiler, ["--version"]))!;
  for (const resolution of Object.keys(resolutions))
    await Promise.all(Object.keys(platforms).map((platform) => check(compiler, version!, resolution, platform)));
}

// openapi.yaml and openapi-3.1.yaml are no modules.
const wrongTypes = await run(`${here}node_modules/.bin/attw`, [
  project.tarball,
  "--profile",
  "esm-only",
  "--exclude-entrypoints",
  "openapi.yaml",
  "openapi-3.1.yaml",
]).then(
  () => "",
  ({ stdout, message }) => stdout || message,
);
console.log(`\nAre the types wrong? ${wrongTypes || "No."}`);
if (wrongTypes) process.exitCode = 1;

/** Compiles all programs at once, prints a row of the table and, below it, what is wrong. */
async function check(compiler: string, version: string, resolution: string, platform: string): Promise<void> {
  const right = platform === "dom" ? good : [...good, ...readme]; // the README's import Node's modules
  const flags = ["--moduleResolution", resolution, "--module", resolutions[resolution]!, ...platforms[platform]!];
  const errors = (await tsc(compiler, [...strict, ...flags, ...right, ...wrong])).split(/\n(?! )/).filter(Boolean);
  const about = (file: string) => errors.filter((error) => error.startsWith(`${file}(`)).join("\n");
  const missed = Object.entries(misuses).filter(([, [, named]], i) => !about(wrong[i]!).includes(named));
  const unfit = errors.filter((error) => !/^wrong-\d+\.ts\(/.test(error));
  const compiled = right.filter((file) => !about(file));
  printRow(
    version,
    resolution,
    platform,
    `${compiled.length} of ${right.length}`,
    `${wrong.length - missed.length} of ${wrong.length}`,
  );
  for (const [name, [, named]] of missed) console.error(`No error names ${named} in: ${name}`);
  for (const error of unfit) console.error(error);
  if (missed.length + unfit.length > 0) process.exitCode = 1;
}

/** What the compiler prints, whether it finds an error or not. */
async function tsc(compiler: string, flags: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [compiler, ...flags], { cwd: project.folder }).catch((error) => error);
  return stdout;
}

/** Writes each program into a file of its own, and hands out the files' names. */
async function write(
  name: string,
  sources: string[],
  form = (program: string) => whole(program, "trustframework-keysets"),
): Promise<string[]> {
  const files = sources.map((_, i) => `${name}-${i}.ts`);
  await Promise.all(files.map((file, i) => writeFile(`${project.folder}/${file}`, form(sources[i]!))));
  return files;
}
