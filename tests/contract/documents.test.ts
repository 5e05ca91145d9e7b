// What portals read: the 3.1 documents say all that the 3.0.3 ones say, and each is one plain file.
import { readFileSync } from "node:fs";
import SwaggerParser from "@apidevtools/swagger-parser";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { upgraded } from "../../scripts/generate/openapi-files.ts";
import { typesSource } from "../../scripts/generate/types.ts";
import { leaves } from "../../scripts/lib/json-leaves.ts";
import { document } from "../support/document.ts";

const later = upgraded(document) as typeof document;

/** How 3.1 names the encoding of a text, for which 3.0 has formats. */
const encodings: Record<string, string> = { byte: "base64", base64url: "base64url" };

test("3.1 has every value of 3.0.3 in its place and no other; it names its version and the encodings in words of its own", () => {
  const reworded = [...leaves(document)].map(([pointer, leaf]) => {
    const encoding = pointer.endsWith("/format") && encodings[JSON.parse(leaf)];
    return encoding ? [pointer.replace(/format$/, "contentEncoding"), JSON.stringify(encoding)] : [pointer, leaf];
  });
  expect(Object.fromEntries(leaves(later))).toEqual({ ...Object.fromEntries(reworded), "/openapi": '"3.1.0"' });
  expect([...leaves(later)].filter(([pointer]) => pointer.endsWith("/contentEncoding")).length).toBeGreaterThan(0);
});

// openapi-typescript writes a format as a comment and knows no contentEncoding; a text is a string either way.
test("the same types come out of both, but for comments that name an encoding's format", async () => {
  const withoutEncodings = JSON.parse(JSON.stringify(document), (key, value) =>
    key === "format" && encodings[value] ? undefined : value,
  );
  expect(await typesSource(later)).toBe(await typesSource(withoutEncodings));
});

describe.each(["openapi", "openapi-3.1"])("generated/%s", (name) => {
  const files = ["json", "yaml"].map((extension) => `generated/${name}.${extension}`);

  test("says the same in JSON and in YAML", () => {
    const [json, yaml] = files.map((file) => readFileSync(file, "utf8"));
    expect(parse(yaml!, { version: "1.1" })).toEqual(JSON.parse(json!)); // older portals read YAML 1.1
  });

  test("is valid, and refers to nothing outside itself", async () => {
    const [json] = files as [string];
    const references = [...leaves(JSON.parse(readFileSync(json, "utf8")))].filter(
      ([pointer, leaf]) => pointer.endsWith("/$ref") && !/^"#\//.test(leaf),
    );
    expect(references).toEqual([]);
    await expect(SwaggerParser.validate(json)).resolves.toBeDefined();
  });

  test("is smaller than the 4 MB that API Management takes inline", () => {
    for (const file of files) expect(readFileSync(file).byteLength).toBeLessThan(4e6);
  });
});
