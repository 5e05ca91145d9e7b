/** One fault, where a linter saw it. */
export interface Finding {
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
}

export const asText = ({ file, line, column, rule, message }: Finding): string =>
  `  ${file}:${line}:${column} ${rule} ${message}`;

/** A finding as GitHub shows it beside the line. */
export function asAnnotation({ file, line, column, rule, message }: Finding): string {
  const text = (words: string) => words.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (words: string) => text(words).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return `::error file=${property(file)},line=${line},col=${column},title=${property(rule)}::${text(message)}`;
}

/** All findings as one SARIF 2.1.0 text. */
export function asSarif(findings: Finding[]): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((id) => ({ id }));
  const results = findings.map(({ file, line, column, rule, message }) => ({
    ruleId: rule,
    level: "error",
    message: { text: message },
    locations: [
      { physicalLocation: { artifactLocation: { uri: file }, region: { startLine: line, startColumn: column } } },
    ],
  }));
  const run = { tool: { driver: { name: "npm run lint", rules } }, results };
  return `${JSON.stringify({ $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] }, null, 2)}\n`;
}
