// Tests each of our rules with the cases in rules/<rule>.yaml, all in one file, as loading Spectral takes most of the time.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { layers, loadRuleset, readRuleset } from "./spectral-rule.ts";

interface Cases {
  /** Where the rule reports (one path or several), and the part of its message that says how to fix it. */
  fails: { case: string; document: object; at: string | string[]; fix: string }[];
  passes: { case: string; document: object }[];
}

const folder = join(import.meta.dirname, "rules");
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
const findings = await loadRuleset(".spectral.yaml");
const { rules, overrides } = readRuleset(".spectral.yaml");

/** The names of the rules that each layer defines. */
const ourRules = Object.values(layers).map((file) => Object.keys(readRuleset(file).rules));

test("each of our rules has cases, and our rules are in alphabetical order", () => {
  expect(ourRules).toEqual(ourRules.map((names) => [...names].sort()));
  expect(ourRules.flat().sort()).toEqual(files.map((file) => basename(file, ".yaml")).sort());
});

test("of Spectral's own rules, four are switched off, two have a quicker function, and four of ours have parameters", () => {
  expect(rules).toEqual({
    "arazzo-info-description": "off",
    "arazzo-workflow-description": "off",
    "info-contact": "off",
    "oas3-unused-component": "off",
    "created-has-location": expect.any(Object),
    "operation-id-verb-first": expect.any(Object),
    "secret-is-write-only": expect.any(Object),
    "server-is-https": expect.any(Object),
    "oas3-valid-media-example": expect.any(Object),
    "oas3-valid-schema-example": expect.any(Object),
  });
});

describe("the quicker check of examples", () => {
  const id = { type: "string", format: "uuid" };
  const bodyOf = (schema: object, value: unknown) => ({ content: { "application/json": { schema, example: value } } });
  const post = (requestBody: object, ...responses: object[]) => ({
    paths: { "/a": { post: { responses, requestBody } } },
  });
  const check = async (document: object) =>
    (await findings(document, "oas3-valid-media-example", "oas3-valid-schema-example")).map(({ path }) =>
      path.slice(3, 5).join("."),
    );

  test("reports each place of an invalid example, also after a valid one", async () => {
    const [right, wrong] = [bodyOf(id, "5e9ee4a3-8d0f-4ef7-9a1b-3f5d5c6b7a89"), bodyOf(id, "5e9ee4a3")];
    expect(await check(post(right, right, wrong, wrong))).toEqual(["responses.1", "responses.2"]);
  });

  test("reports a default that its schema doesn't allow", async () => {
    expect(await check(post({}, bodyOf({ ...id, default: "5e9ee4a3" }, undefined)))).toEqual(["responses.0"]);
  });

  test("lets a response lack what is write-only, and not a request that has the same example", async () => {
    const body = bodyOf({ type: "object", required: ["k"], properties: { k: { ...id, writeOnly: true } } }, {});
    expect(await check(post(body, body))).toEqual(["requestBody.content"]);
  });

  test("reads a schema as its version of OpenAPI does", async () => {
    const document = post({}, bodyOf({ type: "object", dependentRequired: { n: ["e"] } }, { n: "AQAB" }));
    expect(await check(document)).toEqual([]);
    expect(await check({ openapi: "3.1.0", ...document })).toEqual(["responses.0"]);
  });
});

test("a rule is switched off in some files only if the others check the same, and no secret may be readable anywhere", () => {
  expect(overrides).toEqual([
    { files: ["spec/**"], rules: { "api-management-reference": "off", "response-has-example": "off" } },
    {
      files: ["generated/**"],
      rules: { "oas3-valid-media-example": "off", "oas3-valid-schema-example": "off" },
    },
  ]);
});

for (const file of files) {
  const rule = basename(file, ".yaml");
  const { fails, passes }: Cases = parse(readFileSync(join(folder, file), "utf8"));
  describe(rule, () => {
    for (const { case: fault, document, at, fix } of fails)
      test(`fails with ${fault}`, async () => {
        const found = await findings(document, rule);
        expect(found.map(({ path }) => path.join(".")).sort()).toEqual([at].flat().sort());
        for (const { message } of found) expect(message).toContain(fix);
      });
    for (const { case: good, document } of passes)
      test(`passes with ${good}`, async () => expect(await findings(document, rule)).toEqual([]));
    test("has cases of both kinds", () => expect(Math.min(fails.length, passes.length)).toBeGreaterThan(0));
  });
}
