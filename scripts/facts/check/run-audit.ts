import { ledgerFolder, matchesFact } from "../../conflicts/load.ts";
import type { Page } from "../load.ts";
import type { AuditInput } from "./audit-input.ts";
import { causesAbove, causesOfClaim } from "./causes.ts";
import { checkContract } from "./check-contract.ts";
import { checkLedger, exemptions } from "./check-ledger.ts";
import type { Claim } from "./claim.ts";
import { claimsOfPages, operationOf } from "./claims-of-pages.ts";
import type { Finding } from "./finding.ts";
import { unreadFacts } from "./unread-facts.ts";

/** The counts of one page. */
interface PageCounts {
  page: string;
  facts: number;
  met: number;
  inConflict: number;
  unexplained: number;
}

/** The result of an audit, which passes if it has no findings. */
export interface AuditReport {
  pages: PageCounts[];
  conflicts: number;
  findings: Finding[];
}

/** Compares every fact with the contract, and every conflict of the ledger with the facts. */
export function runAudit(input: AuditInput, claims = claimsOfPages(input.pages, input.contract)): AuditReport {
  const { pages, ledger } = input;
  const shape = ledger.shapeErrors.map(({ place, message }) => ({
    place,
    about: "",
    says: message,
    fix: "give the entry the shape that spec/conflicts/conflicts.schema.json describes",
    causes: [],
  }));
  if (shape.length > 0) return { pages: [], conflicts: ledger.conflicts.length, findings: shape };

  const audits = pages.map((page) => auditPage(page, claims.get(page.page) ?? [], input));
  return {
    pages: audits.map(({ counts }) => counts),
    conflicts: ledger.conflicts.length,
    findings: [...audits.flatMap(({ findings }) => findings), ...checkContract(input), ...checkLedger(input, claims)],
  };
}

function auditPage(page: Page, claims: Claim[], input: AuditInput): { counts: PageCounts; findings: Finding[] } {
  const { contract, ledger, locate, locateFact } = input;
  const name = page.page;
  const patterns = exemptions(ledger, name);
  const unmet = claims.filter(({ met }) => !met);
  const unexplained = unmet.filter(({ at }) => !patterns.some((pattern) => matchesFact(pattern, at)));
  // If the contract lacks the page's operation, nothing else of the page can be compared.
  const isComparable = page.kind !== "api" || operationOf(page, contract) !== undefined;
  const unread = isComparable ? unreadFacts(page, claims) : [];
  const failing = new Set(unexplained.map(({ at }) => at.split("#")[0] ?? ""));

  const unmetFindings = unexplained.map((claim): Finding => {
    const { at, says, pointer } = claim;
    const place = locate(pointer);
    return {
      place: locateFact(name, at),
      about: at,
      says,
      contract: `${claim.contract} (${place})`,
      fix: `change the contract at ${place}, or name the fact ${at} in ${ledgerFolder}/`,
      causes: [...causesOfClaim(name, claim, input), ...causesAbove(name, at, failing)],
    };
  });
  const unreadFindings = unread.map(({ at, value }): Finding => {
    const above = causesAbove(name, at, failing);
    return {
      place: locateFact(name, at),
      about: at,
      says: JSON.stringify(value),
      contract: "not compared: no comparison reads this fact",
      fix: "compare it in scripts/facts/check/compare/",
      causes: above.length > 0 ? above : [`unread ${at.split("/")[1]}`],
    };
  });
  const counts = {
    page: name,
    facts: claims.length + unread.length,
    met: claims.length - unmet.length,
    inConflict: unmet.length - unexplained.length,
    unexplained: unexplained.length + unread.length,
  };
  return { counts, findings: [...unmetFindings, ...unreadFindings] };
}
