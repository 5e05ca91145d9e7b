import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { filesBelow } from "../lib/files-below.ts";
import type { Finding } from "../lib/findings.ts";
import { type Report, runTool } from "../lib/lint-report.ts";
import { binOf, redoclyEnv } from "../lib/npm-bin.ts";
import { root } from "../lib/root.ts";
import { type LintChanged, withoutCache } from "./cache.ts";
import { openRepository } from "./repository.ts";
import { linkFindings } from "./words/links.ts";
import { phraseFindings } from "./words/phrases.ts";

/** What people read. */
const checked = [
  ".changeset",
  ".github",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "README.md",
  "SECURITY.md",
  "docs",
  "generated/conflicts.md",
  "generated/error-codes.md",
  "generated/operations.md",
  "spec/README.md",
  "spec/conflicts",
];

/** The code, of which people read the comments, the names, and the messages. */
const isCode = /^(bench|scripts|site|spec|spectral|src|tests)\/.*\.([cm]?[jt]s|ya?ml|css)$/;

/** What other people wrote, and what has wrong words on purpose. */
const isQuoted =
  /^(spec\/(facts|examples)\/|scripts\/lint\/words\/phrases\.yaml|tests\/scripts\/(gate\/faults\.yaml|lint\/words\.test\.ts))/;

const isText = /\.(md|ya?ml|ts|js|cjs|mjs|json|css)$/;

/**
 * Lints the words of files and folders: phrases (phrases.yaml), spelling (cspell.json) and, in Markdown, readability and structure
 * (recheck.yaml), and links between files.
 */
export async function lintWords(paths = checked, lintChanged = withoutCache): Promise<Report[]> {
  const files = (await Promise.all(paths.map((path) => filesBelow(path)))).flat().filter((file) => isText.test(file));
  const texts = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(root, file), "utf8")] as const)),
  );
  const pages = new Map([...texts].filter(([file]) => file.endsWith(".md")));
  const running = Promise.all([
    lintEach({ linter: "cspell", lint: lintSpelling, texts, lintChanged }),
    lintEach({ linter: "Recheck", lint: lintProse, texts: pages, lintChanged }),
  ]);
  const findings: Finding[] = [
    ...[...texts].flatMap(([file, text]) => phraseFindings(file, text)),
    ...linkFindings(pages, (path) => existsSync(join(root, path))),
  ];
  return [{ subject: `Phrases and links of ${files.length} files`, findings }, ...(await running)];
}

/** Lints the words of the documents, and the phrases of the code. */
export const lintAllWords = async (lintChanged: LintChanged): Promise<Report[]> => [
  ...(await lintWords(checked, lintChanged)),
  await lintCodePhrases(),
];

interface EachFile {
  linter: string;
  /** What the linter finds in files. */
  lint: (files: string[]) => Promise<Omit<Report, "subject">>;
  texts: ReadonlyMap<string, string>;
  lintChanged: LintChanged;
}

/** What a linter finds that lints each file by itself. */
async function lintEach({ linter, lint, texts, lintChanged }: EachFile): Promise<Report> {
  const units = new Map([...texts].map(([file, text]) => [file, [text]]));
  const found = await lintChanged(linter, units, async (files) => {
    const report = await lint(files);
    const fileOf = (finding: Finding) => (files.includes(finding.file) ? finding.file : files[0]); // none is lost
    const findingsIn = (file: string) => report.findings.filter((finding) => fileOf(finding) === file);
    return new Map(files.map((file) => [file, [{ ...report, subject: file, findings: findingsIn(file) }]]));
  });
  const reports = [...found.values()].flat();
  const failure = reports.find((report) => report.failure !== undefined)?.failure;
  const findings = reports.flatMap((report) => report.findings);
  return { subject: `${linter}, ${texts.size} files`, findings, ...(failure !== undefined && { failure }) };
}

async function lintCodePhrases(): Promise<Report> {
  const code = [...(await openRepository())].filter(([file]) => isCode.test(file) && !isQuoted.test(file));
  return {
    subject: `Phrases of ${code.length} files of code`,
    findings: code.flatMap(([file, text]) => phraseFindings(file, text)),
  };
}

interface SpellingIssue {
  uri: string;
  row: number;
  col: number;
  text: string;
}

const lintSpelling = (files: string[]): Promise<Report> =>
  runTool({
    subject: `cspell, ${files.length} files`,
    command: [
      process.execPath,
      binOf("cspell", "bin.mjs"),
      ...["lint", "--no-progress", "--no-must-find-files", "--no-cache"],
      ...["--reporter=@cspell/cspell-json-reporter", ...files],
    ],
    parse: (output) =>
      JSON.parse(output).issues.map(({ uri, row, col, text }: SpellingIssue) => ({
        file: decodeURI(uri.replace("file://", "")),
        line: row,
        column: col,
        rule: "spelling",
        message: `"${text}": check the spelling. If it's right, put it in backticks or add it to the words of cspell.json.`,
      })),
  });

interface ProseIssue {
  file: string;
  line: number;
  column: number;
  ruleName: string;
  message: string;
}

const lintProse = (files: string[]): Promise<Report> =>
  runTool({
    subject: `Recheck, ${files.length} files`,
    command: [
      process.execPath,
      binOf("@redocly/cli", "bin/cli.js"),
      ...["recheck", "--config", "scripts/lint/words/recheck.yaml", "--format", "json", ...files],
    ],
    env: redoclyEnv,
    parse: (output) =>
      JSON.parse(output).issues.map(({ ruleName, ...place }: ProseIssue) => ({ ...place, rule: ruleName })),
  });
