import type { Linter } from "../lint/linters.ts";

/** Checks spelling, with cspell.json. */
export const cspell: Linter = {
  name: "cspell",
  program: ["cspell", "bin.mjs"],
  options: [
    "lint",
    "--no-progress",
    "--no-must-find-files",
    "--cache",
    "--cache-location=node_modules/.cache/cspell",
    "--reporter=@cspell/cspell-json-reporter",
  ],
  read: (output) =>
    JSON.parse(output).issues.map(({ uri, row, col, text }: SpellingIssue) => ({
      file: decodeURI(uri.replace("file://", "")),
      line: row,
      column: col,
      rule: "spelling",
      message: `"${text}": check the spelling. If it is right, put it in backticks or into the words of cspell.json`,
    })),
};

interface SpellingIssue {
  uri: string;
  row: number;
  col: number;
  text: string;
}

/** Checks the structure and the readability of Markdown, with scripts/words/recheck.yaml. */
export const recheck: Linter = {
  name: "Recheck",
  program: ["@redocly/cli", "bin/cli.js"],
  options: ["recheck", "--config", "scripts/words/recheck.yaml", "--format", "json"],
  read: (output) =>
    JSON.parse(output).issues.map(({ file, line, column, ruleName, message }: RecheckIssue) => ({
      file,
      line,
      column,
      rule: ruleName,
      message,
    })),
};

interface RecheckIssue {
  file: string;
  line: number;
  column: number;
  ruleName: string;
  message: string;
}
