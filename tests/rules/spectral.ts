// Runs one rule of .spectral.yaml over a document.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

// The parts of Spectral come from its CLI, the dependency that is declared and that `npm run lint` runs.
const require = createRequire(createRequire(import.meta.url).resolve("@stoplight/spectral-cli/package.json"));
const { Spectral } = require("@stoplight/spectral-core");
const { getRuleset } = require("./dist/services/linter/utils/getRuleset.js");

const file = join(import.meta.dirname, "../../.spectral.yaml");
const ruleset = await getRuleset(file);
const spectral = new Spectral();
spectral.setRuleset(ruleset);

/** The rules that are defined here and not taken over, in the order of the file. */
export const ownRules = Object.entries(parse(readFileSync(file, "utf8")).rules)
  .filter(([, rule]) => typeof rule === "object")
  .map(([name]) => name);

/** What `name`, and no other rule, finds in an OpenAPI 3.0.3 document. */
export async function findings(name: string, document: object): Promise<{ path: (string | number)[]; message: string }[]> {
  for (const rule of Object.values<{ name: string; enabled: boolean }>(ruleset.rules)) rule.enabled = rule.name === name;
  return spectral.run({ openapi: "3.0.3", ...document });
}
