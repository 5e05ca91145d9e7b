import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bundleWithoutErrorExamples } from "../../../scripts/contract/bundle.ts";
import { createLocate } from "../../../scripts/contract/locate.ts";
import { leaves } from "../../../scripts/lib/json-leaves.ts";

const folder = mkdtempSync(join(tmpdir(), "contract-"));
afterAll(() => rmSync(folder, { recursive: true }));
const files = {
  "openapi.yaml": `paths:
  /a/{id}:
    $ref: paths/a.yaml
  /b:
    $ref: "#/paths/~1a~1%7Bid%7D"
components:
  schemas:
    A:
      $ref: schemas/A.yaml
`,
  "paths/a.yaml": `get:
  responses:
    "200":
      content:
        application/json:
          schema:
            $ref: ../schemas/A.yaml
`,
  "schemas/A.yaml": `title: A
properties:
  b:
    $ref: "#/definitions/B"
definitions:
  B: &b
    type: string
  C: *b
`,
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(folder, "spec", name)), { recursive: true });
  writeFileSync(join(folder, "spec", name), text);
}
const locate = createLocate(join(folder, "spec/openapi.yaml"));
const schema = "#/paths/~1a~1{id}/get/responses/200/content/application~1json/schema";

test.each<[what: string, pointer: string, place: string]>([
  ["a member of the root", "#/components/schemas", "spec/openapi.yaml:7"],
  ["a reference, where it stands", "#/components/schemas/A", "spec/openapi.yaml:8"],
  ["a member behind a reference, in its part", "#/components/schemas/A/title", "spec/schemas/A.yaml:1"],
  ["a member behind several references", `${schema}/properties/b/type`, "spec/schemas/A.yaml:7"],
  ["a member behind an alias", "#/components/schemas/A/definitions/C/type", "spec/schemas/A.yaml:7"],
  ["a member behind a reference into the same part", "#/paths/~1b/get/responses", "spec/paths/a.yaml:2"],
  ["the nearest ancestor of what doesn't exist, in its part", `${schema}/properties/c/type`, "spec/schemas/A.yaml:2"],
  ["the nearest ancestor of what doesn't exist in the root", "#/paths/~1c/get", "spec/openapi.yaml:1"],
])("the place is that of %s", (_, pointer, place) => {
  expect(locate(pointer)).toBe(place);
});

test("every value that the files of the contract state has a line that shows its name or the value", async () => {
  const find = createLocate();
  const lines = new Map<string, string[]>();
  let count = 0;
  for (const [pointer, leaf] of leaves(await bundleWithoutErrorExamples())) {
    const [file = "", line] = find(`#${pointer}`).split(":");
    if (!lines.has(file)) lines.set(file, readFileSync(file, "utf8").split("\n"));
    const text = lines.get(file)?.[Number(line) - 1];
    const name = pointer
      .slice(pointer.lastIndexOf("/") + 1)
      .replaceAll("~1", "/")
      .replaceAll("~0", "~");
    const value: unknown = JSON.parse(leaf);
    expect(existsSync(file)).toBe(true);
    if (!/^\d+$/.test(name)) expect(text, pointer).toContain(name);
    else expect(text, pointer).toContain(typeof value === "object" ? "" : String(value).split("\n")[0]);
    count += 1;
  }
  expect(count).toBeGreaterThan(1000);
});
