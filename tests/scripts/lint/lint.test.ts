// What `npm run lint` prints, and its exit codes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newFolder, program, root } from "../gate/copy.ts";

const lint = (...args: string[]) => program(root, "lint", ...args);

const folder = newFolder();
const [file, sarif] = [join(folder, "fault.yaml"), join(folder, "lint.sarif")];
writeFileSync(
  file,
  `openapi: 3.0.3\ninfo: { title: Keys, version: 1.0.0, description: keys. }\nservers: [{ url: https://a.b }]\npaths: {}\nx-parts: [${Array(101).fill("$ref: outer.yaml")}]\n`,
);
writeFileSync(join(folder, "outer.yaml"), "properties: { inner: { $ref: inner.yaml } }\n");
writeFileSync(
  join(folder, "inner.yaml"),
  "type: object\ndescription: Part of another schema.\nproperties: { text: { $ref: text.yaml } }\n",
);
writeFileSync(join(folder, "text.yaml"), "type: string\ndescription: Some text.\n");

const wrong: [string[], string | RegExp][] = [
  [["--format", "xml"], 'Unknown --format "xml". Expected one of: text, github, json, junit.\n'],
  [["--only", "contracts"], /^Unknown --only "contracts"\. Expected one of: contract, words, code, .*\n$/],
  [["--only", "contract", "a.yaml"], "Give either --only or FILE: a file is linted as an OpenAPI document.\n"],
  [["nowhere.yaml"], "nowhere.yaml doesn't exist.\n"],
];

// The program is slow to start, so all runs start at once.
const [ofFile, ofNamed, ...ofWrong] = await Promise.all([
  lint("--format", "github", "--sarif", sarif, file),
  lint("--only", "workflows,imports", "--no-cache"),
  ...wrong.map(([args]) => lint(...args)),
]);

test("a warning of either linter fails, as an annotation and in a SARIF file, and a file that many refer to is resolved each time", () => {
  const { code, stdout } = ofFile;
  expect(stdout).not.toContain("text.yaml");
  expect(stdout).toMatch(
    /^::error file=.*fault\.yaml,line=2,col=\d+,title=description-is-sentence::Begin the description with a capital letter: "keys\."$/m,
  );
  expect(stdout).toMatch(/^::error file=.*fault\.yaml,line=2,col=\d+,title=info-license::/m);
  expect(code).toBe(1);
  const [run] = JSON.parse(readFileSync(sarif, "utf8")).runs;
  for (const ruleId of ["description-is-sentence", "info-license"])
    expect(run.results).toContainEqual(
      expect.objectContaining({
        ruleId,
        locations: [
          { physicalLocation: expect.objectContaining({ region: expect.objectContaining({ startLine: 2 }) }) },
        ],
      }),
    );
});

test("--only runs the named linters", () => {
  const { code, stdout } = ofNamed;
  expect(stdout).toMatch(/^Workflows, \d+ files: clean\nImport directions of \d+ files: clean\n$/);
  expect(code).toBe(0);
});

test.each(wrong.map(([args, message], i) => [args, message, ofWrong[i]] as const))(
  "%j fails with 2 and one line about why",
  (_args, message, result) => {
    expect(result).toEqual({ code: 2, stdout: "", stderr: expect.stringMatching(message) });
  },
);
