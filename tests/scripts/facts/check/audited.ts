// The audit of the real files, after changes in memory.
import type { Conflict } from "../../../../scripts/conflicts/load.ts";
import { loadAuditInput } from "../../../../scripts/facts/check/audit-input.ts";
import type { Claim } from "../../../../scripts/facts/check/claim.ts";
import { claimsOfPages } from "../../../../scripts/facts/check/claims-of-pages.ts";
import { formatReport } from "../../../../scripts/facts/check/report.ts";
import { type AuditReport, allClaims, auditFacts, type Claims } from "../../../../scripts/facts/check/run-audit.ts";
import type { Page } from "../../../../scripts/facts/load.ts";
import { pointerSegments, resolvePointer, selfAndAncestors } from "../../../../scripts/lib/json-pointer.ts";

export const real = await loadAuditInput();
export type Input = Pick<typeof real, "contract" | "pages" | "facts"> & { conflicts: Conflict[] };

export const realClaims = allClaims(real);

/** The report about facts and conflicts after a change of anything. Elements have tests of their own. */
export function reportAfter(change: (input: Input) => unknown): AuditReport {
  const { contract, pages, facts, ledger } = real;
  const input = structuredClone({ contract, pages, facts, conflicts: ledger.conflicts });
  change(input);
  return factsReport({ ...real, ...input, ledger: { ...ledger, conflicts: input.conflicts } });
}

const factsReport = (input: typeof real, claims?: Claims): AuditReport => ({
  ...auditFacts(input, claims),
  conflicts: input.ledger.conflicts.length,
  elements: 0,
});

/** What the audit prints after a change of anything, each finding in full. */
export const textAfter = (change: (input: Input) => unknown): string => formatReport(reportAfter(change), true);

/** The same after a change of the ledger, which doesn't change what a page claims. */
export function textAfterConflicts(change: (conflicts: Conflict[]) => unknown): string {
  const conflicts = structuredClone(real.ledger.conflicts);
  change(conflicts);
  return formatReport(factsReport({ ...real, ledger: { ...real.ledger, conflicts } }, realClaims), true);
}

/** The same after a change of one page, which changes what this page claims. */
export function textAfterPage(name: string, change: (page: Page) => unknown): string {
  const edited = structuredClone(pageNamed(real, name));
  change(edited);
  const pages = real.pages.map((page) => (page.page === name ? edited : page));
  const claims = new Map<string, Claim[]>([...realClaims, ...claimsOfPages(pages, real.contract, [edited])]);
  return formatReport(factsReport({ ...real, pages }, claims), true);
}

/** The findings about one page alone, after a change of it. Of the ledger, which takes most of the time, it needs one part. */
export function textOfPage(name: string, change: (page: Page) => unknown): string {
  const edited = structuredClone(pageNamed(real, name));
  change(edited);
  const pages = real.pages.map((page) => (page.page === name ? edited : page));
  const claims = claimsOfPages(pages, real.contract, [edited]);
  const conflicts = real.ledger.conflicts.filter(({ sources }) =>
    sources.some((source) => "page" in source && source.page === name),
  );
  const { findings, ...report } = factsReport(
    { ...real, pages: [edited], ledger: { ...real.ledger, conflicts } },
    claims,
  );
  return formatReport({ ...report, findings: findings.filter(({ place }) => place.includes(`/${name}.yaml:`)) }, true);
}

export function pageNamed({ pages }: Pick<Input, "pages">, name: string): Page {
  const found = pages.find(({ page }) => page === name);
  if (!found) throw new Error(`no page ${name}`);
  return found;
}

export function conflictNamed(conflicts: Conflict[], id: string): Conflict {
  const found = conflicts.find((conflict) => conflict.id === id);
  if (!found) throw new Error(`no conflict ${id}`);
  return found;
}

/** Sets the value at a JSON pointer, or removes it if there is no value. */
export function set(document: object, pointer: string, value?: unknown): void {
  const [, above = ""] = selfAndAncestors(pointer);
  const parent = (above === "#" ? document : resolvePointer(document, above)) as Record<string, unknown> | undefined;
  const name = pointerSegments(pointer).at(-1);
  if (!parent || name === undefined) throw new Error(`nothing at ${above}`);
  if (value === undefined) delete parent[name];
  else parent[name] = value;
}

/** Moves a value from one JSON pointer to another. */
export function move(document: object, from: string, to: string): void {
  const value = resolvePointer(document, from);
  if (value === undefined) throw new Error(`nothing at ${from}`);
  set(document, to, value);
  set(document, from);
}
