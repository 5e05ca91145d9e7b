// Lints the contract with Spectral (.spectral.yaml) and Redocly (spec/redocly.yaml). A warning fails like an error.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";

const usage = `Usage: npm run lint [-- FILE...]

Lints each OpenAPI document with Spectral and Redocly, offline. Without FILE: spec/openapi.yaml and generated/openapi.yaml.
Prints file:line:column, rule and mend for each finding. Exits with 1 if there is any, with 2 if a document cannot be linted.`;

interface Finding {
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
}

interface Linter {
  name: string;
  /** The package and the program in it. */
  program: [name: string, path: string];
  options: string[];
  read: (output: string) => Finding[];
}

const linters: Linter[] = [
  {
    name: "Spectral",
    program: ["@stoplight/spectral-cli", "dist/index.js"],
    options: ["lint", "--ruleset", ".spectral.yaml", "--fail-severity", "warn", "--quiet", "--format", "json"],
    read: (output) =>
      JSON.parse(output).map(({ source, range, code, message }: any) => ({
        file: source,
        line: range.start.line + 1,
        column: range.start.character + 1,
        rule: code,
        message,
      })),
  },
  {
    name: "Redocly",
    program: ["@redocly/cli", "bin/cli.js"],
    options: ["lint", "--config", "spec/redocly.yaml", "--max-problems", "1000", "--format", "json"],
    read: (output) =>
      JSON.parse(output).problems.map(({ location: [{ source, start }], ruleId, message }: any) => ({
        file: source.ref,
        line: start?.line ?? 1,
        column: start?.col ?? 1,
        rule: ruleId,
        message,
      })),
  },
];

const root = resolve(import.meta.dirname, "..");
const require = createRequire(import.meta.url);

/** Runs one linter over one document; rejects with what the linter says when it cannot. */
function lint({ program: [name, path], options, read }: Linter, file: string): Promise<Finding[]> {
  const script = join(dirname(require.resolve(`${name}/package.json`)), path);
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  return new Promise((done, fail) => {
    execFile(process.execPath, [script, ...options, file], { cwd: root, env, maxBuffer: 2 ** 26 }, (_error, stdout, stderr) => {
      try {
        done(read(stdout));
      } catch {
        fail(new Error(`${name} could not lint ${file}:\n${stderr || stdout}`));
      }
    });
  });
}

/** Reports on one document what all linters find in it. */
async function report(linter: Linter, file: string): Promise<number> {
  const findings = await lint(linter, file);
  console.log(`${linter.name} ${file}: ${findings.length === 0 ? "clean" : `${findings.length} to mend`}`);
  for (const { file: part, line, column, rule, message } of findings)
    console.log(`  ${relative(root, resolve(root, part))}:${line}:${column} ${rule} ${message}`);
  return findings.length;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: "boolean" } } });
if (values.help) {
  console.log(usage);
  process.exit();
}

const files = positionals.length ? positionals.map((file) => resolve(file)) : ["spec/openapi.yaml", "generated/openapi.yaml"];
try {
  for (const file of files)
    if (!existsSync(resolve(root, file)))
      throw new Error(`${file} does not exist.${file.startsWith("generated/") ? " Run `npm run generate`, which makes it." : ""}`);
  const counts = await Promise.all(linters.flatMap((linter) => files.map((file) => report(linter, file))));
  process.exitCode = counts.some((count) => count > 0) ? 1 : 0;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
