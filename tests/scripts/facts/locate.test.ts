import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createLocateFact } from "../../../scripts/facts/locate.ts";

const folder = mkdtempSync(join(tmpdir(), "facts-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  join(folder, "some-page.yaml"),
  `# A comment.
page: some-page
title:
  line: 70
  value: A title
permissions:
  - line: 80
    columns: [a, b]
    rows:
      - line: 81
        type: Delegated
examples:
  - request:
      line: 90
      body:
        line: 92
        text: |-
          {
            "id": "one",
            "keys": [
              { "a/b": 1 }
            ]
          }
        json: true
    response:
      body:
        text: '{ "id": "two" }'
jsonRepresentations:
  - body: |
      {
        "id": "String"
      }
`,
);
const locate = createLocateFact(folder);

test.each<[what: string, at: string, line: number]>([
  ["a member", "/page", 2],
  ["a text, not the source page's line of it", "/title", 5],
  ["an item of a list, not the source page's line of it", "/permissions/0/rows/0", 11],
  ["a conclusion from a fact", "/permissions/0/rows/0#required", 11],
  ["the nearest ancestor of what doesn't exist", "/permissions/0/rows/7/cells", 9],
  ["a conclusion from the page as a whole", "#stage", 2],
  ["a body", "/examples/0/request/body", 17],
  ["a member of a body", "/examples/0/request/body/id", 19],
  ["a member of a body whose name has a slash", "/examples/0/request/body/keys/0/a~1b", 21],
  ["the nearest ancestor of what a body lacks", "/examples/0/request/body/keys/0#without-kid", 21],
  ["a body in one line", "/examples/0/response/body/id", 27],
  ["a JSON representation's member", "/jsonRepresentations/0/body/id", 31],
])("the line is that of %s", (_, at, line) => {
  expect(locate("some-page", at)).toBe(`spec/facts/pages/some-page.yaml:${line}`);
});

test("a page without a file has its first line", () => {
  expect(locate("other-page", "/title")).toBe("spec/facts/pages/other-page.yaml:1");
});
