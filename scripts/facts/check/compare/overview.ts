import type { Contract } from "../../../contract/document.ts";
import { resolvePointer } from "../../../lib/json-pointer.ts";
import type { Overview } from "../../other-facts.ts";
import { type Claim, claimAbout, each } from "../claim.ts";

/** Where the contract says what a rule of the overview says, or why it doesn't say it. */
export type Stated = { at: string; words: string } | { outside: string };

/**
 * Each rule of the overview, which is in our own words: a description says it in the words of spec/conventions.yaml, the
 * conventions have the reason why it is outside the contract, or the ledger names it.
 */
export const compareOverview = ({ rules }: Overview, stated: Record<string, Stated>, contract: Contract): Claim[] =>
  each("/rules", rules, (at, { says }, id) => {
    const ours = stated[id];
    if (!ours || "outside" in ours) {
      const outcome = { met: ours !== undefined, contract: "says it nowhere, as far as spec/conventions.yaml has it" };
      return claimAbout("#/info/description")(at, undefined, { says, ...outcome });
    }
    const description = onOneLine(String(resolvePointer(contract, ours.at) ?? ""));
    const outcome = { met: description.includes(onOneLine(ours.words)), contract: `doesn't say "${ours.words}" there` };
    return claimAbout(ours.at)(at, undefined, { says, ...outcome });
  });

const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
