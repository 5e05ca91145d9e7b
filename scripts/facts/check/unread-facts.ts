import { joinPointer } from "../../lib/json-pointer.ts";
import type { Claim } from "./claim.ts";

/** Places of a facts file that claim nothing about the contract, each with the reason. */
export type Ignored = [place: RegExp, why: string][];

/** The places of a page's facts file that claim nothing about the contract, each with the reason. */
const claimsNothing: Ignored = [
  [/^\/(page|source|kind)$/, "says which page it is"],
  [/\/include$/, "says which included text a fact comes from"],
  [/^\/includes\/table-intro$/, "introduces the table of the body's properties, which is compared"],
  [/^\/body\/requiredTo$/, "is a part of the sentence that calls the properties required; they are compared"],
  [/^\/links\//, "leads to a text about something else"],
  [/^\/frontMatter\//, "is for the documentation's own build; the placeholders of a draft show in its tables too"],
  [/^\/examples\/[^/]+\/title$/, "is a heading"],
  [/^\/examples\/[^/]+\/(request|response)\/(fence|version)$/, "is how the page sets the example"],
  [/^\/examples\/[^/]+\/response\/shortened$/, "allows members to be missing; what is shown must conform anyway"],
  [/^\/jsonRepresentations\/[^/]+\/(json|annotation\/(baseType|openType))$/, "is compared as a whole, or in the table"],
  [/^\/notes\/harmless\//, "is a remark of the program that read the page, about a fact that is compared"],
  [/\/annotation\/(blockType|truncated)$/, "is for the documentation's own build; what is shown must conform anyway"],
  [/^\/permissions\/[^/]+\/annotation\/name$/, "is for the documentation's own build"],
];

/** The facts of a file that no comparison has read, so that a new kind of fact can't go unnoticed. */
export function unreadFacts(facts: object, claims: Claim[], ignored = claimsNothing): { at: string; value: unknown }[] {
  const read = new Set(claims.map(({ at }) => at));
  // A conclusion (`place#word`) stands for its own place only, a plain claim for everything below it.
  const conclusions = new Set(claims.map(({ at }) => at.split("#")[0]));
  const unreadBelow = (value: unknown, at: string): { at: string; value: unknown }[] => {
    if (read.has(at)) return [];
    if (value !== null && typeof value === "object")
      return Object.entries(value).flatMap(([name, child]) => unreadBelow(child, joinPointer(at, name)));
    return conclusions.has(at) || ignored.some(([pattern]) => pattern.test(at)) ? [] : [{ at, value }];
  };
  return unreadBelow(facts, "");
}
