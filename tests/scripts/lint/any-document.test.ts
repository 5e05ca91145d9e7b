// The rules for other contracts meet any document. A rule that throws ends Spectral for all rules.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../../scripts/lib/root.ts";
import { layers, loadRuleset, readRuleset } from "./spectral-rule.ts";

const findings = await loadRuleset("spectral/index.yaml");
const bad = parse(readFileSync(join(root, "tests/package/contracts/bad.yaml"), "utf8"));

/** The rules with functions of ours. */
const rules = [layers.general, layers.portals]
  .map(readRuleset)
  .flatMap(({ rules, functions }) =>
    Object.keys(rules).filter((name) => functions.includes(rules[name].then.function)),
  );

/** The path of each value in a document. */
const pathsIn = (value: unknown): string[][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, child]) => [[key], ...pathsIn(child).map((path) => [key, ...path])])
    : [];

/** The document with another value at a path. */
function withValue(path: string[], value: unknown): object {
  const document = structuredClone(bad);
  const parent = path.slice(0, -1).reduce((node, key) => node[key], document);
  parent[path.at(-1) ?? ""] = value;
  return document;
}

test.each([[null], ["text"], [[null]]])("no rule throws if a value of a document is %j", async (value) => {
  const thrown: string[] = [];
  for (const path of pathsIn(bad))
    await findings(withValue(path, value), ...rules).catch((error) =>
      thrown.push(`${path.join("/")}: ${error.errors?.[0] ?? error}`),
    );
  expect(thrown).toEqual([]);
});
