import { schemasByTitle } from "../../../contract/schemas.ts";
import type { Page } from "../../load.ts";
import { type Claim, claimAbout, each, type Subject } from "../claim.ts";
import { compareExamples } from "./example.ts";
import { compareLinks } from "./links.ts";
import { compareRequest } from "./request.ts";
import { compareResponse } from "./response.ts";

/** What the page of an operation says. */
export const compareOperationPage = (subject: Subject): Claim[] => [
  ...compareLinks(subject.page, subject.contract, subject.operation),
  ...wholeClaims(subject),
  ...compareRequest(subject),
  ...compareResponse(subject),
  ...compareExamples(subject),
];

/** What the page says about the operation as a whole: its title, how finished it is, where it is available. */
function wholeClaims({ page, operation: { definition, pointer }, contract, pages }: Subject): Claim[] {
  const { "x-pages": names, "x-stage": stated, "x-clouds": clouds, deprecated = false } = definition;
  const { title } = page;
  const types = [...schemasByTitle(contract).keys()];
  const ofTitle = claimAbout("#/components/schemas")("/title", title, {
    says: `is titled "${title}"`,
    met: types.some((type) => title.includes(type)),
    contract: `has no type in this title; it has ${types.join(", ")}`,
  });

  const documenting = pages.filter(({ page }) => names.includes(page));
  // An operation is a draft, and deprecated, when all its pages are drafts.
  const stage = documenting.every(isDraft) ? "draft" : "current";
  const state = isDraft(page) ? "a draft, with placeholders" : "finished";
  const ofStage = claimAbout(`${pointer}/x-stage`)("#stage", undefined, {
    says: `is ${state}: with all its pages the operation is ${stage}`,
    met: stated === stage && deprecated === (stage === "draft"),
    contract: `says x-stage: ${stated}, deprecated: ${deprecated}`,
  });

  const ofClouds = claimAbout(`${pointer}/x-clouds`);
  const ours = `says x-clouds: ${clouds}`;
  if (page.nationalClouds) {
    const ofEach = each("/nationalClouds/clouds", page.nationalClouds.clouds, (at, available, cloud) => {
      const met = available === true && clouds === "all";
      return ofClouds(at, cloud, {
        says: `is ${available === true ? "" : "not "}available in ${cloud}`,
        met,
        contract: ours,
      });
    });
    return [ofTitle, ofStage, ...ofEach];
  }
  // A page may leave the clouds to another page of the operation, but one of them has to name them.
  if (documenting.some(({ nationalClouds }) => nationalClouds)) return [ofTitle, ofStage];
  const outcome = { says: "names no clouds", met: clouds === "not-stated", contract: ours, instead: clouds };
  return [ofTitle, ofStage, ofClouds("#clouds", undefined, outcome)];
}

/** Whether a page leaves a permission or a description open. */
function isDraft({ permissions = {}, body }: Page): boolean {
  const rows = Object.values(permissions).flatMap(({ rows = {} }) => Object.values(rows));
  const cells = rows.flatMap((row) => Object.values(row));
  return (
    cells.some((cell) => /\bTODO\b/.test(cell)) ||
    Object.values(body?.rows ?? {}).some(({ placeholder }) => placeholder)
  );
}
