import type { Contract } from "../../contract/document.ts";
import type { OtherFacts } from "../other-facts.ts";
import type { Claim } from "./claim.ts";
import { compareCallPermissions } from "./compare/call-permissions.ts";
import { compareErrorCodes } from "./compare/error-codes.ts";
import { compareMetadata } from "./compare/metadata.ts";
import { compareOverview, type Stated } from "./compare/overview.ts";
import { comparePublished } from "./compare/published.ts";
import type { Ignored } from "./unread-facts.ts";

/** What the facts that don't come from a page claim, by the names of their files. */
export const claimsOfOtherFacts = (
  facts: OtherFacts,
  { contract, stated }: { contract: Contract; stated: Record<string, Stated> },
): Map<string, Claim[]> =>
  new Map(
    Object.entries({
      published: comparePublished(facts.published, contract),
      permissions: compareCallPermissions(facts.permissions, contract),
      metadata: compareMetadata(facts.metadata, contract),
      "error-codes": compareErrorCodes(facts["error-codes"], contract),
      overview: compareOverview(facts.overview, stated, contract),
    }).map(([name, claims]) => [name, claims.filter(({ at }) => !isIgnored(name, at))]),
  );

const isIgnored = (name: string, at: string): boolean =>
  (ignoredOtherFacts[name] ?? []).some(([place]) => place.test(at));

const origin: Ignored[number] = [/^\/(?:permissionIds\/)?sources?\//, "says which text the facts come from"];

/** The places of these files that claim nothing about the contract, each with the reason. */
export const ignoredOtherFacts: Record<string, Ignored> = {
  published: [[/\/(address|date|read)$/, "says which copy a fact was read from"]],
  permissions: [
    origin,
    [/^\/adminConsentRequired$/, "is part of signing in, before any request"],
    [/^\/permissions\/Policy\./, "is about policies, which another API has"],
  ],
  metadata: [
    origin,
    [/^\/types\/[^/]+\/kind$/, "is a word of the metadata; the members are compared"],
    [
      /^\/types\/(?:trustFrameworkPolicy\/|trustFramework\/navigation\/policies$)/,
      "is about policies, which another API has",
    ],
  ],
  "error-codes": [origin, [/^\/published\//, "says how far the published list could be read"]],
  overview: [origin],
};
