import { expect, test } from "vitest";
import { cutOffTexts, sourceFirst } from "../../../scripts/lint/contract.ts";

const at = (file: string) => ({ file, line: 1, column: 1, rule: "some-rule", message: "Write it." });

test("a fault in the source is reported at the source only, not in each document that is generated from it", () => {
  const reports = [
    { subject: "Spectral", findings: [at("spec/paths/a.yaml"), at("generated/openapi.yaml")] },
    { subject: "Redocly", findings: [at("generated/openapi-3.1.yaml")], failure: "it stopped" },
  ];
  expect(sourceFirst(reports)).toEqual([
    { subject: "Spectral", findings: [at("spec/paths/a.yaml")] },
    { subject: "Redocly", findings: [], failure: "it stopped" },
  ]);
});

test("a fault that only generated documents have is reported there", () => {
  const reports = [{ subject: "Spectral", findings: [at("generated/openapi.yaml")] }];
  expect(sourceFirst(reports)).toEqual(reports);
});

test("a text that a comment cuts off is reported, with its place and the complete text", () => {
  expect(cutOffTexts("a.yaml", "a: [b]\nsummary: Upload a PKCS #12 file\n")).toEqual([
    {
      file: "a.yaml",
      line: 2,
      column: 10,
      rule: "text-is-complete",
      message: 'Write "Upload a PKCS #12 file" in quotes: in YAML, a # after a space begins a comment.',
    },
  ]);
});

test("a text in quotes, in a block, or above a comment is not reported", () => {
  expect(cutOffTexts("a.yaml", '# c\na: "PKCS #12"\nb: |-\n  PKCS #12\nc: PKCS#12\n# d\ne: f\n')).toEqual([]);
});
