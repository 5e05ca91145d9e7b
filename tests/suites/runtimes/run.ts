// Runs one program in every runtime that the package supports, with the package as npm publishes it.
import { execFile } from "node:child_process";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
import { installSuite } from "../../../scripts/lib/install-suite.ts";
import { consumer } from "../../support/consumer.ts";
import { printRow } from "../../support/table.ts";
import { serve } from "./server.ts";

const here = fileURLToPath(new URL("./", import.meta.url));
const [bun, esbuild] = ["bun", "esbuild"].map((name) => `${here}node_modules/.bin/${name}`) as [string, string];
const deno = `${here}node_modules/@deno/linux-x64-glibc/deno`; // only this platform, as npm ci would require all of them
const { execPath: node } = process;
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const expected = JSON.parse(await readFile(`${here}expected.json`, "utf8"));

installSuite(here);
await using server = await serve();
await using project = await consumer();
const run = (file: string, flags: string[]) =>
  promisify(execFile)(file, flags, { cwd: project.folder, timeout: 60_000 });

const program = `program(keysets, "${server.origin}/beta").then((seen) => console.log(JSON.stringify(seen)));\n`;
const files = {
  "import.js": `import * as keysets from "trustframework-keysets";\nimport { program } from "./program.js";\n${program}`,
  "require.cjs": `const keysets = require("trustframework-keysets");\nconst { program } = require("./program.js");\n${program}`,
};
for (const [name, text] of Object.entries(files)) await writeFile(`${project.folder}/${name}`, text);
await copyFile(`${here}program.js`, `${project.folder}/program.js`);
await run(esbuild, ["import.js", "--bundle", "--outfile=bundle.js", "--log-level=warning"]);

const runtimes: [name: string, versionOf: string, ...command: [string, string[]]][] = [
  ["Node.js, import", node, node, ["import.js"]],
  ["Node.js, require", node, node, ["require.cjs"]],
  ["Deno", deno, deno, ["run", "--no-prompt", "--allow-net=127.0.0.1", "import.js"]],
  ["Bun", bun, bun, ["import.js"]],
  [
    "Chromium, bundle",
    chromium,
    node,
    [`${here}chromium.js`, server.origin.replace("127.0.0.1", "localhost"), "bundle.js", chromium],
  ],
  ["worker, bundle", node, node, [`${here}worker.js`, "bundle.js"]],
];

printRow("runtime", "version", "result");
for (const [name, versionOf, file, flags] of runtimes) {
  const wrong = await run(file, flags).then(
    ({ stdout }) => difference(stdout),
    ({ killed, stderr, message }) => (killed ? "it didn't end within a minute" : stderr.trim() || message),
  );
  const version = await run(versionOf, ["--version"]).then(
    ({ stdout }) => /\d+(\.\d+)+/.exec(stdout)?.[0] ?? "-",
    () => "-",
  );
  printRow(name, version, wrong ? "fails" : "passes");
  if (!wrong) continue;
  console.error(`\n${wrong}\n`);
  process.exitCode = 1;
}

/** How the output of a program differs from what is expected; undefined if it doesn't. */
function difference(printed: string): string | undefined {
  const seen = JSON.parse(printed);
  const parts = Object.keys(expected).filter((part) => !isDeepStrictEqual(seen[part], expected[part]));
  return (
    parts.map((part) => `${part} is ${JSON.stringify(seen[part])}, not ${JSON.stringify(expected[part])}`).join("\n") ||
    undefined
  );
}
