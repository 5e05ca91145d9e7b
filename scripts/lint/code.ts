import { type Report, runTool } from "../lib/lint-report.ts";
import { binOf } from "../lib/npm-bin.ts";
import { root } from "../lib/root.ts";

interface BiomeDiagnostic {
  category: string;
  message: string;
  location: { path: string; start?: { line: number; column: number } };
}

/** Lints the code of a folder and checks its format with Biome (biome.json). Its warnings fail too. */
export const lintCode = (folder = root): Promise<Report> =>
  runTool({
    subject: "Biome",
    command: [
      process.execPath,
      binOf("@biomejs/biome", "bin/biome"),
      ...["check", "--reporter=json", "--diagnostic-level=warn", "--max-diagnostics=none"],
    ],
    cwd: folder,
    parse: (output) =>
      JSON.parse(output).diagnostics.map(({ category, message, location: { path, start } }: BiomeDiagnostic) => ({
        file: path,
        line: Math.max(start?.line ?? 1, 1), // a fault of a complete file is at line 0
        column: Math.max(start?.column ?? 1, 1),
        rule: category,
        message: category === "format" ? 'The format differs. Run "npx biome check --write".' : message,
      })),
  });
