import type { Report } from "../lib/lint-report.ts";
import { lintClaims } from "./claims.ts";
import { lintCode } from "./code.ts";
import { lintContract } from "./contract.ts";
import { lintImports } from "./imports.ts";
import { lintSettings } from "./settings.ts";
import { lintWords } from "./words.ts";
import { lintWorkflows } from "./workflows.ts";

export interface Linter {
  name: string;
  /** What it lints, and with what. */
  description: string;
  run: () => Report | Report[] | Promise<Report | Report[]>;
}

/** What `npm run lint` runs. Those that are programs of their own come first, as they then run beside the others. */
export const linters: Linter[] = [
  { name: "contract", description: "spec/ and generated/ with Spectral and Redocly", run: lintContract },
  { name: "words", description: "phrases, spelling, readability, and links of the documents", run: () => lintWords() },
  { name: "code", description: "the code and its format with Biome", run: () => lintCode() },
  { name: "workflows", description: ".github/workflows/ with actionlint", run: lintWorkflows },
  { name: "imports", description: "whether imports between the layers of the code point one way", run: lintImports },
  { name: "claims", description: "whether what the documents say about names and values is true", run: lintClaims },
  { name: "settings", description: "whether a check is weaker than settings.yaml declares", run: lintSettings },
];
