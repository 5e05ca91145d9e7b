import type { Definition, PhrasingContent, RootContent } from "mdast";
import { concerned } from "../conflicts/affected-operations.ts";
import type { Conflict, Group, Source } from "../conflicts/load.ts";
import type { Document } from "../contract/document.ts";
import { type Operation, operationsOf } from "../contract/operations.ts";
import type { Page } from "../facts/load.ts";
import { isOtherFile } from "../facts/other-facts.ts";
import { linkTo, list, markdown, operationIds, paragraph, phrases, strong, table } from "./markdown.ts";

type Cited = Source | Conflict["evidence"][number];

/** More operations than this are only counted in the overview. Their names are in the conflict's own section. */
const namedInOverview = 3;

const introduction = [
  "Microsoft's sources about policy keys contradict each other: the pages, the standards, the SDKs, and the live service.",
  "The contract decides each of these conflicts. This page lists them all.",
].join(" ");

const howToRead =
  "Find your operation or your topic in the overview, and follow the link. Each conflict has these parts:";

const parts: [name: string, meaning: string][] = [
  ["The sources say", "what each source says, with a link to it."],
  ["Rely on this", "what the contract decides, and what you should do."],
  ["Why", "the reason for the decision."],
  ["Evidence", "where you can check it, and how sure it is."],
  ["Affects", "the operations that the conflict touches."],
];

const sureness: Record<Conflict["sureness"], string> = {
  documented: "a page, a standard, or a list of error codes from Microsoft says so.",
  observed: "people saw the live service do it and reported it in public, or Microsoft says so outside the API pages.",
  assumed: "no source says so. It follows from the other sources.",
};

const unpublished = [
  "Some sources don't have an address of their own. They are pages from Microsoft's repository, and some are drafts.",
  "Their facts are in `spec/facts/pages/` of this repository.",
].join(" ");

/** The source of conflicts.md: the ledger as a page for people. */
export function conflictsPage(document: Document, groups: Group[], pages: Page[]): string {
  const all = operationsOf(document);
  const concernedBy = concerned(document);
  const affected = (conflict: Conflict): string[] => concernedBy(conflict).map(({ id }) => id);
  const withoutAddress = pages.filter(({ source }) => !isAddress(source));
  return markdown({
    type: "root",
    children: [
      { type: "html", value: '<!-- Generated from spec/conflicts/ by "npm run generate". Do not edit. -->' },
      heading(1, "Where the sources conflict"),
      paragraph(...phrases(introduction)),
      heading(2, "How to read this page"),
      paragraph(...phrases(howToRead)),
      definitions(parts),
      paragraph(...phrases("One word says how sure a decision is:")),
      definitions(Object.entries(sureness)),
      paragraph(...phrases(unpublished)),
      list(withoutAddress.map((page) => phrases(describePage(page, all)))),
      heading(2, "Overview"),
      ...groups.flatMap(({ title, conflicts }) => [
        heading(3, title),
        table([
          ["Conflict", "Affects", "Sureness"].map(phrases),
          ...conflicts.map((conflict) => [
            [linkTo(`#${conflict.id}`, conflict.title)],
            summarizeOperations(affected(conflict), all.length),
            phrases(conflict.sureness),
          ]),
        ]),
      ]),
      ...groups.flatMap(({ title, conflicts }) => [
        heading(2, title),
        ...conflicts.flatMap((conflict) => section(conflict, operationIds(affected(conflict), all.length), pages)),
      ]),
      ...addresses(groups, pages),
    ],
  });
}

function section(conflict: Conflict, operations: PhrasingContent[], pages: Page[]): RootContent[] {
  return [
    {
      type: "heading",
      depth: 3,
      children: [{ type: "html", value: `<a id="${conflict.id}"></a>` }, ...phrases(conflict.title)],
    },
    paragraph(strong("The sources say")),
    list(quoted(conflict.sources, pages)),
    paragraph(strong("Rely on this:"), ...phrases(` ${conflict.contract.says}`)),
    paragraph(strong("Why:"), ...phrases(` ${conflict.why}`)),
    paragraph(strong(`Evidence (${conflict.sureness})`)),
    list(quoted(conflict.evidence, pages)),
    paragraph(strong("Affects:"), ...phrases(" "), ...operations),
  ];
}

const heading = (depth: 1 | 2 | 3, title: string): RootContent => ({
  type: "heading",
  depth,
  children: phrases(title),
});

const definitions = (entries: [word: string, meaning: string][]): RootContent =>
  list(entries.map(([word, meaning]) => [strong(word), ...phrases(`: ${meaning}`)]));

const summarizeOperations = (ids: string[], count: number): PhrasingContent[] =>
  ids.length > namedInOverview && ids.length < count ? phrases(`${ids.length} operations`) : operationIds(ids, count);

/** One line about a page without an address: its name, its title, and its role for each operation. */
function describePage({ page, title }: Page, all: Operation[]): string {
  const roles = all.flatMap(({ id, definition }) => {
    const place = definition["x-pages"].indexOf(page); // the page to rely on comes first
    if (place < 0) return [];
    const isDraft = place > 0 || definition["x-stage"] === "draft";
    return [`${isDraft ? "a draft" : "the page"} of \`${id}\``];
  });
  return `\`${page}\`: "${title}", ${roles.join(", ")}.`;
}

/** What the sources say, one item for each text. Sources with the same text share an item. */
function quoted(sources: Cited[], pages: Page[]): PhrasingContent[][] {
  const texts = [...new Set(sources.map(({ says }) => says))];
  return texts.map((text) => [
    // Without a word before it, a label with a colon could be read as a definition.
    ...phrases("In "),
    ...sources
      .filter(({ says }) => says === text)
      .flatMap((source, i) => [...phrases(i > 0 ? ", " : ""), ...citation(source, pages)]),
    ...phrases(`: ${text}`),
  ]);
}

/** A link to a source by its label, or the name of a page without an address. */
function citation(source: Cited, pages: Page[]): PhrasingContent[] {
  const { label, address } = labelOf(source, pages);
  const children = phrases(label);
  if (!address) return children;
  return [{ type: "linkReference", identifier: label, label, referenceType: "shortcut", children: children as [] }];
}

/** The address of each label. They are at the end of the page, which keeps its source readable. */
function addresses(groups: Group[], pages: Page[]): Definition[] {
  const conflicts = groups.flatMap(({ conflicts }) => conflicts);
  const cited = conflicts.flatMap(({ sources, evidence }) => [...sources, ...evidence]);
  const byLabel = new Map(cited.map((source) => labelOf(source, pages)).map(({ label, address }) => [label, address]));
  return [...byLabel]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([label, url]) => (url ? [{ type: "definition", identifier: label, label, url }] : []));
}

/** The label of a source and, if it has one, its address. */
function labelOf(source: Cited, pages: Page[]): { label: string; address?: string } {
  if ("rfc" in source) {
    const [number, , section] = source.rfc.split(" ");
    const address = `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`;
    return { label: `RFC ${number}, section ${section}`, address };
  }
  if ("page" in source) {
    if (isOtherFile(source.page)) return { label: `\`spec/facts/${source.page}.yaml\`` };
    const label = `\`${source.page}\``;
    const address = pages.find(({ page }) => page === source.page)?.source;
    return address && isAddress(address) ? { label, address } : { label };
  }
  const address = "url" in source ? source.url : source.report;
  const name = pages.find(({ source }) => source === address)?.page ?? withoutProtocol(address);
  return { label: `\`${name}\``, address };
}

const withoutProtocol = (address: string): string => address.replace(/^https:\/\//, "").replace(/\?[^#]*/, "");

const isAddress = (source: string): boolean => source.startsWith("https://");
