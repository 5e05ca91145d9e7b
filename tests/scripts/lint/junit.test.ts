import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { asJunit } from "../../../scripts/lib/junit.ts";

const finding = {
  file: 'spec/a&b "é".yaml',
  line: 3,
  column: 5,
  rule: "some-rule",
  message: "Write <b> & ]]>\u0000\nall of it.",
};
const reports = [
  { subject: "Spectral a.yaml", findings: [finding, { ...finding, line: 4 }] },
  { subject: "Biome", findings: [] },
  { subject: "cspell", findings: [], failure: "It isn't installed." },
];

test("a JUnit document is valid XML, with a failed case for each finding, and counts them", () => {
  const xml = asJunit(reports);
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({ htmlEntities: true, ignoreAttributes: false, attributeNamePrefix: "" });
  const { testsuites } = parser.parse(xml);
  expect(testsuites).toMatchObject({ tests: "4", failures: "2", errors: "1" });
  const [spectral, biome, cspell] = testsuites.testsuite;
  expect(spectral).toMatchObject({ name: "Spectral a.yaml", tests: "2", failures: "2" });
  expect(spectral.testcase).toEqual(
    [3, 4].map((line) => ({
      name: `spec/a&b "é".yaml:${line}:5 some-rule`,
      classname: "some-rule",
      file: 'spec/a&b "é".yaml',
      failure: { message: "Write <b> & ]]>\nall of it.", type: "some-rule" },
    })),
  );
  expect(biome).toEqual({
    ...{ name: "Biome", tests: "1", failures: "0", errors: "0", skipped: "0" },
    testcase: { name: "Biome", classname: "lint" },
  });
  expect(cspell.testcase.error).toEqual({ message: "It isn't installed.", type: "linter-failed" });
});
