import { type Conflict, type Ledger, placeInLedger } from "../../conflicts/load.ts";
import { type Contract } from "../../contract/load.ts";
import { resolvePointer } from "../../lib/json-pointer.ts";
import type { Claim } from "./claim.ts";
import type { Problem } from "./problem.ts";

/** Conflicts that rest on nothing, references to what is not there, and what a user of the contract would not meet. */
export function* problemsOfReferences(
  ledger: Ledger,
  claims: Map<string, Claim[]>,
  contract: Contract,
): Generator<Problem> {
  for (const [i, conflict] of ledger.conflicts.entries()) {
    const { id, sources, contract: ours, evidence } = conflict;
    const where = (place: string): string => `${placeInLedger(ledger, `/${i}${place}`)} ${id}`;
    if (!restsOnSomething(conflict))
      yield {
        where: where(""),
        says: "names no fact of any page, and rests on no address and no report",
        mend: "name the facts that it is about, a source with its url or, for what is observed, a report; or take the conflict out",
      };
    for (const [j, pointer] of ours.at.entries()) {
      if (resolvePointer(contract, pointer) === undefined)
        yield {
          where: where(`/contract/at/${j}`),
          says: `points at ${pointer}, which is not in the contract`,
          mend: "point at the place that is meant",
        };
    }
    if (conflict.sureness === "observed" && !ours.at.some((pointer) => metByUsers.test(pointer)))
      yield {
        where: where("/contract/at"),
        says: "is observed, and points at no description of an operation, schema or property, where a user would meet it",
        mend: "describe it where a user meets it, and point at that description",
      };
    const shown = ours.at
      .filter((pointer) => pointer.endsWith("/description"))
      .flatMap((pointer) => codes(resolvePointer(contract, pointer)));
    for (const code of codes(ours.says).filter((code) => !shown.includes(code)))
      yield {
        where: where("/contract/says"),
        says: `quotes ${code}, which is in no description that it points at`,
        mend: `write ${code} into the description, or point at the one that has it`,
      };
    const cited = [
      ...sources.map((source, j) => ({ source, place: `/sources/${j}` })),
      ...evidence.map((source, j) => ({ source, place: `/evidence/${j}` })),
    ];
    for (const { source, place } of cited) {
      if ("page" in source && !claims.has(source.page))
        yield {
          where: where(`${place}/page`),
          says: `cites the page ${source.page}, of which there is no facts file`,
          mend: "cite the page that is meant",
        };
    }
  }
}

const restsOnSomething = ({ sources, evidence, sureness }: Conflict): boolean =>
  sources.some((source) => "facts" in source || "url" in source) ||
  (sureness === "observed" && evidence.some((source) => "report" in source));

const metByUsers = /^#\/(paths\/[^/]+\/[a-z]+|components\/schemas\/.+)\/description$/;

/** The service's codes in a text. */
const codes = (text = ""): string[] => text.match(/AADB2C(\d{5})?/g) ?? [];
