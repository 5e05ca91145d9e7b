// The checks of the gate, each over a folder, each answering with lines that name a place and a mend.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { documentChanges } from "../../../scripts/diff/document.ts";
import { typeChanges } from "../../../scripts/diff/types.ts";
import { loadAuditInput } from "../../../scripts/facts/check/audit-input.ts";
import { runAudit } from "../../../scripts/facts/check/run-audit.ts";
import { generatedFiles, staleFiles, staleProblem } from "../../../scripts/generate/all-files.ts";
import { asText } from "../../../scripts/lint/formats.ts";
import { lint } from "../../../scripts/lint/linters.ts";
import { root } from "./copy.ts";

/** What the linters find in each folder. One run takes all, as it is slow to start. */
export async function linted(folders: string[]): Promise<string[][]> {
  const reports = await lint(folders.map((folder) => join(folder, "spec/openapi.yaml")));
  const unread = reports.flatMap(({ code, says }) => (code === 2 ? [says] : []));
  // .spectral.yaml turns this one off for spec/, by a path that a copy has not.
  const standing = reports
    .flatMap(({ findings }) => findings)
    .filter(({ rule }) => rule !== "api-management-reference");
  return folders.map((folder) => {
    const own = standing.filter(({ file }) => resolve(root, file).startsWith(folder));
    return [
      ...unread,
      ...own.map((found) => asText({ ...found, file: relative(folder, resolve(root, found.file)) }).trim()),
    ];
  });
}

export async function audited(folder: string): Promise<string[]> {
  try {
    const { findings } = runAudit(await loadAuditInput(folder));
    return findings.map(({ causes, ...finding }) => Object.values(finding).join("; "));
  } catch (error) {
    return [(error as Error).message];
  }
}

export const stale = async (folder: string): Promise<string[]> =>
  (await staleFiles(await generatedFiles(folder), folder)).map(staleProblem);

export async function generate(folder: string): Promise<void> {
  mkdirSync(join(folder, "generated"), { recursive: true });
  for (const [path, content] of await generatedFiles(folder)) writeFileSync(join(folder, path), content);
}

export async function rated(folder: string): Promise<string[]> {
  await generate(folder);
  const changes = [...(await documentChanges(root, folder)), ...typeChanges(root, folder)];
  return changes.map(({ severity, where, says }) => `${where} ${severity}: ${says}`);
}
