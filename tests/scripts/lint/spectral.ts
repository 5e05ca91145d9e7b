// Runs one rule of .spectral.yaml, or of the portals' rules that it extends, over a document.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../../../scripts/lib/root.ts";

// The parts of Spectral come from its CLI, the dependency that is declared and that `npm run lint` runs.
const require = createRequire(createRequire(import.meta.url).resolve("@stoplight/spectral-cli/package.json"));
const { Document, Spectral } = require("@stoplight/spectral-core");
const { Json } = require("@stoplight/spectral-parsers");
const { getRuleset } = require("./dist/services/linter/utils/getRuleset.js");

const ruleset = await getRuleset(join(root, ".spectral.yaml"));
const spectral = new Spectral();
spectral.setRuleset(ruleset);

/** The rules that each file of ours defines and does not take over, in the order of the file. */
export const ownRules = [".spectral.yaml", "scripts/lint/spectral/portals.yaml"].map((file) =>
  Object.entries(parse(readFileSync(join(root, file), "utf8")).rules)
    .filter(([, rule]) => typeof rule === "object")
    .map(([name]) => name),
);

interface Finding {
  code: string;
  path: (string | number)[];
  message: string;
}

/** What `name`, and no other rule, finds in an OpenAPI 3.0.3 document. */
export async function findings(name: string, document: object): Promise<Finding[]> {
  for (const rule of Object.values<{ name: string; enabled: boolean }>(ruleset.rules))
    rule.enabled = rule.name === name;
  const found: Finding[] = await spectral.run(
    new Document(JSON.stringify({ openapi: "3.0.3", ...document }), Json, "document.json"),
  );
  return found.filter(({ code }) => code === name); // Spectral reports a reference to nowhere with no rule at all
}
