// Runs one rule of .spectral.yaml, or of the rules for portals that it extends, over a document.
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

interface Rule {
  name: string;
  enabled: boolean;
}

const ruleset = await getRuleset(join(root, ".spectral.yaml"));
const spectral = new Spectral();
spectral.setRuleset(ruleset);

/** The rules that .spectral.yaml changes for some files only. */
export const { overrides } = parse(readFileSync(join(root, ".spectral.yaml"), "utf8"));

/** The entries below `rules` in each of our rulesets, by name. */
export const ourRulesets: Record<string, unknown>[] = [".spectral.yaml", "scripts/lint/spectral/portals.yaml"].map(
  (file) => parse(readFileSync(join(root, file), "utf8")).rules,
);

interface Finding {
  code: string;
  path: (string | number)[];
  message: string;
}

/** What a rule, and no other, finds in an OpenAPI 3.0.3 document. */
export async function findings(name: string, document: object): Promise<Finding[]> {
  for (const rule of Object.values<Rule>(ruleset.rules)) rule.enabled = rule.name === name;
  const found: Finding[] = await spectral.run(
    new Document(JSON.stringify({ openapi: "3.0.3", ...document }), Json, "document.json"),
  );
  return found.filter(({ code }) => code === name); // Spectral reports a reference to nowhere without any rule
}
