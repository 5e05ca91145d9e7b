import type { Report } from "../lib/lint-report.ts";
import type { LintChanged } from "./cache.ts";

export interface Linter {
  name: string;
  /** What it lints, and with what. */
  description: string;
  /** The files on which its result depends. Without it, the linter runs each time. */
  reads?: RegExp;
  run: (lintChanged: LintChanged) => Promise<Report | Report[]>;
}

/**
 * What `npm run lint` runs. Those that are programs of their own come first, as they then run beside the others. Each loads
 * its packages when it runs, so that one linter alone, a wrong argument, and `--help` don't wait for all of them.
 */
export const linters: Linter[] = [
  {
    name: "contract",
    description: "spec/ and generated/ with Spectral and Redocly",
    reads: /^(spec|generated)\/|\.(ya?ml|json)$/, // a reference can lead anywhere
    run: async () => (await import("./contract.ts")).lintContract(),
  },
  {
    name: "words",
    description: "phrases, spelling, readability, and links of the documents, and phrases of the code",
    run: async (lintChanged) => (await import("./words.ts")).lintAllWords(lintChanged),
  },
  {
    name: "code",
    description: "the code and its format with Biome",
    reads: /^(?!.*\.(md|ya?ml)$)/,
    run: async () => (await import("./code.ts")).lintCode(),
  },
  {
    name: "workflows",
    description: ".github/workflows/ and actions with actionlint",
    reads: /^\.github\/|(^|\/)action\.ya?ml$/,
    run: async () => (await import("./workflows.ts")).lintWorkflows(),
  },
  {
    name: "imports",
    description: "whether imports between the layers of the code point one way",
    reads: /\.[cm]?[jt]s$/,
    run: async () => (await import("./imports.ts")).lintImports(),
  },
  {
    name: "claims",
    description: "whether what the documents say about names and values is true",
    run: async () => (await import("./claims.ts")).lintClaims(),
  },
  {
    name: "settings",
    description: "whether a check is weaker than settings.yaml declares",
    run: async () => (await import("./settings.ts")).lintSettings(),
  },
];
