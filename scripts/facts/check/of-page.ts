import { schemasByTitle } from "../../contract/load.ts";
import type { Page } from "../load.ts";
import type { Claim, Subject } from "./claim.ts";
import { claimsOfLinks } from "./of-links.ts";

/** What the page of an operation says as a whole: what it is about, how finished it is, where it holds. */
export function* claimsOfPage({ page, operation, contract, pages }: Subject): Generator<Claim> {
  yield* claimsOfLinks(page, contract, operation);

  const { line, value: title } = page.title;
  const types = [...schemasByTitle(contract).keys()];
  const met = types.some((type) => title.includes(type));
  yield {
    at: "/title",
    line,
    says: `is titled "${title}"`,
    quote: title,
    met,
    contract: `knows the types ${types.join(", ")}`,
    pointer: "#/components/schemas",
  };

  const documenting = pages.filter(({ page }) => operation.node["x-pages"].includes(page));
  yield stageClaim(page, documenting, operation);
  const clouds = cloudClaim(page, documenting, operation);
  if (clouds) yield clouds;
}

/** An operation is a draft, and deprecated, when all its pages are drafts. */
function stageClaim(page: Page, documenting: Page[], { node, pointer }: Subject["operation"]): Claim {
  const draftLine = placeholderLine(page);
  const stage = documenting.every(placeholderLine) ? "draft" : "current";
  const { "x-stage": stated, deprecated = false } = node;
  return {
    at: "#stage",
    line: draftLine ?? page.title.line,
    says: `is ${draftLine ? "a draft, with placeholders" : "finished"}: with all its pages the operation is ${stage}`,
    met: stated === stage && deprecated === (stage === "draft"),
    contract: `says x-stage: ${stated}, deprecated: ${deprecated}`,
    pointer: `${pointer}/x-stage`,
  };
}

/** The first line where a page leaves a permission or a description open. */
function placeholderLine({ permissions = [], body }: Page): number | undefined {
  const rows = permissions.flatMap((table) => ("rows" in table ? table.rows : []));
  const open = rows.find(({ cells }) => cells.some((cell) => /\bTODO\b/.test(cell)));
  return open?.line ?? body?.rows?.find(({ placeholder }) => placeholder)?.line;
}

/** A page may leave the clouds to another page of the operation, but one of them has to name them. */
function cloudClaim(page: Page, documenting: Page[], { node, pointer }: Subject["operation"]): Claim | undefined {
  const clouds = node["x-clouds"];
  const claim = { contract: `says x-clouds: ${clouds}`, pointer: `${pointer}/x-clouds` };
  if (page.nationalClouds) {
    const { line, value } = page.nationalClouds;
    return {
      ...claim,
      at: "/nationalClouds",
      line,
      says: value,
      quote: value,
      met: value === "all-clouds" && clouds === "all",
    };
  }
  if (documenting.some(({ nationalClouds }) => nationalClouds)) return undefined;
  return {
    ...claim,
    at: "#clouds",
    line: page.title.line,
    says: "names no clouds",
    met: clouds === "not-stated",
    instead: clouds,
  };
}
