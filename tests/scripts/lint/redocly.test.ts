// spec/redocly.yaml finds what Spectral doesn't: one run over one document with a fault in each path.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../../scripts/lib/root.ts";
import { lintWithRedocly } from "../../../scripts/lint/contract.ts";

/** A path with a single response, with one schema and one example of it. */
const path = (name: string, schema: object, example: object) => ({
  get: {
    operationId: name,
    summary: name,
    responses: {
      200: {
        description: "A key.",
        content: { "application/json": { schema, examples: { one: { value: example } } } },
      },
    },
  },
});

const key = { type: "object", properties: { kid: { type: "string" }, d: { type: "string", writeOnly: true } } };
const paths = {
  valid: path("valid", key, { kid: "a" }),
  secret: path("secret", key, { kid: "a", d: "AQAB" }),
  unknown: path("unknown", key, { kid: "a", kidd: "a" }),
  misspelled: path("misspelled", { ...key, requierd: ["kid"] }, { kid: "a" }),
  undefined: path("undefined", { ...key, required: ["kyt"] }, { kid: "a", kyt: "RSA" }),
};

const folder = mkdtempSync(join(tmpdir(), "redocly-"));
const text = JSON.stringify(
  {
    openapi: "3.0.3",
    info: { title: "Keys", version: "1.0.0", license: { name: "MIT", url: "https://opensource.org/license/mit" } },
    servers: [{ url: "https://graph.microsoft.com/beta" }],
    security: [],
    paths: Object.fromEntries(Object.entries(paths).map(([name, item]) => [`/${name}`, item])),
  },
  null,
  1,
);
writeFileSync(join(folder, "openapi.json"), text);
writeFileSync(join(folder, "clean.json"), text.replace(/"paths": [\s\S]*/, '"paths": {}}'));
writeFileSync(join(folder, "text.md"), "# Keys\n");
const lint = (...names: string[]) => lintWithRedocly(names.map((name) => join(folder, name)));
const [{ findings }, clean, afterClean] = await Promise.all([
  lint("openapi.json"),
  lint("clean.json"),
  lint("clean.json", "text.md"),
]);
rmSync(folder, { recursive: true });

/** What Redocly finds in a path, which ends where the next one begins. */
function found(name: string): string[] {
  const lines = text.split("\n");
  const starts = Object.keys(paths).map((path) => lines.indexOf(`  "/${path}": {`) + 1);
  const start = lines.indexOf(`  "/${name}": {`) + 1;
  const end = starts.find((line) => line > start) ?? lines.length;
  return findings.filter(({ line }) => line >= start && line < end).map(({ rule, message }) => `${rule}: ${message}`);
}

test("passes with a valid response", () => expect(found("valid")).toEqual([]));

test.each([
  ["a write-only property in the example of a response", "secret", /no-invalid-media-type-examples: .*`d`/],
  ["an unknown property in an example", "unknown", /no-invalid-media-type-examples: .*`kidd`/],
  ["a misspelled schema keyword", "misspelled", /struct: .*`requierd`/],
  ["a required property without a definition", "undefined", /no-required-schema-properties-undefined: .*'kyt'/],
])("fails with %s", (_fault, name, problem) => expect(found(name)).toContainEqual(expect.stringMatching(problem)));

test("of the recommended rules, only the one that asks for 4XX responses is switched off", () => {
  const { extends: extended, rules } = parse(readFileSync(join(root, "spec/redocly.yaml"), "utf8"));
  expect(extended).toEqual(["spec", "recommended-strict"]);
  expect(Object.keys(rules).filter((name) => rules[name] === "off")).toEqual(["operation-4xx-response"]);
});

test("a document that can't be read fails, even after one that is clean", () => {
  expect(clean).toMatchObject({ findings: [] });
  expect(clean.failure).toBeUndefined();
  expect(afterClean.failure).toContain("text.md");
});
