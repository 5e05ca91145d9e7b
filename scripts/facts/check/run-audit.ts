import { join } from "node:path";
import { type Ledger, ledgerFolder, loadLedger, matchesFact } from "../../conflicts/load.ts";
import type { Contract } from "../../contract/document.ts";
import { loadContract } from "../../contract/load.ts";
import { createLocate, type Locate } from "../../contract/locate.ts";
import { factsFolder, loadPages, type Page } from "../load.ts";
import { createLocateFact, type LocateFact } from "../locate.ts";
import { checkContract } from "./check-contract.ts";
import { checkLedger, exemptions } from "./check-ledger.ts";
import type { Claim } from "./claim.ts";
import { claimsOfPages, operationOf } from "./claims-of-pages.ts";
import { type Finding, factCause, wordsCause } from "./finding.ts";
import { unreadFacts } from "./unread-facts.ts";

/** What is compared. */
export interface AuditInput {
  contract: Contract;
  pages: Page[];
  ledger: Ledger;
  locate: Locate;
  locateFact: LocateFact;
}

/** The counts of one page. */
export interface PageCounts {
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

/** Loads the contract, the facts, and the ledger of a folder that has them in `spec/`. */
export async function loadAuditInput(folder = "."): Promise<AuditInput> {
  const root = join(folder, "spec/openapi.yaml");
  const facts = join(folder, factsFolder);
  const [contract, pages, ledger] = await Promise.all([
    loadContract(root),
    loadPages(facts),
    loadLedger(join(folder, ledgerFolder)),
  ]);
  return { contract, pages, ledger, locate: createLocate(root), locateFact: createLocateFact(facts) };
}

/** Compares every fact with the contract, and every conflict of the ledger with the facts. */
export function runAudit(input: AuditInput, claims = claimsOfPages(input.pages, input.contract)): AuditReport {
  const { contract, pages, ledger, locate } = input;
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
    findings: [
      ...audits.flatMap(({ findings }) => findings),
      ...checkContract(contract, pages, locate),
      ...checkLedger(ledger, claims, contract),
    ],
  };
}

function auditPage(page: Page, claims: Claim[], input: AuditInput): { counts: PageCounts; findings: Finding[] } {
  const patterns = exemptions(input.ledger, page.page);
  const unmet = claims.filter(({ met }) => !met);
  const unexplained = unmet.filter(({ at }) => !patterns.some((pattern) => matchesFact(pattern, at)));
  // If the contract lacks the page's operation, nothing else of the page can be compared.
  const isComparable = page.kind !== "api" || operationOf(page, input.contract) !== undefined;
  const unread = isComparable ? unreadFacts(page, claims) : [];
  const failing = new Set(unexplained.map(({ at }) => at.split("#")[0]));
  return {
    counts: {
      page: page.page,
      facts: claims.length + unread.length,
      met: claims.length - unmet.length,
      inConflict: unmet.length - unexplained.length,
      unexplained: unexplained.length + unread.length,
    },
    findings: [
      ...unexplained.map((claim) => unmetFinding(page.page, claim, failing, input)),
      ...unread.map(({ at, value }) => ({
        place: input.locateFact(page.page, at),
        about: at,
        says: JSON.stringify(value),
        contract: "not compared: no comparison reads this fact",
        fix: "compare it in scripts/facts/check/compare/",
        causes: [`unread ${at.split("/")[1]}`],
      })),
    ],
  };
}

function unmetFinding(
  page: string,
  { at, says, contract, pointer, quote }: Claim,
  failing: Set<string | undefined>,
  { locate, locateFact }: AuditInput,
): Finding {
  const ours = locate(pointer);
  return {
    place: locateFact(page, at),
    about: at,
    says,
    contract: `${contract} (${ours})`,
    fix: `change the contract at ${ours}, or name the fact ${at} in ${ledgerFolder}/`,
    causes: [
      factCause(page, at),
      ...(quote ? [wordsCause(page, quote)] : []),
      `contract ${ours} ${contract}`,
      ...dependencies(at)
        .filter((other) => failing.has(other))
        .map((other) => factCause(page, other)),
    ],
  };
}

/** Facts that decide whether another fact of the page can be met. */
const dependsOn: [fact: RegExp, other: string][] = [
  [/^\/response\/(?:returns|headers)/, "/response/statuses/0"],
  [/^\/examples\/\d+\/request\/(?:method|url)/, "/requestLines/0"],
  [/^(\/examples\/\d+)\/(?:request|response)\/body$/, "$1/request/annotation/name"],
  [/^\/examples\/\d+\/response\/status$/, "/response/statuses/0"],
  [/^(\/examples\/\d+\/response)\/(?!status$).*/, "$1/status"],
];

const dependencies = (at: string): string[] =>
  dependsOn.filter(([fact]) => fact.test(at)).map(([fact, other]) => fact.exec(at)?.[0].replace(fact, other) ?? other);
