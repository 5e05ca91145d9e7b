import { upwards, type Claim } from "./claim.ts";
import { operations, resolve, type Contract, type Operation } from "./contract.ts";
import { unread } from "./coverage.ts";
import { fits, misshapen, quotes, type Ledger, type PageSource } from "./ledger.ts";
import { claimsOfExamples } from "./of-examples.ts";
import { claimsOfPage } from "./of-page.ts";
import { claimsOfRequest, claimsOfRequestLines } from "./of-request.ts";
import { claimsOfResource } from "./of-resource.ts";
import { claimsOfResponse } from "./of-response.ts";
import type { Page } from "./pages.ts";

/** Something to mend: where, what is said there, what it is held against, and how to mend it. */
export interface Problem {
  where: string;
  says: string;
  contract?: string;
  mend: string;
}

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

const ledgerFile = "spec/conflicts.yaml";

/** Holds every fact against the contract, and every conflict of the ledger against the facts. */
export function audit({ contract, pages, conflicts: ledger }: { contract: Contract; pages: Page[]; conflicts: Ledger }): Report {
  const shape = misshapen(ledger).map(({ place, message }) => ({
    where: line(ledger, place),
    says: `${place} ${message}`,
    mend: "give the entry the shape that scripts/audit/ledger.ts describes",
  }));
  if (shape.length > 0) return { rows: [], conflicts: ledger.conflicts.length, problems: shape };

  const claims = new Map(pages.map((page) => [page.page, claimsOf(page, pages, contract)]));
  const named = namedPlaces(ledger);
  const problems = [...contractProblems(contract, pages)];
  const rows = pages.map((page) => {
    const found = claims.get(page.page)!;
    const unmet = found.filter(({ met }) => !met);
    const unexplained = unmet.filter(({ at }) => !named.some((source) => source.page === page.page && fits(source.pattern, at)));
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
  problems.push(...ledgerProblems(ledger, claims, contract));
  return { rows, conflicts: ledger.conflicts.length, problems };
}

function claimsOf(page: Page, pages: Page[], contract: Contract): Claim[] {
  if (page.kind !== "api") return [...claimsOfResource(page, contract)];
  const operation = operationOf(page, contract);
  if (!operation) return [...claimsOfRequestLines(page, contract)];
  const subject = { page, operation, contract, pages };
  return [...claimsOfPage(subject), ...claimsOfRequest(subject), ...claimsOfResponse(subject), ...claimsOfExamples(subject)];
}

/** The operation that names the page, or else the one that the page names. */
function operationOf({ page, requestLines = [] }: Page, contract: Contract): Operation | undefined {
  const all = operations(contract);
  return (
    all.find(({ node }) => node["x-pages"]?.includes(page)) ??
    all.find(({ method, path }) => requestLines.some((line) => line.method === method && line.path === path))
  );
}

/** What the contract says of pages without a page that says so. */
function* contractProblems(contract: Contract, pages: Page[]): Generator<Problem> {
  for (const { pointer, method, path, node } of operations(contract)) {
    const named: string[] = node["x-pages"] ?? [];
    const documenting = pages.filter(({ page }) => named.includes(page));
    for (const page of named) {
      const known = pages.find((candidate) => candidate.page === page);
      const where = `${pointer}/x-pages`;
      if (!known)
        yield {
          where,
          says: `names the page ${page}, of which there is no facts file`,
          mend: "read the page (npm run pages), or take it out",
        };
      else if (!known.requestLines?.some((line) => line.method === method && line.path === path))
        yield { where, says: `names the page ${page}, which documents no ${method} ${path}`, mend: "take it out" };
    }
    if (named.length === 0 && node["x-stage"] !== "undocumented")
      yield {
        where: `${pointer}/x-stage`,
        says: `is ${node["x-stage"]}, but no page documents the operation`,
        mend: "name its pages in x-pages, or say x-stage: undocumented",
      };
    for (const status of Object.keys(node.responses).filter((status) => status.startsWith("2"))) {
      if (
        documenting.length > 0 &&
        !documenting.some(({ response }) => response?.statuses?.some((stated) => String(stated.status) === status))
      ) {
        yield {
          where: `${pointer}/responses/${status}`,
          says: "is an answer that no page of the operation documents",
          mend: "take it out",
        };
      }
    }
  }
}

function unexplainedProblem(page: Page, { at, line, says, contract, pointer }: Claim): Problem {
  return {
    where: `${page.source}:${line} ${at}`,
    says,
    contract,
    mend: `change the contract at ${pointer}, or name the fact in ${ledgerFile}`,
  };
}

function unreadProblem(page: Page, place: string): Problem {
  // The nearest line number above the place tells where in the page it stands.
  const line =
    upwards(place)
      .map((parent) => resolve(page, `#${parent}/line`))
      .find(Number) ?? 1;
  return {
    where: `${page.source}:${line} ${place}`,
    says: JSON.stringify(resolve(page, `#${place}`)),
    contract: "is not compared: no check reads this fact",
    mend: "teach scripts/audit to read it",
  };
}

interface Named {
  page: string;
  pattern: string;
  source: PageSource;
  place: string;
  conflict: Ledger["conflicts"][number];
}

/** Every pattern of the ledger that names facts of a page. */
function namedPlaces({ conflicts }: Ledger): Named[] {
  return conflicts.flatMap((conflict, i) =>
    conflict.sources.flatMap((source, j) => {
      if (!("page" in source)) return [];
      return (source.facts ?? []).map((pattern, k) => ({
        page: source.page,
        pattern,
        source,
        conflict,
        place: `/${i}/sources/${j}/facts/${k}`,
      }));
    }),
  );
}

/** Excuses that nothing needs any more, that do not say what they excuse, or that point nowhere. */
function* ledgerProblems(ledger: Ledger, claims: Map<string, Claim[]>, contract: Contract): Generator<Problem> {
  for (const { page, pattern, source, conflict, place } of namedPlaces(ledger)) {
    const where = `${line(ledger, place)} ${conflict.id}`;
    const fitting = claims.get(page)?.filter(({ at }) => fits(pattern, at)) ?? [];
    if (fitting.length === 0)
      yield {
        where,
        says: `names the fact ${pattern} of ${page}, which is not there`,
        mend: "name the fact that is meant, or take this one out",
      };
    for (const { at, met, quote, instead } of fitting) {
      if (met)
        yield {
          where,
          says: `excuses ${at} of ${page}`,
          contract: "meets the fact: the excuse is stale",
          mend: "take the fact out of the conflict",
        };
      else if (quote && !quotes(source.says, quote))
        yield { where, says: `does not quote what ${at} of ${page} says`, mend: `write \`${quote}\` in this source's "says"` };
      else if (instead && !quotes(conflict.contract.says, instead))
        yield {
          where,
          says: `does not quote what the contract says instead of ${at} of ${page}`,
          mend: `write \`${instead}\` in "contract.says"`,
        };
    }
  }
  for (const [i, conflict] of ledger.conflicts.entries()) {
    const { id, sources, contract: ours, evidence } = conflict;
    if (!sources.some((source) => "facts" in source))
      yield {
        where: `${line(ledger, `/${i}`)} ${id}`,
        says: "names no fact of any page",
        mend: "name the facts that it is about, or take the conflict out",
      };
    for (const [j, pointer] of ours.at.entries()) {
      if (resolve(contract, pointer) === undefined)
        yield {
          where: `${line(ledger, `/${i}/contract/at/${j}`)} ${id}`,
          says: `points at ${pointer}, which is not in the contract`,
          mend: "point at the place that is meant",
        };
    }
    const cited = [
      ...sources.map((source, j) => ({ source, place: `sources/${j}` })),
      ...evidence.map((source, j) => ({ source, place: `evidence/${j}` })),
    ];
    for (const { source, place } of cited) {
      if ("page" in source && !claims.has(source.page))
        yield {
          where: `${line(ledger, `/${i}/${place}/page`)} ${id}`,
          says: `cites the page ${source.page}, of which there is no facts file`,
          mend: "cite the page that is meant",
        };
    }
  }
}

const line = ({ lines }: Ledger, place: string): string =>
  `${ledgerFile}:${
    upwards(place)
      .map((parent) => lines[parent])
      .find(Number) ?? 1
  }`;
