/** A problem that a linter reports, and its place. */
export interface Finding {
  /** Relative to the root of the repository. */
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
}

/** The ways to print a finding, by the name that `--format` takes. */
export const formats = { text: asText, github: asAnnotation, json: (finding: Finding) => JSON.stringify(finding) };

export function asText({ file, line, column, rule, message }: Finding): string {
  return `  ${file}:${line}:${column} ${rule} ${message}`;
}

/** A finding as a GitHub annotation, which is shown beside the line in a pull request. */
export function asAnnotation({ file, line, column, rule, message }: Finding): string {
  const text = (words: string) => words.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (words: string) => text(words).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::error file=${property(file)},line=${line},col=${column},title=${property(rule)}::${text(message)}`;
}

/** All findings as a SARIF 2.1.0 document. */
export function asSarif(findings: Finding[]): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((id) => ({ id }));
  const results = findings.map(({ file, line, column, rule, message }) => ({
    ruleId: rule,
    level: "error",
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }));
  const run = { tool: { driver: { name: "npm run lint", rules } }, results };
  return `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, null, 2)}\n`;
}
