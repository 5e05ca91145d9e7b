// Lints the contract with Spectral (.spectral.yaml) and Redocly (spec/redocly.yaml). Whatever they find fails, a warning too.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { parseArgs } from "node:util";

const usage = `Usage: npm run lint [-- FILE...]

Lints each OpenAPI document with Spectral and Redocly, offline. Without FILE: spec/openapi.yaml, generated/openapi.yaml
and generated/openapi-3.1.yaml.
Prints file:line:column, rule and message for each finding. Exits with 1 if there is any, with 2 if a document cannot be linted.`;

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
  /** Whether one run takes all documents. Spectral is slow to start; Redocly is not, and writes a JSON text for each. */
  together: boolean;
  read: (output: string) => Finding[];
}

const linters: Linter[] = [
  {
    name: "Spectral",
    program: ["@stoplight/spectral-cli", "dist/index.js"],
    options: ["lint", "--ruleset", ".spectral.yaml", "--quiet", "--format", "json"],
    together: true,
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
    together: false,
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

/** Files are named relative to the root, where the linters run. */
const fromRoot = (file: string) => relative(root, resolve(root, file));

/** What one run of a linter comes to: 0 clean, 1 findings, 2 no answer. */
interface Report {
  code: 0 | 1 | 2;
  lines: string[];
}

function run({ name, program: [pack, path], options, read }: Linter, files: string[]): Promise<Report> {
  const command = [join(dirname(require.resolve(`${pack}/package.json`)), path), ...options, ...files];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const subject = `${name} ${files.join(" ")}`;
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: root, env, maxBuffer: 2 ** 26 }, (_error, stdout, stderr) => {
      try {
        const lines = read(stdout).map((at) => `  ${fromRoot(at.file)}:${at.line}:${at.column} ${at.rule} ${at.message}`);
        if (lines.length === 0) done({ code: 0, lines: [`${subject}: clean`] });
        else done({ code: 1, lines: [`${subject}: ${lines.length} to mend`, ...lines] });
      } catch {
        const reason = (stderr || stdout).replace(/^ *[╔║╚].*$/gm, "").trim(); // without Redocly's banner on Node 20
        done({ code: 2, lines: [`${subject}: cannot be linted`, reason] });
      }
    });
  });
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: "boolean" } } });
  if (values.help) {
    console.log(usage);
    return 0;
  }

  const given = positionals.map((file) => fromRoot(resolve(file)));
  const files = given.length > 0 ? given : ["spec/openapi.yaml", "generated/openapi.yaml", "generated/openapi-3.1.yaml"];
  const missing = files.find((file) => !existsSync(join(root, file)));
  if (missing)
    throw new Error(`${missing} does not exist.${missing.startsWith("generated/") ? " `npm run generate` makes it." : ""}`);

  const reports = await Promise.all(
    linters.flatMap((linter) => (linter.together ? [run(linter, files)] : files.map((file) => run(linter, [file])))),
  );
  console.log(reports.flatMap(({ lines }) => lines).join("\n"));
  return Math.max(...reports.map(({ code }) => code));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
