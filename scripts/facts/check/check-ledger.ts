import { type Conflict, fits, type Ledger, type PageSource, placeInLedger, quotes } from "../../conflicts/load.ts";
import type { Contract } from "../../contract/load.ts";
import { problemsOfReferences } from "./check-references.ts";
import type { Claim } from "./claim.ts";
import type { Problem } from "./problem.ts";

export interface Named {
  page: string;
  pattern: string;
  source: PageSource;
  place: string;
  conflict: Conflict;
}

/** Every pattern of the ledger that names facts of a page. */
export function namedPlaces({ conflicts }: Ledger): Named[] {
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
export function* problemsOfLedger(
  ledger: Ledger,
  claims: Map<string, Claim[]>,
  contract: Contract,
): Generator<Problem> {
  for (const { page, pattern, source, conflict, place } of namedPlaces(ledger)) {
    const where = () => `${placeInLedger(ledger, place)} ${conflict.id}`; // few are asked for, and to find one takes time
    const fitting = claims.get(page)?.filter(({ at }) => fits(pattern, at)) ?? [];
    if (fitting.length === 0)
      yield {
        where: where(),
        says: `names the fact ${pattern} of ${page}, which is not there`,
        mend: "name the fact that is meant, or take this one out",
      };
    for (const { at, met, quote, instead } of fitting) {
      if (met)
        yield {
          where: where(),
          says: `excuses ${at} of ${page}`,
          contract: "meets the fact: the excuse is stale",
          mend: "take the fact out of the conflict",
        };
      else if (quote && !quotes(source.says, quote))
        yield {
          where: where(),
          says: `does not quote what ${at} of ${page} says`,
          mend: `write \`${quote}\` in this source's "says"`,
        };
      else if (instead && !quotes(conflict.contract.says, instead))
        yield {
          where: where(),
          says: `does not quote what the contract says instead of ${at} of ${page}`,
          mend: `write \`${instead}\` in "contract.says"`,
        };
    }
  }
  yield* problemsOfReferences(ledger, claims, contract);
}
