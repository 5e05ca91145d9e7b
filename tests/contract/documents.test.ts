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

/** How 3.1 names the encodings that 3.0 has formats for. */
const encodings: Record<string, string> = { byte: "base64", base64url: "base64url" };

test("3.1 has every value of 3.0.3 in its place and no others, except its version and its names of encodings", () => {
  const expected = [...leaves(document)].map(([pointer, leaf]) => {
    const encoding = pointer.endsWith("/format") && encodings[JSON.parse(leaf)];
    return encoding ? [pointer.replace(/format$/, "contentEncoding"), JSON.stringify(encoding)] : [pointer, leaf];
  });
  expect(Object.fromEntries(leaves(later))).toEqual({ ...Object.fromEntries(expected), "/openapi": '"3.1.0"' });
  expect([...leaves(later).keys()].filter((pointer) => pointer.endsWith("/contentEncoding"))).not.toEqual([]);
});

// openapi-typescript writes a format as a comment and ignores contentEncoding. An encoded value is a string either way.
test("both versions give the same types, except for comments that name an encoding", async () => {
  const withoutEncodings = JSON.parse(JSON.stringify(document), (key, value) =>
    key === "format" && encodings[value] ? undefined : value,
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
