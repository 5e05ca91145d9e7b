// Runs a single rule of a Spectral ruleset over a document.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../../../scripts/lib/root.ts";

// The parts of Spectral come from its CLI, the declared dependency that `npm run lint` runs.
const require = createRequire(createRequire(import.meta.url).resolve("@stoplight/spectral-cli/package.json"));
const { Document, Spectral } = require("@stoplight/spectral-core");
const { Json } = require("@stoplight/spectral-parsers");
const { getRuleset } = require("./dist/services/linter/utils/getRuleset.js");

/** The files of our rules, in layers. */
export const layers = {
  general: "spectral/general.yaml",
  portals: "spectral/portals.yaml",
  house: "scripts/lint/house/house.yaml",
};

interface Finding {
  code: string;
  path: (string | number)[];
  message: string;
}

/** The text of a ruleset, parsed. */
export const readRuleset = (file: string) => parse(readFileSync(join(root, file), "utf8"));

/** Loads a ruleset, and returns a function for what some of its rules find in a document, of OpenAPI 3.0.3 if it names no version. */
export async function loadRuleset(file: string) {
  const ruleset = await getRuleset(join(root, file));
  const rules = Object.values<{ name: string; enabled: boolean }>(ruleset.rules);
  const spectral = new Spectral();
  spectral.setRuleset(ruleset);
  return async (document: object, ...names: string[]): Promise<Finding[]> => {
    for (const rule of rules) rule.enabled = names.includes(rule.name);
    const found: Finding[] = await spectral.run(
      new Document(JSON.stringify({ openapi: "3.0.3", ...document }), Json, "document.json"),
    );
    return found.filter(({ code }) => names.includes(code)); // Spectral reports a reference to nowhere without any rule
  };
}
