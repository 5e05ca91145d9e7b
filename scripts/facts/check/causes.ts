import type { Contract } from "../../contract/document.ts";
import type { Locate } from "../../contract/locate.ts";
import { firstMissing, pointerSegments, selfAndAncestors } from "../../lib/json-pointer.ts";
import { matchesPattern } from "../../lib/path-pattern.ts";
import { pageName } from "../load.ts";
import type { Claim } from "./claim.ts";
import type { Finding } from "./finding.ts";

/** Findings by cause: each group starts with the finding that came first, the others follow from it. */
export function groupByCause(findings: Finding[]): Finding[][] {
  let groups: Finding[][] = [];
  for (const finding of findings) {
    const isRelated = ({ causes }: Finding): boolean => causes.some((cause) => finding.causes.includes(cause));
    const related = groups.filter((group) => group.some(isRelated));
    groups = [...groups.filter((group) => !related.includes(group)), [...related.flat(), finding]];
  }
  const inOrder = (group: Finding[]): Finding[] => findings.filter((finding) => group.includes(finding));
  return groups.map(inOrder).sort(([a], [b]) => findings.indexOf(a as Finding) - findings.indexOf(b as Finding));
}

/** The name of a fact as a cause. Conclusions from one place share it, and so do the versions of a page. */
export const factCause = (page: string, at: string): string => `fact ${pageName(page)} ${at.split("#")[0]}`;

/**
 * What can have caused a finding about a claim: the fact; the page's words, which it repeats in its request, response,
 * and comments; what the contract says there; the first part that is missing on the way there.
 */
export function causesOfClaim(
  page: string,
  { at, quote, contract: says, pointer }: Claim,
  { contract, locate }: { contract: Contract; locate: Locate },
): string[] {
  const place = locate(pointer);
  const missing = firstMissing(contract, pointer);
  return [
    factCause(page, at),
    `contract ${place} ${says}`,
    ...(quote ? [`words ${page} ${quote}`] : []),
    ...(missing ? [missingCause(locate, missing)] : []),
  ];
}

/** The name of a part that the contract lacks as a cause, however a pointer leads there. */
export const missingCause = (locate: Locate, pointer: string): string =>
  `missing ${locate(pointer)} ${pointerSegments(pointer).at(-1)}`;

/** Facts that decide whether another fact of the page can be met; `*` stands for any name. */
const dependsOn: [fact: RegExp, other: string][] = [
  [/^\/response\/(?:returns|headers)\b.*/, "/response/statuses/*"],
  [/^\/examples\/[^/]+\/request\/(?:method|url)\b.*/, "/requestLines/*"],
  [/^\/examples\/[^/]+\/response\/status$/, "/response/statuses/*"],
  [/^(\/examples\/[^/]+\/response)\/(?!status$).*/, "$1/status"],
  [/^\/(?:examples\/[^/]+\/response|jsonRepresentations\/[^/]+)\/annotation\b.*/, "/namespace"],
  [/^(\/examples\/[^/]+)\/(?:request|response)\/body$/, "$1/request/annotation/name"],
];

/** The names of the failing facts of a page that a fact follows from. */
export const causesAbove = (page: string, at: string, failing: Set<string>): string[] =>
  dependsOn
    .filter(([fact]) => fact.test(at))
    .map(([fact, other]) => at.replace(fact, other))
    .flatMap((other) => [...failing].filter((name) => matchesPattern(other, name)))
    .map((other) => factCause(page, other));

/** What can have caused that a page no longer has a fact: the fact, or what it was part of, changed. */
export const causesOfGone = (page: string, at: string): string[] =>
  selfAndAncestors(at.split("#")[0] ?? "")
    .filter((part) => pointerSegments(part).length > 1)
    .map((part) => factCause(page, part));
