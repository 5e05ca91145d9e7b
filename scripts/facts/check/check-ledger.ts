import { type Conflict, type Ledger, matchesFact, type PageSource, quotes } from "../../conflicts/load.ts";
import type { Contract } from "../../contract/document.ts";
import { resolvePointer } from "../../lib/json-pointer.ts";
import type { Claim } from "./claim.ts";
import { type Finding, factCause, wordsCause } from "./finding.ts";

type Claims = Map<string, Claim[]>;
type Report = (pointer: string, says: string, fix: string, causes?: string[]) => Finding;

/** Exemptions that are stale or don't quote what they exempt, conflicts without a source, and references to nothing. */
export function checkLedger({ conflicts, locate }: Ledger, claims: Claims, contract: Contract): Finding[] {
  return conflicts.flatMap((conflict) => {
    const { id } = conflict;
    const report: Report = (pointer, says, fix, causes = []) => ({
      place: locate(id, pointer),
      about: id,
      says,
      fix,
      causes,
    });
    return [
      ...exemptionFindings(conflict, claims, report),
      ...sourceFindings(conflict, report),
      ...descriptionFindings(conflict, contract, report),
      ...pageFindings(conflict, claims, report),
    ];
  });
}

/** The patterns of the ledger that name facts of a page. */
export const exemptions = ({ conflicts }: Pick<Ledger, "conflicts">, page: string): string[] =>
  conflicts.flatMap(({ sources }) => sources.flatMap((source) => factsIn(source, page)));

const factsIn = (source: Conflict["sources"][number], page: string): string[] =>
  "page" in source && source.page === page ? (source.facts ?? []) : [];

function exemptionFindings(conflict: Conflict, claims: Claims, report: Report): Finding[] {
  return conflict.sources.flatMap((source, i) => {
    if (!("page" in source)) return [];
    return (source.facts ?? []).flatMap((pattern, j) => {
      const place = `/sources/${i}/facts/${j}`;
      const matching = claims.get(source.page)?.filter(({ at }) => matchesFact(pattern, at)) ?? [];
      const gone = `names the fact ${pattern} of ${source.page}, which doesn't exist`;
      if (matching.length === 0)
        return [report(place, gone, "name the fact that is meant, or remove this one", [`gone ${source.page}`])];
      return matching.flatMap((claim) =>
        exemptionFinding(conflict, source, claim, (...rest) => report(place, ...rest)),
      );
    });
  });
}

function exemptionFinding(
  { id, contract }: Conflict,
  { page, says }: PageSource,
  { at, met, quote, instead }: Claim,
  report: (says: string, fix: string, causes: string[]) => Finding,
): Finding[] {
  const causes = [factCause(page, at), ...(quote ? [wordsCause(page, quote)] : [])];
  if (met) {
    const stale = `exempts ${at} of ${page}, which the contract meets: the exemption is stale`;
    return [report(stale, "remove the fact from the conflict", [...causes, `stale ${id}`])];
  }
  if (quote && !quotes(says, quote))
    return [report(`doesn't quote what ${at} of ${page} says`, `write \`${quote}\` in this source's "says"`, causes)];
  if (instead && !quotes(contract.says, instead)) {
    const unquoted = `doesn't quote what the contract says instead of ${at} of ${page}`;
    return [report(unquoted, `write \`${instead}\` in "contract.says"`, [...causes, `instead ${id} ${instead}`])];
  }
  return [];
}

/** A conflict rests on a fact, an address or, if it is observed, a report. */
function sourceFindings({ sources, evidence, sureness }: Conflict, report: Report): Finding[] {
  const isObserved = sureness === "observed" && evidence.some((source) => "report" in source);
  if (isObserved || sources.some((source) => "facts" in source || "url" in source)) return [];
  return [
    report(
      "",
      "names no fact of a page, no url and no report",
      "name the facts that it is about, a source with its url or, if it is observed, a report; or remove the conflict",
    ),
  ];
}

const usersMeetIt = /^#\/(paths\/[^/]+\/[a-z]+|components\/schemas\/.+)\/description$/;

/** The contract has what a conflict points at, and tells users what was observed and which error codes it is about. */
function descriptionFindings(
  { contract: { at, says }, sureness }: Conflict,
  contract: Contract,
  report: Report,
): Finding[] {
  const gone = at.flatMap((pointer, i) =>
    resolvePointer(contract, pointer) === undefined
      ? [
          report(
            `/contract/at/${i}`,
            `points at ${pointer}, which isn't in the contract`,
            "point at the place that is meant",
          ),
        ]
      : [],
  );
  const hidden = report(
    "/contract/at",
    "is observed, but points at no description of an operation, schema, or property, where users would read it",
    "describe it where users meet it, and point at that description",
  );
  const described = at
    .filter((pointer) => pointer.endsWith("/description"))
    .flatMap((pointer) => errorCodesIn(String(resolvePointer(contract, pointer) ?? "")));
  const undescribed = errorCodesIn(says).filter((code) => !described.includes(code));
  return [
    ...gone,
    ...(sureness === "observed" && !at.some((pointer) => usersMeetIt.test(pointer)) ? [hidden] : []),
    ...undescribed.map((code) =>
      report(
        "/contract/says",
        `quotes ${code}, which is in no description that it points at`,
        `write ${code} into the description, or point at the description that has it`,
      ),
    ),
  ];
}

const errorCodesIn = (text: string): string[] => text.match(/AADB2C(\d{5})?/g) ?? [];

function pageFindings({ sources, evidence }: Conflict, claims: Claims, report: Report): Finding[] {
  return Object.entries({ sources, evidence }).flatMap(([member, cited]) =>
    cited.flatMap((source, i) =>
      "page" in source && !claims.has(source.page)
        ? [
            report(
              `/${member}/${i}/page`,
              `cites the page ${source.page}, which has no facts file`,
              "cite the page that is meant",
              [`gone ${source.page}`],
            ),
          ]
        : [],
    ),
  );
}
