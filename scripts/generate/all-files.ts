import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ledgerFolder, loadLedger } from "../conflicts/load.ts";
import { bundle } from "../contract/bundle.ts";
import { loadPages } from "../facts/load.ts";
import { behaviorsPage } from "./behaviors-page.ts";
import { clientSource, operationsSource } from "./client.ts";
import { cloudsSource } from "./clouds.ts";
import { conflictsPage } from "./conflicts.ts";
import { errorCodesPage, errorCodesSource } from "./error-codes.ts";
import { asJson, asYaml, upgraded } from "./openapi-files.ts";
import { typesSource } from "./types.ts";

/** Every generated file's path and content, made from the spec/ of a folder alone. */
export async function generatedFiles(folder: string): Promise<Map<string, string>> {
  const document = await bundle(join(folder, "spec/openapi.yaml"));
  const { groups, conflicts } = await loadLedger(join(folder, ledgerFolder));
  const later = upgraded(document);
  return new Map([
    ["generated/openapi.json", asJson(document)],
    ["generated/openapi.yaml", asYaml(document)],
    ["generated/openapi-3.1.json", asJson(later)],
    ["generated/openapi-3.1.yaml", asYaml(later)],
    ["generated/types.ts", await typesSource(document)],
    ["generated/client.ts", clientSource(document, conflicts)],
    ["generated/operations.ts", operationsSource(document)],
    ["generated/clouds.ts", cloudsSource(document)],
    ["generated/error-codes.ts", errorCodesSource(document)],
    ["generated/error-codes.md", errorCodesPage(document)],
    ["generated/behaviors.md", await behaviorsPage(folder)],
    ["generated/conflicts.md", conflictsPage(document, groups, await loadPages(join(folder, "spec/facts/pages")))],
  ]);
}

/** Those of the files that a folder has otherwise, or not at all. */
export async function staleFiles(files: Map<string, string>, folder: string): Promise<string[]> {
  const stale = await Promise.all(
    [...files].map(
      async ([path, content]) => content !== (await readFile(join(folder, path), "utf8").catch(() => undefined)),
    ),
  );
  return [...files.keys()].filter((_, i) => stale[i]);
}

export const staleProblem = (path: string): string =>
  `${path}:1: stale: spec/ makes other bytes. Run "npm run generate" and commit the result.`;
