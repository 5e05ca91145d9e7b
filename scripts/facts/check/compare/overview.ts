import type { Contract } from "../../../contract/document.ts";
import { resolvePointer } from "../../../lib/json-pointer.ts";
import type { Overview } from "../../other-facts.ts";
import { type Claim, claimAbout, each } from "../claim.ts";

/** Where the contract says what a rule of the overview says: the words, and the description that has them. */
export interface Stated {
  at: string;
  words: string;
}

/** Each rule of the overview: a description says it in the words of spec/conventions.yaml, or the ledger names it. */
export const compareOverview = ({ rules }: Overview, stated: Record<string, Stated>, contract: Contract): Claim[] =>
  each("/rules", rules, (at, { says }, id) => {
    const { at: pointer = "#/info/description", words = "" } = stated[id] ?? {};
    const description = onOneLine(String(resolvePointer(contract, pointer) ?? ""));
    const met = id in stated && description.includes(onOneLine(words));
    const contractSays =
      id in stated ? `doesn't say "${words}" there` : "doesn't say it, as far as spec/conventions.yaml has it";
    return claimAbout(pointer)(at, undefined, { says, met, contract: contractSays });
  });

const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
