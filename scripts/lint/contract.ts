import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument, visit } from "yaml";
import type { Finding } from "../lib/findings.ts";
import { type Report, runTool } from "../lib/lint-report.ts";
import { binOf, redoclyEnv } from "../lib/npm-bin.ts";
import { root } from "../lib/root.ts";

/** The source, and the documents that are generated from it. */
const documents = ["spec/openapi.yaml", "generated/openapi.yaml", "generated/openapi-3.1.yaml"];

const behaviors = "spec/behaviors";

/** Lints the source, the generated documents, and the workflows. */
export async function lintContract(): Promise<Report[]> {
  const workflows = readdirSync(join(root, behaviors))
    .filter((file) => file.endsWith(".arazzo.yaml"))
    .map((file) => `${behaviors}/${file}`);
  const running = lintDocuments([...documents, ...workflows]);
  return sourceFirst([lintYaml(), ...(await running)]);
}

/** The reports without findings in generated documents if there are any in the source: these are the same faults again. */
export function sourceFirst(reports: Report[]): Report[] {
  const isGenerated = ({ file }: Finding): boolean => file.startsWith("generated/");
  if (reports.every(({ findings }) => findings.every(isGenerated))) return reports;
  return reports.map((report) => ({ ...report, findings: report.findings.filter((one) => !isGenerated(one)) }));
}

/** Lints OpenAPI documents with Spectral (.spectral.yaml) and Redocly (spec/redocly.yaml), one process each. */
export const lintDocuments = (files: string[]): Promise<Report[]> =>
  Promise.all([lintWithSpectral(files), lintWithRedocly(files)]);

const named = (files: string[]): string => (files.length > 3 ? `${files.length} files` : files.join(" "));

interface SpectralProblem {
  source: string;
  range: { start: { line: number; character: number } };
  code: string;
  message: string;
}

const lintWithSpectral = (files: string[]): Promise<Report> =>
  runTool({
    subject: `Spectral ${named(files)}`,
    command: [
      process.execPath,
      binOf("@stoplight/spectral-cli", "dist/index.js"),
      ...["lint", "--ruleset", ".spectral.yaml", "--resolver", "spectral/resolver.cjs"],
      ...["--quiet", "--format", "json", ...files],
    ],
    parse: (output) =>
      JSON.parse(output).map(({ source, range: { start }, code, message }: SpectralProblem) => ({
        file: source,
        line: start.line + 1,
        column: start.character + 1,
        rule: code,
        message,
      })),
  });

interface RedoclyProblem {
  location: [{ source: { ref: string }; start?: { line: number; col: number } }];
  ruleId: string;
  message: string;
}

export const lintWithRedocly = (files: string[]): Promise<Report> =>
  runTool({
    subject: `Redocly ${named(files)}`,
    command: [
      process.execPath,
      binOf("@redocly/cli", "bin/cli.js"),
      ...["lint", "--config", "spec/redocly.yaml", "--max-problems", "1000", "--format", "json", ...files],
    ],
    env: redoclyEnv,
    parse: (output) => {
      // It prints a JSON text for each document, without commas between them.
      const results: { problems: RedoclyProblem[] }[] = JSON.parse(`[${output.replaceAll("\n}{\n", "\n},{\n")}]`);
      if (results.length < files.length) throw new Error("Redocly stopped at a document that it can't read.");
      return results
        .flatMap(({ problems }) => problems)
        .map(({ location: [{ source, start }], ruleId, message }) => ({
          file: source.ref,
          line: start?.line ?? 1,
          column: start?.col ?? 1,
          rule: ruleId,
          message,
        }));
    },
  });

function lintYaml(): Report {
  const files = readdirSync(join(root, "spec"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => `spec/${file.replaceAll("\\", "/")}`);
  const findings = files.flatMap((file) => cutOffTexts(file, readFileSync(join(root, file), "utf8")));
  return { subject: `YAML texts, ${files.length} files in spec/`, findings };
}

/** The texts that a comment on their line cuts off: `summary: Upload a PKCS #12 file` means "Upload a PKCS". */
export function cutOffTexts(file: string, yaml: string): Finding[] {
  if (!/\S[ \t]+#/.test(yaml)) return []; // no comment follows a text
  const lineCounter = new LineCounter();
  const found: Finding[] = [];
  visit(parseDocument(yaml, { lineCounter }), {
    Scalar(_key, { type, comment, range, source }) {
      if (type !== "PLAIN" || !comment || !range) return;
      const { line, col: column } = lineCounter.linePos(range[0]);
      const message = `Write "${source} #${comment}" in quotes: in YAML, a # after a space begins a comment.`;
      found.push({ file, line, column, rule: "text-is-complete", message });
    },
  });
  return found;
}
