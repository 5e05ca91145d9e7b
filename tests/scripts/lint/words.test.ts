import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { root } from "../../../scripts/lib/root.ts";
import { linkFindings } from "../../../scripts/lint/words/links.ts";
import { phraseFindings, phrases } from "../../../scripts/lint/words/phrases.ts";
import { lintWords } from "../../../scripts/lint/words.ts";

describe("each phrase of phrases.yaml", () => {
  test.each(phrases.flatMap(({ find, wrong }) => wrong.map((sentence) => [sentence, find])))(
    "is found in: %s",
    (sentence, find) => {
      const alone = phrases.find((phrase) => phrase.find === find);
      expect(phraseFindings("a.ts", sentence).map(({ message }) => message)).toContainEqual(
        expect.stringContaining(`write ${alone?.write}`),
      );
    },
  );

  test.each(phrases.flatMap(({ right = [] }) => right))("is not found in: %s", (sentence) => {
    expect(phraseFindings("a.ts", sentence)).toEqual([]);
  });
});

describe("a phrase", () => {
  test("is found at its line and column", () => {
    const [finding] = phraseFindings("docs/a.md", "# Title\n\nWhat to mend is here.\n");
    expect(finding).toMatchObject({ file: "docs/a.md", line: 3, column: 9, rule: "phrase" });
  });

  test.each([
    ["Markdown", "a.md", "a header is\nno number"],
    ["a block comment", "a.ts", "/**\n * a header is\n * no number\n */"],
    ["line comments", "a.ts", "// a header is\n// no number"],
    ["a YAML comment", "a.yaml", "# a header is\n# no number"],
  ])("is found across two lines of %s", (_, file, text) => {
    expect(phraseFindings(file, text)).toHaveLength(1);
  });

  test("is found in names of any case", () => {
    expect(phraseFindings("a.ts", "const fix = { Mend: 1 };")).toHaveLength(1);
  });

  test("may be quoted as code in Markdown and YAML, but not in TypeScript, where backticks hold messages", () => {
    expect(phraseFindings("a.md", "The field is `mend`.")).toEqual([]);
    expect(phraseFindings("a.yaml", "says: The field is `mend`.")).toEqual([]);
    expect(phraseFindings("a.ts", "throw new Error(`mend it`);")).toHaveLength(1);
  });
});

describe("a link", () => {
  const texts = new Map([
    ["README.md", "# The title\n\n## A part, and `code`\n\n## A part, and `code`\n\n"],
    ["docs/a.md", '# A\n\n<a id="here"></a>\n'],
  ]);
  const existing = new Set([...texts.keys(), "docs", "src/index.ts"]);
  const check = (file: string, text: string) =>
    linkFindings(new Map([...texts, [file, (texts.get(file) ?? "") + text]]), (path) => existing.has(path)).map(
      ({ message }) => message,
    );

  test.each([
    ["a file", "[a](docs/a.md)"],
    ["a folder", "[a](docs)"],
    ["a file that isn't Markdown", "[a](src/index.ts)"],
    ["a heading of its own file", "[a](#the-title)"],
    ["a heading with marks", "[a](#a-part-and-code)"],
    ["the second heading of a name", "[a](#a-part-and-code-1)"],
    ["an HTML anchor of another file", "[a](docs/a.md#here)"],
    ["another site", "[a](https://example.com/b#c)"],
    ["a definition", "[a][b]\n\n[b]: docs/a.md#a"],
  ])("may lead to %s", (_, text) => {
    expect(check("README.md", text)).toEqual([]);
  });

  test.each([
    ["a missing file", "[a](docs/b.md)", "docs/b.md doesn't exist"],
    ["a missing heading", "[a](#no-such)", 'no heading with the anchor "no-such"'],
    ["a missing heading of another file", "[a](docs/a.md#no-such)", "docs/a.md has no heading"],
    ["a file outside", "[a](../b.md)", "out of the repository"],
    ["an absolute path", "[a](/docs/a.md)", "out of the repository"],
    ["a missing image", "![a](b.png)", "b.png doesn't exist"],
    ["a missing file of a definition", "[a][b]\n\n[b]: docs/b.md", "docs/b.md doesn't exist"],
  ])("fails to lead to %s", (_, text, message) => {
    expect(check("README.md", text)).toEqual([expect.stringContaining(message)]);
  });

  test("is found at its line and column, also in a table, in the second line of a paragraph, and in a definition", () => {
    const text =
      "# A\n\n| a | b |\n|---|---|\n| c | [d](e.md) |\n\nThe first line.\nThe [link](e.md), and [f].\n\n[f]: g.md\n";
    const found = linkFindings(new Map([["a.md", text]]), () => false);
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [5, 11],
      [8, 12],
      [10, 1],
    ]);
  });

  test("is relative to the file that has it", () => {
    expect(check("docs/a.md", "[a](../README.md#the-title)")).toEqual([]);
    expect(check("docs/a.md", "[a](README.md)")).toEqual([expect.stringContaining("docs/README.md doesn't exist")]);
  });
});

describe("the lint of words", async () => {
  const folder = mkdtempSync(join(tmpdir(), "words-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const long = `${"word ".repeat(26)}end.`;
  const hard = "Organizational considerations necessitate comprehensive interoperability documentation.";
  const texts = {
    "plain.md": "# Keys\n\nSend a key. The response has its ID.\n",
    "odd.md": `# Keys\n\nMend it. The colour is wrogn.\n\n${long}\n\n${`${hard}\n\n`.repeat(9)}`,
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const reports = await lintWords([relative(root, folder)]); // once, as the linters are slow to start
  const findingsIn = (name: string) =>
    reports
      .flatMap(({ findings }) => findings)
      .filter(({ file }) => file === relative(root, join(folder, name)))
      .map(({ line, rule }) => `${line} ${rule}`);

  test("does its work", () => {
    expect(reports.map(({ failure }) => failure)).toEqual([undefined, undefined, undefined]);
  });

  test("passes plain words", () => expect(findingsIn("plain.md")).toEqual([]));

  test("fails for a phrase, a typo, British spelling, a long sentence, and a hard text", () => {
    const found = findingsIn("odd.md");
    for (const rule of ["3 phrase", "5 words/sentence-length", "1 words/reading-ease"]) expect(found).toContain(rule);
    expect(found.filter((rule) => rule === "3 spelling")).toHaveLength(2);
  });
});
