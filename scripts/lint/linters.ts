import { execFile } from "node:child_process";
import { relative, resolve } from "node:path";
import { offline, programOf } from "../lib/npm-bin.ts";
import { root } from "../lib/root.ts";
import type { Finding } from "./formats.ts";

export interface Linter {
  name: string;
  /** The package and the program in it. */
  program: [name: string, path: string];
  options: string[];
  /** The findings in what it writes of so many documents. */
  read: (output: string, documents: number) => Finding[];
}

const spectral: Linter = {
  name: "Spectral",
  program: ["@stoplight/spectral-cli", "dist/index.js"],
  options: [
    "lint",
    "--ruleset",
    ".spectral.yaml",
    "--resolver",
    "scripts/lint/spectral/resolver.cjs",
    "--quiet",
    "--format",
    "json",
  ],
  read: (output) =>
    JSON.parse(output).map(({ source, range, code, message }: any) => ({
      file: source,
      line: range.start.line + 1,
      column: range.start.character + 1,
      rule: code,
      message,
    })),
};

export const redocly: Linter = {
  name: "Redocly",
  program: ["@redocly/cli", "bin/cli.js"],
  options: ["lint", "--config", "spec/redocly.yaml", "--max-problems", "1000", "--format", "json"],
  read: (output, documents) => {
    const texts = JSON.parse(`[${output.replaceAll("\n}{\n", "\n},{\n")}]`); // it writes one for each document, without a comma
    if (texts.length < documents) throw new Error("Redocly ends at a document that it cannot lint.");
    return texts.flatMap(({ problems }: any) =>
      problems.map(({ location: [{ source, start }], ruleId, message }: any) => ({
        file: source.ref,
        line: start?.line ?? 1,
        column: start?.col ?? 1,
        rule: ruleId,
        message,
      })),
    );
  },
};

/** Files are named relative to the root, where the linters run. */
export const fromRoot = (file: string) => relative(root, resolve(root, file));

/** What one run of a linter comes to: 0 clean, 1 findings, 2 no answer. */
export interface Report {
  code: 0 | 1 | 2;
  says: string;
  findings: Finding[];
}

export function run({ name, program: [pack, path], options, read }: Linter, files: string[]): Promise<Report> {
  const command = [programOf(pack, path), ...options, ...files];
  const subject = `${name} ${files.join(" ")}`;
  return new Promise((done) => {
    execFile(process.execPath, command, { cwd: root, env: offline, maxBuffer: 2 ** 26 }, (_error, stdout, stderr) => {
      try {
        const findings = read(stdout, files.length).map((at) => ({ ...at, file: fromRoot(at.file) }));
        if (findings.length === 0) done({ code: 0, says: `${subject}: clean`, findings });
        else done({ code: 1, says: `${subject}: ${findings.length} to mend`, findings });
      } catch {
        const reason = (stderr || stdout).replace(/^ *[╔║╚].*$/gm, "").trim(); // without Redocly's banner on Node 20
        done({ code: 2, says: `${subject}: cannot be linted\n${reason}`, findings: [] });
      }
    });
  });
}

/** What each linter finds in the documents. */
export const lint = (files: string[]): Promise<Report[]> =>
  Promise.all([spectral, redocly].map((linter) => run(linter, files)));
