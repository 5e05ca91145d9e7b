import type { SettingLine } from "./lines.ts";

/** Comments by which a line or a file escapes from a check, of the tools that are used here and of their likely successors. */
const comments = [
  /biome-ignore[\w-]*\s+[\w/]+/,
  /@(?:ts-(?:ignore|nocheck|expect-error)|public|lintignore)\b/,
  /\b[cC]?spell(?:-?checker)?:\s*(?:disable|ignore|words|enable)[\w-]*/,
  /\b(?:c8|v8|istanbul|node:coverage)[\s-]+(?:ignore|disable)\b/,
  /\b(?:markdownlint|recheck|eslint|prettier|oxlint|stryker|actionlint|shellcheck|zizmor|spectral|redocly|publint)[-: ]+(?:disable|ignore)[\w-]*/i,
];

/** What keeps a test from running, from failing, or from running once. */
const tests = [
  /\b(?:test|it|describe|suite)(?:\.\w+|\[["']\w+["']\])*?(?:\.|\[["'])(?:skip|only|todo|fails|failing|skipIf|runIf|fixme)\b/,
  /\b[xf](?:it|test|describe)\(/,
  /\b(?:context|ctx|t|task)\.(?:skip|todo)\(|\(\{[^)]*\b(?:skip|task)\b[^)]*\}\) =>/,
  /\b(?:skip|only|todo|fails): ?true\b|\b(?:test|it|describe)\(.*\{ ?(?:retry|repeats) ?:|\bvi\.setConfig\(/,
  /\.(?:each|for)\(\s*\[\s*\]/, // a table without a case is a test that doesn't run
  /\bprocess\.env\.CI\b|\btask\.result\b/,
  /\bexpect\.soft\b|\btoMatch(?:Inline)?Snapshot\b/, // a snapshot accepts whatever it's updated to
];

const anyOf = (patterns: RegExp[]) => new RegExp(patterns.map(({ source }) => source).join("|"), "g");
const inComments = anyOf(comments);
const inTests = anyOf([...comments, ...tests]);

/** What in a file switches a check off: for a line, for the file, or for a test. */
export function suppressionsIn(file: string, text: string): SettingLine[] {
  if (!/\.([cm]?[jt]sx?|ya?ml|jsonc|md|css|html|sh)$/.test(file) && !file.startsWith(".ci/")) return [];
  const pattern = /^tests\/.*\.[cm]?[jt]s$/.test(file) ? inTests : inComments;
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    text: found,
    line: text.slice(0, index).split("\n").length,
  }));
}
