import { type Conflict, type Ledger, onOneLine, type PageSource, quotes } from "../../conflicts/load.ts";
import type { Contract } from "../../contract/document.ts";
import type { Locate } from "../../contract/locate.ts";
import { firstMissing, resolvePointer } from "../../lib/json-pointer.ts";
import { matchesPattern } from "../../lib/path-pattern.ts";
import type { AuditInput } from "./audit-input.ts";
import { causesAbove, causesOfClaim, causesOfGone, missingCause } from "./causes.ts";
import type { Claim } from "./claim.ts";
import type { Finding } from "./finding.ts";

/** What is wrong with a conflict, at a JSON pointer into it. */
interface Problem {
  at: string;
  says: string;
  fix: string;
  causes?: string[];
}

type Claims = Map<string, Claim[]>;

/** Exemptions that are stale or don't quote what they exempt, conflicts without a source, and references to nothing. */
export function checkLedger(input: AuditInput, claims: Claims): Finding[] {
  const { ledger, contract, locate } = input;
  return ledger.conflicts.flatMap((conflict) => {
    const problems = [
      ...checkExemptions(conflict, claims, input),
      ...checkSources(conflict),
      ...checkPointers(conflict, contract, locate),
      ...checkDescriptions(conflict, contract),
      ...checkPages(conflict, claims),
      ...checkQuotes(conflict, input),
    ];
    const { id } = conflict;
    return problems.map(({ at, ...problem }) => ({ place: ledger.locate(id, at), about: id, causes: [], ...problem }));
  });
}

/** The patterns of the ledger that name facts of a page. */
export const exemptions = ({ conflicts }: Ledger, page: string): string[] =>
  conflicts.flatMap(({ sources }) =>
    sources.flatMap((source) => ("page" in source && source.page === page ? (source.facts ?? []) : [])),
  );

function checkExemptions(conflict: Conflict, claims: Claims, input: AuditInput): Problem[] {
  return conflict.sources.flatMap((source, i) => {
    if (!("page" in source)) return [];
    const { page, facts = [] } = source;
    const failing = new Set((claims.get(page) ?? []).flatMap(({ met, at }) => (met ? [] : (at.split("#")[0] ?? ""))));
    return facts.flatMap((pattern, j): Problem[] => {
      const at = `/sources/${i}/facts/${j}`;
      const matching = claims.get(page)?.filter((claim) => matchesPattern(pattern, claim.at)) ?? [];
      if (matching.length > 0)
        return matching.flatMap((claim) => {
          const problem = checkExemption(conflict, source, claim);
          if (!problem) return [];
          const causes = [...causesOfClaim(page, claim, input), ...causesAbove(page, claim.at, failing)];
          return { at, causes, ...problem };
        });
      const says = `names the fact ${pattern} of ${page}, which doesn't exist`;
      const gone = [...causesOfGone(page, pattern), ...causesAbove(page, pattern.split("#")[0] ?? "", failing)];
      const causes = claims.has(page) ? gone : [`no page ${page}`];
      return [{ at, says, fix: "name the fact that is meant, or remove this one", causes }];
    });
  });
}

function checkExemption(
  { contract }: Conflict,
  { page, says }: PageSource,
  { at, met, quote, instead }: Claim,
): Pick<Problem, "says" | "fix"> | undefined {
  if (met)
    return { says: `exempts ${at} of ${page}, which the contract meets`, fix: "remove the fact from the conflict" };
  if (quote && !quotes(says, quote))
    return { says: `doesn't quote what ${at} of ${page} says`, fix: `write \`${quote}\` in this source's "says"` };
  if (!instead || quotes(contract.says, instead)) return undefined;
  const unquoted = `doesn't quote what the contract says instead of ${at} of ${page}`;
  return { says: unquoted, fix: `write \`${instead}\` in "contract.says"` };
}

/** A conflict rests on a fact, a url or, if it is observed, a report. */
function checkSources({ sources, evidence, sureness }: Conflict): Problem[] {
  const isReported = sureness === "observed" && evidence.some((source) => "report" in source);
  if (isReported || sources.some((source) => "facts" in source || "url" in source)) return [];
  const fix = "name facts, a source with a url or, if it is observed, evidence with a report; or remove the conflict";
  return [{ at: "", says: "rests on no fact of a page, no url, and no report", fix }];
}

function checkPointers({ contract: { at } }: Conflict, contract: Contract, locate: Locate): Problem[] {
  return at.flatMap((pointer, i) => {
    const missing = firstMissing(contract, pointer);
    if (!missing) return [];
    const says = `points at ${pointer}, which isn't in the contract`;
    const causes = [missingCause(locate, missing)];
    return { at: `/contract/at/${i}`, says, fix: "point at the place that is meant", causes };
  });
}

const usersReadIt = /^#\/(paths\/[^/]+\/[a-z]+|components\/schemas\/.+)\/description$/;

/** Users read what was observed, and which error codes it is about, in the descriptions that a conflict points at. */
function checkDescriptions({ contract: { at, says }, sureness }: Conflict, contract: Contract): Problem[] {
  const isHidden = sureness === "observed" && !at.some((pointer) => usersReadIt.test(pointer));
  const hidden = {
    at: "/contract/at",
    says: "is observed, but points at no description of an operation, schema, or property",
    fix: "describe it where users meet it, and point at that description",
  };
  const descriptions = at.filter((pointer) => pointer.endsWith("/description"));
  const described = descriptions.flatMap((pointer) => errorCodesIn(String(resolvePointer(contract, pointer))));
  const undescribed = errorCodesIn(says).filter((code) => !described.includes(code));
  const unread = undescribed.map((code) => ({
    at: "/contract/says",
    says: `quotes ${code}, which is in no description that it points at`,
    fix: `write ${code} into the description, or point at the description that has it`,
  }));
  return isHidden ? [hidden, ...unread] : unread;
}

const errorCodesIn = (text: string): string[] => text.match(/AADB2C(\d{5})?/g) ?? [];

function checkPages({ sources, evidence }: Conflict, claims: Claims): Problem[] {
  return Object.entries({ sources, evidence }).flatMap(([member, cited]) =>
    cited.flatMap((source, i) => {
      if (!("page" in source) || claims.has(source.page)) return [];
      const says = `cites the page ${source.page}, which has no facts file`;
      return {
        at: `/${member}/${i}/page`,
        says,
        fix: "cite the page that is meant",
        causes: [`no page ${source.page}`],
      };
    }),
  );
}

const quotations = /`([^`]+)`|"([^"]+)"/g;

/** What the evidence quotes from a page has to be among its facts. */
function checkQuotes({ evidence }: Conflict, { pages }: AuditInput): Problem[] {
  return evidence.flatMap((source, i) => {
    const page = "page" in source ? pages.find(({ page }) => page === source.page) : undefined;
    if (!page) return [];
    const texts = textsIn(page).map(onOneLine);
    const quotes = [...source.says.matchAll(quotations)].map(([, code, words = ""]) => onOneLine(code ?? words));
    return quotes
      .filter((quote) => !texts.some((text) => text.includes(quote)))
      .map((quote) => ({
        at: `/evidence/${i}/says`,
        says: `quotes "${quote}", which isn't in the facts of ${page.page}`,
        fix: "quote what the page says, as its facts file has it",
      }));
  });
}

/** The names and the values of a value, as texts. */
const textsIn = (value: unknown): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, child]) => [name, ...textsIn(child)])
    : [String(value)];
