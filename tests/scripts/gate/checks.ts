// The checks of the gate, each of a folder. They return lines with a place and a fix.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { documentChanges } from "../../../scripts/diff/document.ts";
import { typeChanges } from "../../../scripts/diff/types.ts";
import { loadAuditInput } from "../../../scripts/facts/check/audit-input.ts";
import { runAudit } from "../../../scripts/facts/check/run-audit.ts";
import { generatedFiles, staleFiles, staleProblem } from "../../../scripts/generate/all-files.ts";
import { asText } from "../../../scripts/lib/findings.ts";
import { lintDocuments } from "../../../scripts/lint/contract.ts";
import { root } from "./copy.ts";

/** What Spectral and Redocly find in each folder. One run lints all of them, as it is slow to start. */
export async function lintFolders(folders: string[]): Promise<string[][]> {
  const reports = await lintDocuments(folders.map((folder) => join(folder, "spec/openapi.yaml")));
  const failures = reports.flatMap(({ failure }) => failure ?? []);
  // .spectral.yaml switches these rules off for spec/, but not for a copy of it.
  const offInSource = ["api-management-reference", "response-has-example"];
  const findings = reports.flatMap((report) => report.findings).filter(({ rule }) => !offInSource.includes(rule ?? ""));
  return folders.map((folder) => {
    const own = findings.filter(({ file }) => resolve(root, file).startsWith(folder));
    return [
      ...failures,
      ...own.map((found) => asText({ ...found, file: relative(folder, resolve(root, found.file)) }).trim()),
    ];
  });
}

export async function auditFolder(folder: string): Promise<string[]> {
  try {
    const { findings } = runAudit(await loadAuditInput(folder));
    return findings.map(({ causes, ...finding }) => Object.values(finding).join("; "));
  } catch (error) {
    return [(error as Error).message];
  }
}

export const staleIn = async (folder: string): Promise<string[]> =>
  (await staleFiles(await generatedFiles(folder), folder)).map(staleProblem);

export async function generateIn(folder: string): Promise<void> {
  mkdirSync(join(folder, "generated"), { recursive: true });
  for (const [path, content] of await generatedFiles(folder)) writeFileSync(join(folder, path), content);
}

/** How the diff rates the changes of a folder. */
export async function ratingsOf(folder: string): Promise<string[]> {
  await generateIn(folder);
  const changes = [...(await documentChanges(root, folder)), ...typeChanges(root, folder)];
  return changes.map(({ severity, where, message }) => `${where} ${severity}: ${message}`);
}
