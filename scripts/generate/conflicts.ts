import type { PhrasingContent, RootContent } from "mdast";
import { concerned } from "../conflicts/affected-operations.ts";
import type { Conflict, Group, Source } from "../conflicts/load.ts";
import type { Document } from "../contract/bundle.ts";
import { type Operation, operationsOf } from "../contract/operations.ts";
import type { Page } from "../facts/load.ts";
import { linkTo, list, markdown, operationIds, paragraph, phrases, strong, table } from "./markdown.ts";

type Cited = Source | Conflict["evidence"][number];

const introduction = [
  "Microsoft's documentation of this API contradicts itself, the standards that it rests on, Microsoft's own OpenAPI document",
  "and what the live service does. The contract decides each such conflict. This page tells what the sources say, what to rely",
  "on, and why. How sure the contract is:",
].join(" ");

const unpublished =
  "These pages have no address: they are Microsoft's sources, with their facts in `spec/facts/pages/` of the repository.";

const sureness: Record<Conflict["sureness"], string> = {
  documented: "a page, a standard or Microsoft's list of error codes says so.",
  observed:
    "people saw the live service do so and reported it in public, or Microsoft tells it elsewhere; no page of the API does.",
  assumed: "it follows from the rest, and no source says it.",
};

/** The source of conflicts.md: the ledger, to be read by people. */
export function conflictsPage(document: Document, groups: Group[], pages: Page[]): string {
  const all = operationsOf(document);
  const count = all.length;
  const concernedBy = concerned(document);
  const operations = (conflict: Conflict): PhrasingContent[] =>
    operationIds(
      concernedBy(conflict).map(({ id }) => id),
      count,
    );
  const section = (conflict: Conflict): RootContent[] => [
    {
      type: "heading",
      depth: 3,
      children: [{ type: "html", value: `<a id="${conflict.id}"></a>` }, ...phrases(conflict.title)],
    },
    paragraph(
      ...phrases(`\`${conflict.id}\`, ${conflict.sureness}. Operations: `),
      ...operations(conflict),
      ...phrases("."),
    ),
    paragraph(strong("The sources say")),
    list(quoted(conflict.sources, pages)),
    paragraph(strong("Rely on this:"), ...phrases(` ${conflict.contract.says}`)),
    paragraph(strong("Why:"), ...phrases(` ${conflict.why}`)),
    paragraph(strong("Evidence")),
    list(quoted(conflict.evidence, pages)),
  ];
  const withoutAddress = pages.filter(({ source }) => !source.startsWith("https://"));
  return markdown({
    type: "root",
    children: [
      { type: "html", value: '<!-- Made from spec/conflicts/ by "npm run generate". Do not edit. -->' },
      { type: "heading", depth: 1, children: phrases("Where the sources conflict") },
      paragraph(...phrases(introduction)),
      list(Object.entries(sureness).map(([word, meaning]) => [strong(word), ...phrases(`: ${meaning}`)])),
      paragraph(...phrases(unpublished)),
      list(
        withoutAddress.map(({ page, title }) =>
          phrases(`\`${page}\`: "${title}", ${all.flatMap((operation) => told(page, operation)).join(", ")}.`),
        ),
      ),
      ...groups.flatMap(({ title, conflicts }) => [
        paragraph(strong(title)),
        table([
          ["Conflict", "Operations", "Sureness"].map(phrases),
          ...conflicts.map((conflict) => [
            [linkTo(`#${conflict.id}`, conflict.title)],
            operations(conflict),
            phrases(conflict.sureness),
          ]),
        ]),
      ]),
      ...groups.flatMap(({ title, conflicts }): RootContent[] => [
        { type: "heading", depth: 2, children: phrases(title) },
        ...conflicts.flatMap(section),
      ]),
    ],
  });
}

function told(page: string, { id, definition }: Operation): string[] {
  const place = definition["x-pages"].indexOf(page); // the page to rely on comes first
  return place < 0 ? [] : [`${place > 0 || definition["x-stage"] === "draft" ? "a draft" : "the page"} of \`${id}\``];
}

/** Who says what; what several say alike is written once. */
const quoted = (sources: Cited[], pages: Page[]): PhrasingContent[][] =>
  [...new Set(sources.map(({ says }) => says))].map((says) => [
    ...sources
      .filter((source) => source.says === says)
      .flatMap((source, i) => [...phrases(i > 0 ? ", " : ""), citation(source, pages)]),
    ...phrases(`: ${says}`),
  ]);

function citation(source: Cited, pages: Page[]): PhrasingContent {
  if ("rfc" in source) {
    const [number, , section] = source.rfc.split(" ");
    return linkTo(
      `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
      `RFC ${number}, section ${section}`,
    );
  }
  if ("page" in source) {
    const address = pages.find(({ page }) => page === source.page)!.source;
    return address.startsWith("https://") ? linkTo(address, source.page) : { type: "inlineCode", value: source.page };
  }
  const address = "url" in source ? source.url : source.report;
  return linkTo(address, address.replace("https://", ""));
}
