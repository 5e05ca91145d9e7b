// Runs the fetch of this package with other clients, and the package in Jest's CommonJS, as npm publishes it.
import { execFile } from "node:child_process";
import { cp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { installSuite } from "../../../scripts/lib/install-suite.ts";
import { http } from "../../support/client.ts";
import { consumer } from "../../support/consumer.ts";
import { serve } from "../../support/server.ts";
import { printRow } from "../../support/table.ts";

const here = fileURLToPath(new URL("./", import.meta.url));
const bin = (name: string) => `${here}node_modules/.bin/${name}`;
const run = (file: string, args: string[]) => promisify(execFile)(file, args, { cwd: here, timeout: 120_000 });

installSuite(here);
await using project = await consumer();
await rm(`${here}node_modules/trustframework-keysets`, { recursive: true, force: true });
await cp(`${project.folder}/node_modules/trustframework-keysets`, `${here}node_modules/trustframework-keysets`, {
  recursive: true,
});
await rm(`${here}node_modules/.output`, { recursive: true, force: true });
await run(bin("openapi-ts"), [
  ...["-i", "../../../generated/openapi.json", "-o", "node_modules/.output/hey-api", "-c", "@hey-api/client-fetch"],
  ...["-s", "--no-log-file"],
]);
await run(bin("orval"), ["--config", "orval.config.mjs"]);
await run(bin("esbuild"), [
  ...["program.js", "--bundle", "--platform=node", "--packages=external", "--format=esm"],
  ...["--outfile=node_modules/.output/program.mjs", "--log-level=warning"],
]);

// Each client is throttled once, and then needs a new token once.
const keySet = { id: "B2C_1A_a", keys: [] };
const script = [http(429, "", { "Retry-After": "0" }), http(201, keySet), http(401), http(200, keySet)];
let count = 0;
await using server = await serve((socket) => void socket.end(script[count++ % script.length] ?? ""));

printRow("client", "version", "result");
const version = async (name: string) =>
  JSON.parse(
    (await run(process.execPath, ["-p", `JSON.stringify(require("./node_modules/${name}/package.json").version)`]))
      .stdout,
  );
const { stdout } = await run(process.execPath, ["node_modules/.output/program.mjs", `${server.origin}/beta`]);
const packages = ["openapi-fetch", "openapi-react-query", "@hey-api/openapi-ts", "orval"];
const seen = stdout
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
for (const [i, name] of packages.entries()) {
  const [client, ...values] = seen[i] ?? [name];
  report(client, await version(name), JSON.stringify(values) === JSON.stringify([201, "B2C_1A_a", "B2C_1A_a"]));
}
const jest = await run(process.execPath, [
  "node_modules/jest/bin/jest.js",
  "--rootDir",
  ".",
  "--testMatch",
  "**/*.test.cjs",
])
  .then(() => true)
  .catch((error) => {
    console.error(error.stderr);
    return false;
  });
report("Jest, require", await version("jest"), jest);

function report(client: string, version: string, passed: boolean): void {
  printRow(client, version, passed ? "passes" : "fails");
  if (!passed) process.exitCode = 1;
}
