import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { SourceList } from "../../../../scripts/facts/read/sources.ts";
import { root } from "../../../../scripts/lib/root.ts";
import { factsOf, fixture, page } from "./support.ts";

const folder = join(root, "spec", "facts");
const readYaml = (...path: string[]): unknown => parse(readFileSync(join(folder, ...path), "utf8"));
const yamlFiles = (...path: string[]): string[] =>
  readdirSync(join(folder, ...path)).filter((name) => name.endsWith(".yaml"));

const ajv = addFormats.default(new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false }));
const validators = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith(".schema.json"))
    .map((name) => [
      name.replace(".schema.json", ""),
      ajv.compile(JSON.parse(readFileSync(join(folder, name), "utf8")) as object),
    ]),
);

/** What keeps a value from fitting a schema. */
function misfits(schema: string, value: unknown): string[] {
  const validate = validators.get(schema);
  if (!validate) throw new Error(`spec/facts/${schema}.schema.json doesn't exist`);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("the facts files", () => {
  it.each(yamlFiles("pages"))("pages/%s fits pages.schema.json", (name) => {
    expect(misfits("pages", readYaml("pages", name))).toEqual([]);
  });

  it.each(yamlFiles())("%s fits its schema", (name) => {
    expect(misfits(name.replace(".yaml", ""), readYaml(name))).toEqual([]);
    expect(readFileSync(join(folder, name), "utf8")).toContain(`$schema=./${name.replace(".yaml", "")}.schema.json`);
  });

  it("fit the schema whatever a page says", () => {
    for (const name of ["lamp-post.md", "lamp.md", "lamp-get.txt", "glow.markdown"])
      expect(misfits("pages", factsOf(fixture(name)))).toEqual([]);
  });

  it.each<[string, object]>([
    ["a line", { line: 3 }],
    ["a title that isn't text", { title: { value: "x" } }],
    ["rows in a list", { headers: [{ name: "Accept" }] }],
    ["a status that is none", { response: { statuses: { "99": {} } } }],
    ["a body that is and isn't there", { body: { none: true, rows: { id: {} } } }],
    ["an empty list", { links: {} }],
  ])("wouldn't fit it with %s", (_, change) => {
    expect(misfits("pages", { ...factsOf(page()), ...change })).not.toEqual([]);
  });

  it("were all written by the program, one for each pinned page", () => {
    const { pages } = readYaml("sources.yaml") as SourceList;
    expect(yamlFiles("pages")).toEqual(
      Object.keys(pages)
        .map((name) => `${name}.yaml`)
        .sort(),
    );
    for (const name of yamlFiles("pages"))
      expect(readFileSync(join(folder, "pages", name), "utf8")).toContain(
        'Written by "npm run facts:read", never edited.',
      );
  });

  it("are each named in sources.yaml with what they rest on", () => {
    const { facts } = readYaml("sources.yaml") as { facts: Record<string, unknown> };
    expect(Object.keys(facts).sort()).toEqual(yamlFiles().filter((name) => name !== "sources.yaml"));
    for (const name of Object.keys(facts)) expect(existsSync(join(folder, name))).toBe(true);
  });
});
