import { joinPointer } from "../../lib/json-pointer.ts";
import type { Page } from "../load.ts";
import { type Claim } from "./claim.ts";

/** The places of a facts file that claim nothing about the contract, each with the reason. */
const claimsNothing: [pattern: RegExp, why: string][] = [
  [/^\/(page|source|kind|transcribed)$/, "says which page it is"],
  [/\/line$/, "says where a fact stands"],
  [/^\/frontMatter\//, "is for the documentation's own build; the placeholders of a draft show in its tables too"],
  [/^\/examples\/\d+\/title\//, "is a heading"],
  [/^\/examples\/\d+\/(request|response)\/(fence|version)$/, "is how the page sets the example"],
  [
    /\/annotation\/(blockType|truncated)$/,
    "is for the documentation's own build; what is shown must conform all the same",
  ],
  [/^\/permissions\/\d+\/annotation\/name$/, "is for the documentation's own build"],
];

/** The facts of a page that no check has read, so that a new kind of fact cannot slip through. */
export function unread(page: Page, claims: Claim[]): string[] {
  const read = new Set(claims.map(({ at }) => at));
  // A conclusion (`place#word`) answers for its own place only, a plain claim for all below it.
  const conclusions = new Set(claims.map(({ at }) => at.split("#")[0]!));
  const unreadBelow = (value: unknown, place: string): string[] => {
    if (read.has(place)) return [];
    if (value !== null && typeof value === "object")
      return Object.entries(value).flatMap(([name, child]) => unreadBelow(child, joinPointer(place, name)));
    return conclusions.has(place) || claimsNothing.some(([pattern]) => pattern.test(place)) ? [] : [place];
  };
  return unreadBelow(page, "");
}
