import { expect, test } from "vitest";
import { asAnnotation, asSarif } from "../../../scripts/lib/findings.ts";

const finding = {
  file: "spec/a,b é.yaml",
  line: 3,
  column: 5,
  rule: "some-rule",
  message: "Write 100%:\r\nall, of it.",
};

test("an annotation escapes what GitHub would read as the end of a line or of a property", () => {
  expect(asAnnotation(finding)).toBe(
    "::error file=spec/a%2Cb é.yaml,line=3,col=5,title=some-rule::Write 100%25:%0D%0Aall, of it.",
  );
});

test("a SARIF document has each rule once, and each finding as an error with its place, whose path is a valid URI", () => {
  expect(JSON.parse(asSarif([finding, { ...finding, line: 4 }]))).toEqual({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "npm run lint", rules: [{ id: "some-rule" }] } },
        results: [3, 4].map((startLine) => ({
          ruleId: "some-rule",
          level: "error",
          message: { text: finding.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: "spec/a,b%20%C3%A9.yaml" },
                region: { startLine, startColumn: 5 },
              },
            },
          ],
        })),
      },
    ],
  });
});
