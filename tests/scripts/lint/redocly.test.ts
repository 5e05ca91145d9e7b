// spec/redocly.yaml refuses what Spectral cannot see: one run over one document with a fault in each path.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { offline, programOf } from "../../../scripts/lib/npm-bin.ts";
import { root } from "../../../scripts/lib/root.ts";
import { redocly, run } from "../../../scripts/lint/linters.ts";

/** A path whose only response has one schema and one example of it. */
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
const document = {
  openapi: "3.0.3",
  info: { title: "Keys", version: "1.0.0", license: { name: "MIT", url: "https://opensource.org/license/mit" } },
  servers: [{ url: "https://graph.microsoft.com/beta" }],
  security: [],
  paths: {
    "/faultless": path("faultless", key, { kid: "a" }),
    "/secret": path("secret", key, { kid: "a", d: "AQAB" }),
    "/unknown": path("unknown", key, { kid: "a", kidd: "a" }),
    "/misspelt": path("misspelt", { ...key, requierd: ["kid"] }, { kid: "a" }),
    "/undefined": path("undefined", { ...key, required: ["kyt"] }, { kid: "a", kyt: "RSA" }),
  },
};

interface Problem {
  ruleId: string;
  message: string;
  location: [{ pointer: string }];
}

function lint(): Problem[] {
  const folder = mkdtempSync(join(tmpdir(), "redocly-"));
  try {
    const file = join(folder, "openapi.json");
    writeFileSync(file, JSON.stringify(document));
    const command = [
      programOf("@redocly/cli", "bin/cli.js"),
      "lint",
      "--config",
      "spec/redocly.yaml",
      "--format",
      "json",
      file,
    ];
    return JSON.parse(spawnSync(process.execPath, command, { cwd: root, env: offline, encoding: "utf8" }).stdout)
      .problems;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const problems = lint();
const found = (name: string) =>
  problems
    .filter(({ location: [{ pointer }] }) => pointer.startsWith(`#/paths/~1${name}/`))
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);

test("accepts a response without fault", () => expect(found("faultless")).toEqual([]));

test.each([
  ["a writeOnly property in the example of a response", "secret", /no-invalid-media-type-examples: .*`d`/],
  ["an unknown property in an example", "unknown", /no-invalid-media-type-examples: .*`kidd`/],
  ["a misspelt schema keyword", "misspelt", /struct: .*`requierd`/],
  ["a required property that is not defined", "undefined", /no-required-schema-properties-undefined: .*'kyt'/],
])("refuses %s", (_fault, name, problem) => expect(found(name)).toContainEqual(expect.stringMatching(problem)));

test("a document that cannot be read is not taken for clean because those before it are", async () => {
  const { code, says } = await run(redocly, ["generated/openapi.yaml", "README.md"]);
  expect(says).toMatch(/cannot be linted[^]*README\.md/);
  expect(code).toBe(2);
});
