import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { withErrorExamples } from "../contract/error-examples.ts";
import { loadAuditInput } from "../facts/check/audit-input.ts";
import { behaviorsPage } from "./behaviors-page.ts";
import { bodyValidatorsSource } from "./body-validators.ts";
import { clientSource, methodsSource, operationsSource } from "./client.ts";
import { cloudsSource } from "./clouds.ts";
import { conflictsPage } from "./conflicts.ts";
import { emulatorContractSource } from "./emulator-contract.ts";
import { emulatorPage } from "./emulator-page.ts";
import { errorCodesPage, errorCodesSource } from "./error-codes.ts";
import { fixturesSource } from "./fixtures.ts";
import { membersSource } from "./members.ts";
import { asJson, asYaml, upgraded } from "./openapi-files.ts";
import { operationsPage } from "./operations-page.ts";
import { sourcesPage } from "./sources.ts";
import { typesSource } from "./types.ts";

/** The path and the content of each generated file, from the spec/ of a folder alone. */
export async function generatedFiles(folder: string): Promise<Map<string, string>> {
  const input = await loadAuditInput(folder);
  const document = withErrorExamples(input.document);
  const { groups, conflicts } = input.ledger;
  const later = upgraded(document);
  return new Map([
    ["generated/openapi.json", asJson(document)],
    ["generated/openapi.yaml", asYaml(document)],
    ["generated/openapi-3.1.json", asJson(later)],
    ["generated/openapi-3.1.yaml", asYaml(later)],
    ["generated/types.ts", await typesSource(document)],
    ["generated/client.ts", clientSource(document, conflicts)],
    ["generated/methods.ts", methodsSource(document)],
    ["generated/operations.ts", operationsSource(document)],
    ["generated/operations.md", operationsPage(document)],
    ["generated/members.ts", membersSource(document)],
    ["generated/clouds.ts", cloudsSource(document)],
    ["generated/fixtures.ts", fixturesSource(document)],
    ["generated/emulator-contract.ts", emulatorContractSource(document)],
    ["generated/body-validators.ts", bodyValidatorsSource(document)],
    ["generated/emulator.md", emulatorPage(document)],
    ["generated/error-codes.ts", errorCodesSource(document)],
    ["generated/error-codes.md", errorCodesPage(document)],
    ["generated/behaviors.md", await behaviorsPage(folder)],
    ["generated/conflicts.md", conflictsPage(document, groups, input.pages)],
    ["generated/sources.md", sourcesPage(input)],
  ]);
}

/** The paths of the files that a folder lacks, or has with other content. */
export async function staleFiles(files: Map<string, string>, folder: string): Promise<string[]> {
  const stale = await Promise.all(
    [...files].map(
      async ([path, content]) => content !== (await readFile(join(folder, path), "utf8").catch(() => undefined)),
    ),
  );
  return [...files.keys()].filter((_, i) => stale[i]);
}

/** The files in `generated/` that nothing generates. */
export async function unknownFiles(files: Map<string, string>, folder: string): Promise<string[]> {
  const present = (await readdir(join(folder, "generated"))).map((name) => `generated/${name}`);
  return present.filter((path) => !files.has(path));
}

export const staleProblem = (path: string): string =>
  `${path}:1: is stale. Run "npm run generate" and commit the result.`;
