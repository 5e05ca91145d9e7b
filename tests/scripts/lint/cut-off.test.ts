// In YAML ` #` ends a text without quotes: `summary: Upload a PKCS #12 file` says "Upload a PKCS", and no linter minds.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LineCounter, parseDocument, visit } from "yaml";

/** The texts that a comment on their line cuts off, each with its line. */
function cutOff(yaml: string): string[] {
  const lineCounter = new LineCounter();
  const found: string[] = [];
  visit(parseDocument(yaml, { lineCounter }), {
    Scalar(_key, { type, comment, range, source }) {
      if (type === "PLAIN" && comment)
        found.push(`${lineCounter.linePos(range![0]).line}: write "${source} #${comment}" in quotes`);
    },
  });
  return found;
}

test("finds a text that is cut off, and no text in quotes, in a block or above a comment", () => {
  expect(cutOff("a: [b]\nsummary: Upload a PKCS #12 file\n")).toEqual(['2: write "Upload a PKCS #12 file" in quotes']);
  expect(cutOff('# c\na: "PKCS #12"\nb: |-\n  PKCS #12\nc: PKCS#12\n# d\ne: f\n')).toEqual([]);
});

const files = readdirSync("spec", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));

test("cuts off no text in spec/", () => {
  expect(
    files.flatMap((file) => cutOff(readFileSync(join("spec", file), "utf8")).map((fault) => `spec/${file}:${fault}`)),
  ).toEqual([]);
});
