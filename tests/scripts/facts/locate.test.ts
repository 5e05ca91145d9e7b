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
title: A title
permissions:
  Permissions:
    columns: [a, b]
    rows:
      Delegated:
        a: Some
examples:
  first:
    request:
      body:
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
  type:
    body: |
      {
        "id": "String"
      }
`,
);
const locate = createLocateFact(folder);

test.each<[what: string, at: string, line: number]>([
  ["a member", "/page", 2],
  ["a text", "/title", 3],
  ["a named row", "/permissions/Permissions/rows/Delegated", 8],
  ["a conclusion from a fact", "/permissions/Permissions/rows/Delegated#required", 8],
  ["the nearest ancestor of what doesn't exist", "/permissions/Permissions/rows/Application/a", 7],
  ["a conclusion from the page as a whole", "#stage", 2],
  ["a body", "/examples/first/request/body", 13],
  ["a member of a body", "/examples/first/request/body/id", 16],
  ["a member of a body whose name has a slash", "/examples/first/request/body/keys/0/a~1b", 18],
  ["the nearest ancestor of what a body lacks", "/examples/first/request/body/keys/0#without-kid", 18],
  ["a body in one line", "/examples/first/response/body/id", 24],
  ["a JSON representation's member", "/jsonRepresentations/type/body/id", 29],
])("the line is that of %s", (_, at, line) => {
  expect(locate("some-page", at)).toBe(`spec/facts/pages/some-page.yaml:${line}`);
});

test("facts of no page have a file beside the pages", () => {
  expect(locate("published", "/pages/x")).toBe("spec/facts/published.yaml:1");
});

test("a page without a file has its first line", () => {
  expect(locate("other-page", "/title")).toBe("spec/facts/pages/other-page.yaml:1");
});
