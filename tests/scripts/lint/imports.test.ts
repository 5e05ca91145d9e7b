import { expect, test } from "vitest";
import { lintImports, wrongImports } from "../../../scripts/lint/imports.ts";

test.each([
  [
    "scripts/lib/a.ts",
    'import { b } from "../contract/b.ts";',
    "scripts/lib can't import ../contract/b.ts, which is in scripts/contract",
  ],
  ["scripts/contract/a.ts", 'import "../conflicts/b.ts";', "which is in scripts/conflicts"],
  ["scripts/contract/a.ts", 'export * from "../diff/b.ts";', "which is in scripts/diff"],
  ["scripts/diff/a.ts", 'const b = await import("../lint/b.ts");', "which is in scripts/lint"],
  ["scripts/facts/read/a.ts", 'import type { B } from "../../generate/b.ts";', "which is in scripts/generate"],
  ["scripts/lint/a.ts", 'import { main } from "../lint.ts";', "which is in commands"],
  ["scripts/lint.ts", 'import { main } from "./diff.ts";', "which is in commands"],
  ["scripts/lint/a.ts", 'import { b } from "../../tests/support/b.ts";', "which is in tests"],
  ["scripts/lint/a.cjs", 'const b = require("../diff/b.ts");', "which is in scripts/diff"],
  [
    "src/a.ts",
    'import { b } from "../scripts/lib/b.ts";',
    "src can't import ../scripts/lib/b.ts, which is in scripts/lib. It may import src, generated",
  ],
  ["src/call/a.ts", 'import { b } from "../../site/b.ts";', "which is in site"],
  ["generated/a.ts", 'import { b } from "../src/b.js";', "which is in src"],
  ["generated/a.ts", 'import type { C } from "../src/b.js";\nimport { b } from "../src/b.js";', "which is in src"],
  ["generated/a.ts", 'import { type B } from "../src/b.js";', "which is in src"], // loads the module, for nothing
  ["generated/a.ts", 'import type { B } from "../scripts/lib/b.ts";', "which is in scripts/lib"],
  ["src/a.ts", 'type B = import("../scripts/lib/b.ts").B;', "which is in scripts/lib"],
  ["src/a.ts", 'export { b } from "../scripts/lib/b.ts";', "which is in scripts/lib"],
  ["generated/a.ts", 'export { b } from "../src/b.js";', "which is in src"],
])("%s can't contain %s", (file, text, message) => {
  const [finding] = wrongImports(file, text);
  expect(finding).toMatchObject({ file, rule: "import-direction", message: expect.stringContaining(message) });
});

test.each([
  [
    "scripts/diff/a.ts",
    'import { b } from "../contract/b.ts";\nimport { c } from "./c.ts";\nimport fs from "node:fs";',
  ],
  ["scripts/generate/a.ts", 'import { b } from "../facts/load.ts";'],
  ["scripts/conflicts/a.ts", 'import schema from "../../spec/conflicts/a.json" with { type: "json" };'],
  ["scripts/diff.ts", 'import { b } from "./diff/b.ts";'],
  ["site/a.ts", 'import { b } from "../scripts/generate/b.ts";'],
  ["src/a.ts", 'import { b } from "../generated/b.js";\nimport { c } from "./call/c.js";'],
  ["generated/a.ts", 'import type { B } from "../src/b.js";\nimport { d } from "./d.js";'],
  ["generated/a.ts", 'export type { B } from "../src/b.js";\ntype C = import("../src/c.js").C;'],
  ["scripts/lint/a.ts", '// import "../diff/b.ts"\nconst text = \'import "../diff/b.ts"\';'],
])("%s may contain %s", (file, text) => expect(wrongImports(file, text)).toEqual([]));

test("a finding has the line and the column of the import", () => {
  const [finding] = wrongImports("src/a.ts", '// é\nimport {\n  b,\n} from "../scripts/lib/b.ts";\n');
  expect(finding).toMatchObject({ line: 4, column: 8 });
});

test("the repository is clean, and each layer of it is linted", async () => {
  const { subject, findings } = await lintImports();
  expect(findings).toEqual([]);
  expect(Number(/\d+/.exec(subject)?.[0])).toBeGreaterThan(100);
});
