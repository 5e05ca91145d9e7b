import { fits, type Ledger, ledgerFolder } from "../../conflicts/load.ts";
import { type Contract, type Operation, operations } from "../../contract/load.ts";
import { resolvePointer, selfAndAncestors } from "../../lib/json-pointer.ts";
import type { Page } from "../load.ts";
import { problemsOfContract } from "./check-contract.ts";
import { namedPlaces, problemsOfLedger } from "./check-ledger.ts";
import { type Claim } from "./claim.ts";
import { claimsOfExamples } from "./of-examples.ts";
import { claimsOfPage } from "./of-page.ts";
import { claimsOfRequest, claimsOfRequestLines } from "./of-request.ts";
import { claimsOfResource } from "./of-resource.ts";
import { claimsOfResponse } from "./of-response.ts";
import type { Problem } from "./problem.ts";
import { unread } from "./unread-facts.ts";

/** How one page fares. */
export interface Row {
  page: string;
  facts: number;
  met: number;
  inConflict: number;
  unexplained: number;
}

/** The outcome of an audit; it passes when there is no problem. */
export interface Report {
  rows: Row[];
  conflicts: number;
  problems: Problem[];
}

/** Holds every fact against the contract, and every conflict of the ledger against the facts. */
export function audit(
  { contract, pages, conflicts: ledger }: { contract: Contract; pages: Page[]; conflicts: Ledger },
  claims = claimsOfPages(pages, contract),
): Report {
  const shape = ledger.shapeErrors.map(({ place, message }) => ({
    where: place,
    says: message,
    mend: "give the entry the shape that spec/conflicts/conflicts.schema.json describes",
  }));
  if (shape.length > 0) return { rows: [], conflicts: ledger.conflicts.length, problems: shape };

  const named = namedPlaces(ledger);
  const problems = [...problemsOfContract(contract, pages)];
  const rows = pages.map((page) => {
    const found = claims.get(page.page)!;
    const unmet = found.filter(({ met }) => !met);
    const patterns = named.filter((source) => source.page === page.page).map(({ pattern }) => pattern);
    const unexplained = unmet.filter(({ at }) => !patterns.some((pattern) => fits(pattern, at)));
    // Of a call that the contract has not, nothing more can be read.
    const unseen = page.kind === "api" && !operationOf(page, contract) ? [] : unread(page, found);
    problems.push(
      ...unexplained.map((claim) => unexplainedProblem(page, claim)),
      ...unseen.map((place) => unreadProblem(page, place)),
    );
    const facts = found.length + unseen.length;
    return {
      page: page.page,
      facts,
      met: found.length - unmet.length,
      inConflict: unmet.length - unexplained.length,
      unexplained: unexplained.length + unseen.length,
    };
  });
  problems.push(...problemsOfLedger(ledger, claims, contract));
  return { rows, conflicts: ledger.conflicts.length, problems };
}

/** What each page claims, by its name; of some pages alone, beside all. */
export const claimsOfPages = (pages: Page[], contract: Contract, some = pages): Map<string, Claim[]> =>
  new Map(some.map((page) => [page.page, claimsOf(page, pages, contract)]));

function claimsOf(page: Page, pages: Page[], contract: Contract): Claim[] {
  if (page.kind !== "api") return [...claimsOfResource(page, contract)];
  const operation = operationOf(page, contract);
  if (!operation) return [...claimsOfRequestLines(page, contract)];
  const subject = { page, operation, contract, pages };
  return [
    ...claimsOfPage(subject),
    ...claimsOfRequest(subject),
    ...claimsOfResponse(subject),
    ...claimsOfExamples(subject),
  ];
}

/** The operation that names the page, or else the one that the page names. */
function operationOf({ page, requestLines = [] }: Page, contract: Contract): Operation | undefined {
  const all = operations(contract);
  return (
    all.find(({ node }) => node["x-pages"]?.includes(page)) ??
    all.find(({ method, path }) => requestLines.some((line) => line.method === method && line.path === path))
  );
}

function unexplainedProblem(page: Page, { at, line, says, contract, pointer }: Claim): Problem {
  return {
    where: `${page.source}:${line} ${at}`,
    says,
    contract,
    mend: `change the contract at ${pointer}, or name the fact in ${ledgerFolder}/`,
  };
}

function unreadProblem(page: Page, place: string): Problem {
  // The nearest line number above the place tells where in the page it stands.
  const line =
    selfAndAncestors(place)
      .map((parent) => resolvePointer(page, `#${parent}/line`))
      .find(Number) ?? 1;
  return {
    where: `${page.source}:${line} ${place}`,
    says: JSON.stringify(resolvePointer(page, `#${place}`)),
    contract: "is not compared: no check reads this fact",
    mend: "teach scripts/facts/check to read it",
  };
}
