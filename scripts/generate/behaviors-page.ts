import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { PhrasingContent, RootContent } from "mdast";
import { parse } from "yaml";
import { loadStories, type Source, type Story } from "../../src/conformance/stories.ts";
import { linkTo, markdown, paragraph, phrases, table } from "./markdown.ts";

const introduction = [
  "What the contract claims of the service's behavior, as stories that the conformance command plays. Each story is a workflow in",
  "`spec/behaviors/`. `documented` claims come from a page, a standard, or Microsoft's list of error codes, `observed` ones from",
  "public reports of the live service, and `assumed` ones from what follows from both.",
].join(" ");

/** The content of behaviors.md: every story with its claim, its sureness, and its sources. */
export async function behaviorsPage(folder: string): Promise<string> {
  const behaviors = join(folder, "spec/behaviors");
  const addresses: Record<string, { url: string }> = parse(await readFile(join(behaviors, "sources.yaml"), "utf8"));
  const files = await loadStories(behaviors);
  const sections = files.flatMap(({ path, title, stories }): RootContent[] => [
    { type: "heading", depth: 2, children: phrases(title) },
    paragraph(...phrases(`File: \`${basename(path)}\`.`)),
    table([["Story", "Claim", "Sureness", "Sources"].map(phrases), ...stories.map((story) => rowOf(story, addresses))]),
  ]);
  return markdown({
    type: "root",
    children: [
      { type: "html", value: '<!-- Made from spec/behaviors/ by "npm run generate". Do not edit. -->' },
      { type: "heading", depth: 1, children: phrases("Behaviors") },
      paragraph(...phrases(introduction)),
      ...sections,
    ],
  });
}

const rowOf = (story: Story, addresses: Record<string, { url: string }>): PhrasingContent[][] => [
  phrases(`\`${story.id}\``),
  phrases(story.claim),
  phrases(story.sureness),
  story.sources.flatMap((source, i) => [...(i === 0 ? [] : phrases(", ")), linkOf(source, addresses)]),
];

function linkOf(source: Source, addresses: Record<string, { url: string }>): PhrasingContent {
  if ("conflict" in source) return linkTo(`conflicts.md#${source.conflict}`, source.conflict);
  if ("code" in source) return linkTo("error-codes.md", source.code);
  if ("page" in source) return linkTo(addressOf(source.page), source.page);
  const address = addresses[source.source];
  if (!address) throw new Error(`spec/behaviors/sources.yaml doesn't have the source "${source.source}".`);
  return linkTo(address.url, source.source);
}

/** The address of a documentation page. Those of resources are in a folder of their own. */
function addressOf(page: string): string {
  const path = page.includes("-") ? page : `resources/${page}`;
  return `https://learn.microsoft.com/graph/api/${path}?view=graph-rest-beta`;
}
