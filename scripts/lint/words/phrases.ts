import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Finding } from "../../lib/findings.ts";

/** A phrase that the project doesn't use, as scripts/lint/words/phrases.yaml describes it. */
export interface Phrase {
  find: string;
  write: string;
  wrong: string[];
  right?: string[];
}

export const phrases: Phrase[] = parse(readFileSync(new URL("./phrases.yaml", import.meta.url), "utf8"));

/** A line may break at each space of a phrase, and the next line of a comment begins with marks. */
const gap = String.raw`(?:\s+(?:\*|//|#)?\s*)`;

/** With hyphens around it, a word is part of an ID, which stays as it is. */
const patterns = phrases.map((phrase) => ({
  ...phrase,
  pattern: new RegExp(`(?<!-)(?:${phrase.find.replaceAll(" ", gap)})(?!-)`, "gi"),
}));

/** The phrases found in the text of a file. In Markdown and YAML, code in backticks isn't read. */
export function phraseFindings(file: string, text: string): Finding[] {
  const prose = /\.(md|ya?ml)$/.test(file) ? text.replace(/`[^`\n]+`/g, (code) => "`".repeat(code.length)) : text;
  return patterns.flatMap(({ pattern, write }) =>
    [...prose.matchAll(pattern)].map(({ 0: found, index }) => {
      const before = text.slice(0, index).split("\n");
      return {
        file,
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
        rule: "phrase",
        message: `"${found.replace(new RegExp(gap, "g"), " ")}": write ${write}`,
      };
    }),
  );
}
