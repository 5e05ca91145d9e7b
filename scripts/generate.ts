// Generates everything under generated/ from spec/, or with --check reports what is stale.
import { mkdir, writeFile } from "node:fs/promises";
import { generatedFiles, staleFiles, staleProblem, unknownFiles } from "./generate/all-files.ts";
import { runCli } from "./lib/run-cli.ts";

const usage = `Usage: npm run generate          generates generated/ from spec/
       npm run generated:check   fails if a file in generated/ differs from what spec/ generates`;

await runCli({
  usage,
  options: { check: { type: "boolean" } },
  async main({ check }) {
    const files = await generatedFiles(".");
    const stale = await staleFiles(files, ".");
    if (check) {
      const unknown = await unknownFiles(files, ".");
      for (const path of stale) console.error(staleProblem(path));
      for (const path of unknown) console.error(`${path}:1: is made by nothing. Remove it.`);
      if (stale.length + unknown.length > 0) return 1;
      console.log(`generated:check: ${files.size} files are up to date`);
      return 0;
    }
    await mkdir("generated", { recursive: true });
    await Promise.all(stale.map((path) => writeFile(path, files.get(path) ?? "")));
    const changed = stale.map((path) => `\n  ${path}`).join("");
    console.log(`generate: ${files.size} files, ${stale.length} changed${changed}`);
    return 0;
  },
});
