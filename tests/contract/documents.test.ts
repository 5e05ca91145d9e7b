// The documents that portals read: both versions of OpenAPI say the same, in JSON and in YAML.
import { readFileSync } from "node:fs";
import SwaggerParser from "@apidevtools/swagger-parser";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { upgraded } from "../../scripts/generate/openapi-files.ts";
import { typesSource } from "../../scripts/generate/types.ts";
import { leaves } from "../../scripts/lib/json-leaves.ts";
import { document } from "../support/document.ts";

const later = upgraded(document) as typeof document;

interface Later {
  type?: string;
  nullable?: boolean;
  format?: string;
  "x-encoding"?: string;
  example?: unknown;
  properties?: Record<string, Later>;
  items?: Later;
}

/**
 * The 3.1 form of a schema: a null is one of the types, an encoding is a contentEncoding and not a format or an extension, and the
 * example is the only one in a list. Everything else stays.
 */
function laterSchema(schema: Later): object {
  const { type, nullable, format, "x-encoding": base64, example, properties, items, ...same } = schema;
  const contentEncoding = format === "base64url" ? format : base64;
  const isEncoding = format === "base64url";
  return {
    ...same,
    ...(type && { type: nullable ? [type, "null"] : type }),
    ...(format && !isEncoding && { format }),
    ...(contentEncoding && { contentEncoding }),
    ...(example !== undefined && { examples: [example] }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, laterSchema(value)])),
    }),
    ...(items && { items: laterSchema(items) }),
  };
}

/** The document with each schema in its 3.1 form. */
function withLaterSchemas(): object {
  const { components, ...rest } = JSON.parse(JSON.stringify(document), (key, value) =>
    key === "schema" ? laterSchema(value) : value,
  );
  const schemas = Object.entries(components.schemas as Record<string, Later>);
  const named = Object.fromEntries(schemas.map(([name, schema]) => [name, laterSchema(schema)]));
  return { ...rest, openapi: "3.1.0", components: { ...components, schemas: named } };
}

test("3.1 says what 3.0.3 says, in the words that 3.1 has for nulls, encodings, and the examples of schemas", () => {
  expect(Object.fromEntries(leaves(later))).toEqual(Object.fromEntries(leaves(withLaterSchemas())));
});

test.each([
  ["a null", "nullable", /\/type\/1$/],
  ["base64", "x-encoding", /\/contentEncoding$/],
  ["an example of a schema", "example", /^\/components\/schemas\/.*\/examples\/0/],
])("3.1 names %s without %s", (_, earlier, place) => {
  const pointers = [...leaves(later).keys()];
  expect(pointers.filter((pointer) => place.test(pointer))).not.toEqual([]);
  const inSchemas = pointers.filter((pointer) => pointer.startsWith("/components/schemas/"));
  expect(inSchemas.filter((pointer) => pointer.split("/").includes(earlier))).toEqual([]);
});

// openapi-typescript writes a format as a comment and ignores contentEncoding. An encoded value is a string either way.
test("both versions give the same types, except for comments that name an encoding", async () => {
  const withoutEncodings = JSON.parse(JSON.stringify(document), (key, value) =>
    key === "format" && value === "base64url" ? undefined : value,
  );
  expect(await typesSource(later)).toBe(await typesSource(withoutEncodings));
});

describe.each(["openapi", "openapi-3.1"])("generated/%s", (name) => {
  const json = `generated/${name}.json`;
  const yaml = `generated/${name}.yaml`;
  const fromJson = JSON.parse(readFileSync(json, "utf8"));

  test("is the same in JSON and in YAML, even for portals that read YAML 1.1", () => {
    expect(parse(readFileSync(yaml, "utf8"), { version: "1.1" })).toEqual(fromJson);
  });

  test("refers only to itself", () => {
    const references = [...leaves(fromJson)].filter(([pointer]) => pointer.endsWith("/$ref"));
    expect(references).not.toEqual([]);
    expect(references.filter(([, leaf]) => !leaf.startsWith('"#/'))).toEqual([]);
  });

  test("is valid OpenAPI", async () => {
    await expect(SwaggerParser.validate(json)).resolves.toBeDefined();
  });

  test.each([json, yaml])("is smaller in %s than the 4 MB that API Management accepts inline", (file) => {
    expect(readFileSync(file).byteLength).toBeLessThan(4e6);
  });
});
