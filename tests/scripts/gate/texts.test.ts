// The checks that read only texts report each of their faults in faults.yaml, and accept the changes in good.yaml.
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { asText, type Finding } from "../../../scripts/lib/findings.ts";
import { claimFindings, claimsAbout } from "../../../scripts/lint/claims.ts";
import { cutOffTexts } from "../../../scripts/lint/contract.ts";
import { wrongImports } from "../../../scripts/lint/imports.ts";
import { openRepository, type Repository } from "../../../scripts/lint/repository.ts";
import { countsIn } from "../../../scripts/lint/settings/test-counts.ts";
import { declaration, settingsFindings } from "../../../scripts/lint/settings.ts";
import { linkFindings } from "../../../scripts/lint/words/links.ts";
import { phraseFindings } from "../../../scripts/lint/words/phrases.ts";
import { workflowFindings } from "../../../scripts/lint/workflows.ts";
import { type Edit, withEdit } from "./copy.ts";
import { expectReported, faultsOf, good, titled, titleOf } from "./faults.ts";

/** A check of the repository, of which some files are edited. */
type Check = (repository: Repository, edited: string[]) => Finding[] | Promise<Finding[]>;

const ofEachFile =
  (check: (file: string, text: string) => Finding[] | Promise<Finding[]>): Check =>
  async (repository, edited) =>
    (await Promise.all(edited.map((file) => check(file, repository.get(file) ?? "")))).flat();

const repository = await openRepository();
const claims = claimsAbout(repository);

/** The declaration with the numbers of tests that there are, as people add tests without raising the least number. */
const exactFloors = withExactFloors(repository);

const checks: Record<string, Check> = {
  settings: settingsFindings,
  suppressions: settingsFindings,
  tests: (edited) => settingsFindings(new Map([...edited, [declaration, exactFloors]])),
  claims: (edited) => claimFindings(edited, claims), // the edits are of documents, not of what they are compared with
  links: (repository) => {
    const pages = new Map(
      [...repository].filter(([file]) => /^(?!tests\/|generated\/|spec\/facts\/).*\.md$/.test(file)),
    );
    const folders = new Set([...repository.keys()].flatMap((file) => [file, file.replace(/\/[^/]*$/, "")]));
    return linkFindings(pages, (path) => folders.has(path.replace(/\/$/, "")));
  },
  imports: ofEachFile(wrongImports),
  phrases: ofEachFile(phraseFindings),
  workflows: ofEachFile(workflowFindings),
  yaml: ofEachFile(cutOffTexts),
};

function withExactFloors(texts: Repository): string {
  const document = parseDocument(texts.get(declaration) ?? "", { merge: true });
  const { tests }: { tests: Record<string, Record<string, number>> } = document.toJS();
  for (const [folder, floors] of Object.entries(tests))
    for (const what of Object.keys(floors)) document.setIn(["tests", folder, what], countsIn(folder, texts)[what]);
  return document.toString({ lineWidth: 0 });
}

/** Groups in which no two edits are of one file, so that the findings of an edit are those of its file alone. */
function groupsOf<E extends Edit>(edits: E[]): E[][] {
  const groups: E[][] = [];
  for (const edit of edits) {
    const group = groups.find((others) => others.every(({ file }) => file !== edit.file));
    if (group) group.push(edit);
    else groups.push([edit]);
  }
  return groups;
}

/** What a check finds for each edit. A check of the complete repository runs once for each group. */
async function findingsOf<E extends Edit>(check: Check, edits: E[]): Promise<Map<E, string[]>> {
  const found = new Map<E, string[]>();
  for (const group of groupsOf(edits)) {
    const edited = group.reduce<Repository>(withEdit, repository);
    const findings = (
      await check(
        edited,
        group.map(({ file }) => file),
      )
    ).map(asText);
    for (const edit of group) found.set(edit, findings);
  }
  return found;
}

describe.each(Object.entries(checks))("the check of %s", async (name, check) => {
  const reported = await findingsOf(check, faultsOf(name));
  test.each(titled(name))("reports %s", (_title, fault) => expectReported(fault, reported.get(fault) ?? []));

  const accepted = good.filter((change) => change.check === name);
  const left = await findingsOf(check, accepted);
  test.each(accepted.map((change) => [titleOf(change), change] as const))("accepts %s", (_title, change) =>
    expect(left.get(change)).toEqual([]),
  );
});
