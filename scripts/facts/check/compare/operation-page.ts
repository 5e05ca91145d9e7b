import { schemasByTitle } from "../../../contract/schemas.ts";
import type { Page } from "../../load.ts";
import { type Claim, claim, type Subject } from "../claim.ts";
import { compareExamples } from "./example.ts";
import { compareLinks } from "./links.ts";
import { compareRequest } from "./request.ts";
import { compareResponse } from "./response.ts";

/** What the page of an operation says. */
export function* compareOperationPage(subject: Subject): Generator<Claim> {
  const { page, operation, contract, pages } = subject;
  yield* compareLinks(page, contract, operation);

  const { value: title } = page.title;
  const types = [...schemasByTitle(contract).keys()];
  yield claim("/title", title, {
    says: `is titled "${title}"`,
    met: types.some((type) => title.includes(type)),
    contract: `knows the types ${types.join(", ")}`,
    pointer: "#/components/schemas",
  });
  const documenting = pages.filter(({ page }) => operation.definition["x-pages"].includes(page));
  yield stageClaim(page, documenting, operation);
  yield* cloudClaims(page, documenting, operation);
  yield* compareRequest(subject);
  yield* compareResponse(subject);
  yield* compareExamples(subject);
}

/** An operation is a draft, and deprecated, when all its pages are drafts. */
function stageClaim(page: Page, documenting: Page[], { definition, pointer }: Subject["operation"]): Claim {
  const stage = documenting.every(isDraft) ? "draft" : "current";
  const { "x-stage": stated, deprecated = false } = definition;
  return {
    at: "#stage",
    says: `is ${isDraft(page) ? "a draft, with placeholders" : "finished"}: with all its pages the operation is ${stage}`,
    met: stated === stage && deprecated === (stage === "draft"),
    contract: `says x-stage: ${stated}, deprecated: ${deprecated}`,
    pointer: `${pointer}/x-stage`,
  };
}

/** Whether a page leaves a permission or a description open. */
function isDraft({ permissions = [], body }: Page): boolean {
  const cells = permissions.flatMap((table) => ("rows" in table ? table.rows : [])).flatMap(({ cells }) => cells);
  return cells.some((cell) => /\bTODO\b/.test(cell)) || (body?.rows ?? []).some(({ placeholder }) => placeholder);
}

/** A page may leave the clouds to another page of the operation, but one of them has to name them. */
function cloudClaims(page: Page, documenting: Page[], { definition, pointer }: Subject["operation"]): Claim[] {
  const { "x-clouds": clouds } = definition;
  const ours = { contract: `says x-clouds: ${clouds}`, pointer: `${pointer}/x-clouds` };
  if (page.nationalClouds) {
    const { value } = page.nationalClouds;
    return [claim("/nationalClouds", value, { met: value === "all-clouds" && clouds === "all", ...ours })];
  }
  if (documenting.some(({ nationalClouds }) => nationalClouds)) return [];
  return [{ at: "#clouds", says: "names no clouds", met: clouds === "not-stated", instead: clouds, ...ours }];
}
