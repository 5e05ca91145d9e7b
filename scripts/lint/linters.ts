import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import type { Finding } from "./formats.ts";

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
    options: ["lint", "--ruleset", ".spectral.yaml", "--resolver", "scripts/spectral/resolver.cjs", "--quiet", "--format", "json"],
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

export const root = resolve(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);

/** Files are named relative to the root, where the linters run. */
export const fromRoot = (file: string) => relative(root, resolve(root, file));

/** What one run of a linter comes to: 0 clean, 1 findings, 2 no answer. */
export interface Report {
  code: 0 | 1 | 2;
  says: string;
  findings: Finding[];
}

function run({ name, program: [pack, path], options, read }: Linter, files: string[]): Promise<Report> {
  const command = [join(dirname(require.resolve(`${pack}/package.json`)), path), ...options, ...files];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const subject = `${name} ${files.join(" ")}`;
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: root, env, maxBuffer: 2 ** 26 }, (_error, stdout, stderr) => {
      try {
        const findings = read(stdout).map((at) => ({ ...at, file: fromRoot(at.file) }));
        if (findings.length === 0) done({ code: 0, says: `${subject}: clean`, findings });
        else done({ code: 1, says: `${subject}: ${findings.length} to mend`, findings });
      } catch {
        const reason = (stderr || stdout).replace(/^ *[╔║╚].*$/gm, "").trim(); // without Redocly's banner on Node 20
        done({ code: 2, says: `${subject}: cannot be linted\n${reason}`, findings: [] });
      }
    });
  });
}

/** What every linter finds in the documents. */
export const lint = (files: string[]): Promise<Report[]> =>
  Promise.all(linters.flatMap((linter) => (linter.together ? [run(linter, files)] : files.map((file) => run(linter, [file])))));
