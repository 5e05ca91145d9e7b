// Makes everything under generated/ from spec/, or with --check says what is stale.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { ledgerFile, loadLedger } from "./audit/ledger.ts";
import { loadPages } from "./audit/pages.ts";
import { bundle } from "./generate/bundle.ts";
import { clientSource } from "./generate/client.ts";
import { cloudsSource } from "./generate/clouds.ts";
import { conflictsPage } from "./generate/conflicts.ts";
import { asJson, asYaml, upgraded } from "./generate/documents.ts";
import { errorCodesPage, errorCodesSource } from "./generate/error-codes.ts";
import { typesSource } from "./generate/types.ts";

const usage = `npm run generate            make generated/ from spec/
npm run check:generated     fail if a file under generated/ is not what spec/ makes`;

const { values: flags } = parseArgs({ options: { check: { type: "boolean" }, help: { type: "boolean", short: "h" } } });

if (flags.help) {
  console.log(usage);
} else {
  const files = await generate();
  const stale: string[] = [];
  await mkdir("generated", { recursive: true });
  for (const [name, content] of files) {
    const path = `generated/${name}`;
    if (content === (await readFile(path, "utf8").catch(() => undefined))) continue;
    stale.push(path);
    if (!flags.check) await writeFile(path, content);
  }
  if (!flags.check) {
    console.log(`generate: ${files.size} files made, ${stale.length} changed${stale.map((path) => `\n  ${path}`).join("")}`);
  } else if (stale.length === 0) {
    console.log(`check:generated: ${files.size} files are what spec/ makes`);
  } else {
    for (const path of stale) console.error(`${path}:1: stale: spec/ makes other bytes. Run "npm run generate" and commit the result.`);
    process.exitCode = 1;
  }
}

/** Every generated file's name and content, made from spec/ alone. */
async function generate(): Promise<Map<string, string>> {
  const document = await bundle();
  const { conflicts } = await loadLedger(ledgerFile);
  const later = upgraded(document);
  return new Map([
    ["openapi.json", asJson(document)],
    ["openapi.yaml", asYaml(document)],
    ["openapi-3.1.json", asJson(later)],
    ["openapi-3.1.yaml", asYaml(later)],
    ["types.ts", await typesSource(document)],
    ["client.ts", clientSource(document, conflicts)],
    ["clouds.ts", cloudsSource(document)],
    ["error-codes.ts", errorCodesSource(document)],
    ["error-codes.md", errorCodesPage(document)],
    ["conflicts.md", conflictsPage(document, conflicts, await loadPages("spec/pages"))],
  ]);
}
