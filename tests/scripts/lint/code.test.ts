// biome.json, tested in a folder of its own.
import { copyFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { lintCode } from "../../../scripts/lint/code.ts";
import { newFolder, root } from "../gate/copy.ts";

const folder = newFolder();
for (const file of ["biome.json", ".gitignore", ".editorconfig"]) copyFileSync(join(root, file), join(folder, file));
const files = {
  "clean.ts": "export const clean = 1;\n",
  "format.ts": "export const format  = 1;\n",
  "warning.ts": "export const warning = (text?: string) => text!.length;\n",
  "unused.ts": "const unused = 1;\n",
  "cycle.ts": 'import { other } from "./other.ts";\n\nexport const cycle = () => other;\n',
  "other.ts": 'import type { cycle } from "./cycle.ts";\n\nexport const other: typeof cycle | undefined = undefined;\n',
};
for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
const { findings, failure } = await lintCode(folder);
const found = (file: string) =>
  findings
    .filter((finding) => relative(folder, join(root, finding.file)) === file)
    .map(({ line, rule }) => [line, rule]);

test("Biome runs", () => expect(failure).toBeUndefined());

test.each([
  ["another format", "format.ts", "format"],
  ["a warning", "warning.ts", "lint/style/noNonNullAssertion"],
  ["an unused variable", "unused.ts", "lint/correctness/noUnusedVariables"],
  ["an import cycle, even if it has an import of types", "cycle.ts", "lint/suspicious/noImportCycles"],
  ["each file of an import cycle", "other.ts", "lint/suspicious/noImportCycles"],
])("%s is a finding", (_fault, file, rule) => expect(found(file)).toEqual([[1, rule]]));

test("a clean file has no finding", () => expect(found("clean.ts")).toEqual([]));
