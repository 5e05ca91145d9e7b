import { ledgerFolder } from "../../conflicts/load.ts";
import { matchesPattern } from "../../lib/path-pattern.ts";
import { type Page, pageName } from "../load.ts";
import { otherFiles } from "../other-facts.ts";
import type { AuditInput } from "./audit-input.ts";
import { causesAbove, causesOfClaim } from "./causes.ts";
import { checkContract } from "./check-contract.ts";
import { checkElements } from "./check-elements.ts";
import { checkLedger, exemptions } from "./check-ledger.ts";
import { checkPins } from "./check-pins.ts";
import type { Claim } from "./claim.ts";
import { claimsOfPages, operationOf } from "./claims-of-pages.ts";
import type { Finding } from "./finding.ts";
import { claimsOfOtherFacts, ignoredOtherFacts } from "./other-claims.ts";
import { unreadFacts } from "./unread-facts.ts";

/** The counts of one facts file. */
interface FileCounts {
  page: string;
  facts: number;
  met: number;
  inConflict: number;
  unexplained: number;
}

/** The result of an audit, which passes if it has no findings. */
export interface AuditReport {
  pages: FileCounts[];
  conflicts: number;
  /** The elements of the contract. */
  elements: number;
  findings: Finding[];
}

/** What the facts claim, by the name of their file. */
export type Claims = Map<string, Claim[]>;

/** Everything that the facts claim. */
export const allClaims = ({ pages, facts, contract, conventions }: AuditInput): Claims =>
  new Map([
    ...claimsOfPages(pages, contract),
    ...claimsOfOtherFacts(facts, { contract, stated: conventions.overview }),
  ]);

/** Compares every fact with the contract, every element of the contract with its sources, and the ledger with both. */
export function runAudit(input: AuditInput, claims = allClaims(input)): AuditReport {
  const { pages, findings } = auditFacts(input, claims);
  const conflicts = input.ledger.conflicts.length;
  if (input.ledger.shapeErrors.length > 0) return { pages, conflicts, elements: 0, findings };
  const elements = checkElements(input, claims);
  const all = [...findings, ...elements.findings, ...checkPins(input.pins)];
  return { pages, conflicts, elements: elements.count, findings: all };
}

/** Compares every fact with the contract, and the ledger with both. */
export function auditFacts(input: AuditInput, claims = allClaims(input)): Pick<AuditReport, "pages" | "findings"> {
  const { pages, ledger } = input;
  const shape = ledger.shapeErrors.map(({ place, message }) => ({
    place,
    about: "",
    says: message,
    fix: "give the entry the shape that spec/conflicts/conflicts.schema.json describes",
    causes: [],
  }));
  if (shape.length > 0) return { pages: [], findings: shape };

  const audits = [
    ...pages.map((page) => auditPage(page, claims, input)),
    ...otherFiles.map((name) => {
      const own = claims.get(name) ?? [];
      return auditFile(
        { name, claims: own, unread: unreadFacts(input.facts[name], own, ignoredOtherFacts[name]) },
        input,
      );
    }),
  ];
  return {
    pages: audits.map(({ counts }) => counts),
    findings: [...audits.flatMap(({ findings }) => findings), ...checkContract(input), ...checkLedger(input, claims)],
  };
}

interface Audit {
  counts: FileCounts;
  findings: Finding[];
}

function auditPage(page: Page, claims: Claims, input: AuditInput): Audit {
  const name = page.page;
  const own = claims.get(name) ?? [];
  // If the contract lacks the page's operation, nothing else of the page can be compared.
  const isComparable = page.kind !== "api" || operationOf(page, input.contract) !== undefined;
  const unread = isComparable ? unreadFacts(page, own) : [];
  return auditFile(
    { name, claims: own, unread, repeated: pageName(name) === name ? [] : claims.get(pageName(name)) },
    input,
  );
}

interface FileToAudit {
  name: string;
  claims: Claim[];
  unread: { at: string; value: unknown }[];
  /** What another version of the page claims too. The ledger need not name it twice. */
  repeated?: Claim[] | undefined;
}

function auditFile({ name, claims, unread, repeated = [] }: FileToAudit, input: AuditInput): Audit {
  const { contract, ledger, locate, locateFact } = input;
  const patterns = exemptions(ledger, name);
  const unmet = claims.filter(({ met }) => !met);
  const isRepeated = ({ at, says }: Claim): boolean =>
    repeated.some((other) => !other.met && other.at === at && other.says === says);
  const unnamed = unmet.filter(({ at }) => !patterns.some((pattern) => matchesPattern(pattern, at)));
  const failing = new Set(unnamed.map(({ at }) => at.split("#")[0] ?? ""));
  const unexplained = unnamed.filter((claim) => !isRepeated(claim));

  const unmetFindings = unexplained.map((claim): Finding => {
    const { at, says, pointer } = claim;
    const place = locate(pointer);
    return {
      place: locateFact(name, at),
      about: at,
      says,
      contract: `${claim.contract} (${place})`,
      fix: `change the contract at ${place}, or name the fact ${at} in ${ledgerFolder}/`,
      causes: [...causesOfClaim(name, claim, { contract, locate }), ...causesAbove(name, at, failing)],
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
