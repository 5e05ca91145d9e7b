// Makes everything under generated/ from spec/, or with --check says what is stale.
import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { generatedFiles, staleFiles, staleProblem } from "./generate/all-files.ts";
import { run } from "./lib/run-cli.ts";

const usage = `npm run generate            make generated/ from spec/
npm run generated:check     fail if a file under generated/ is not what spec/ makes`;

const { values: flags } = parseArgs({ options: { check: { type: "boolean" }, help: { type: "boolean", short: "h" } } });

async function main(): Promise<number> {
  if (flags.help) {
    console.log(usage);
    return 0;
  }
  const files = await generatedFiles(".");
  const stale = await staleFiles(files, ".");
  if (!flags.check) {
    await mkdir("generated", { recursive: true });
    await Promise.all(stale.map((path) => writeFile(path, files.get(path)!)));
    console.log(
      `generate: ${files.size} files made, ${stale.length} changed${stale.map((path) => `\n  ${path}`).join("")}`,
    );
    return 0;
  }
  if (stale.length === 0) console.log(`check:generated: ${files.size} files are what spec/ makes`);
  for (const path of stale) console.error(staleProblem(path));
  return stale.length > 0 ? 1 : 0;
}

await run(main);
