import { joinPointer } from "../../lib/json-pointer.ts";
import type { Page } from "../load.ts";
import type { Claim } from "./claim.ts";

/** The places of a facts file that claim nothing about the contract, each with the reason. */
const claimsNothing: [pattern: RegExp, why: string][] = [
  [/^\/(page|source|kind|transcribed)$/, "says which page it is"],
  [/\/line$/, "says where a fact stands on the page"],
  [/^\/frontMatter\//, "is for the documentation's own build; the placeholders of a draft show in its tables too"],
  [/^\/examples\/\d+\/title\//, "is a heading"],
  [/^\/examples\/\d+\/(request|response)\/(fence|version)$/, "is how the page sets the example"],
  [/\/annotation\/(blockType|truncated)$/, "is for the documentation's own build; what is shown must conform anyway"],
  [/^\/permissions\/\d+\/annotation\/name$/, "is for the documentation's own build"],
];

/** The facts of a page that no comparison has read, so that a new kind of fact can't go unnoticed. */
export function unreadFacts(page: Page, claims: Claim[]): { at: string; value: unknown }[] {
  const read = new Set(claims.map(({ at }) => at));
  // A conclusion (`place#word`) stands for its own place only, a plain claim for everything below it.
  const conclusions = new Set(claims.map(({ at }) => at.split("#")[0]));
  const unreadBelow = (value: unknown, at: string): { at: string; value: unknown }[] => {
    if (read.has(at)) return [];
    if (value !== null && typeof value === "object")
      return Object.entries(value).flatMap(([name, child]) => unreadBelow(child, joinPointer(at, name)));
    return conclusions.has(at) || claimsNothing.some(([pattern]) => pattern.test(at)) ? [] : [{ at, value }];
  };
  return unreadBelow(page, "");
}
