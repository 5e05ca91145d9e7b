// Checks the words: phrases, spelling, readability, and the links of Markdown.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { root } from "./lib/root.ts";
import { run } from "./lib/run-cli.ts";
import { asAnnotation, asText, type Finding } from "./lint/formats.ts";
import { run as runLinter } from "./lint/linters.ts";
import { filesBelow } from "./words/files.ts";
import { linkFindings } from "./words/links.ts";
import { cspell, recheck } from "./words/linters.ts";
import { phraseFindings } from "./words/phrases.ts";

/** What is checked without arguments. */
const checked = [
  ".github",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "README.md",
  "SECURITY.md",
  "docs",
  "generated/conflicts.md",
  "generated/error-codes.md",
  "spec/README.md",
  "spec/conflicts",
];

const usage = `Usage: npm run words:lint [-- [--format text|github] PATH...]

Checks phrases (scripts/words/phrases.yaml), spelling (cspell.json), and, in Markdown, readability, structure
(scripts/words/recheck.yaml), and links between files. Without PATH: the documents, the pages, and the conflicts.
Prints file:line:column, rule, and message for each finding. Exits with 1 if there is any.`;

/** Runs the program and returns its exit code. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: "string", default: "text" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const show = values.format === "github" ? asAnnotation : asText;
  const paths = positionals.length > 0 ? positionals.map((path) => relative(root, resolve(path)) || ".") : checked;
  const missing = paths.find((path) => !existsSync(join(root, path)));
  if (missing) throw new Error(`${missing} doesn't exist.`);

  const files = (await Promise.all(paths.map(filesBelow))).flat().filter((file) => isText.test(file));
  const markdown = files.filter((file) => file.endsWith(".md"));
  const linters = Promise.all([
    runLinter(cspell, files),
    ...(markdown.length > 0 ? [runLinter(recheck, markdown)] : []),
  ]);
  const texts = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(join(root, file), "utf8")] as const)),
  );
  const pages = new Map([...texts].filter(([file]) => file.endsWith(".md")));
  const own: Finding[] = [
    ...[...texts].flatMap(([file, text]) => phraseFindings(file, text)),
    ...linkFindings(pages, (path) => existsSync(join(root, path))),
  ];
  const reports = await linters;
  const failed = reports.filter(({ code }) => code === 2);
  for (const { says } of failed) console.error(says);
  const findings = [...own, ...reports.flatMap(({ findings }) => findings)];
  for (const finding of findings) console.log(show(finding));
  console.log(`words:lint: ${files.length} files, ${findings.length === 0 ? "clean" : `${findings.length} findings`}`);
  if (failed.length > 0) return 2;
  return findings.length > 0 ? 1 : 0;
}

const isText = /\.(md|ya?ml|ts|js|cjs|mjs|json|css)$/;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await run(() => main(process.argv.slice(2)));
