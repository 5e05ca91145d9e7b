import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { behaviorsPage } from "../../../scripts/generate/behaviors-page.ts";
import { root } from "../../../scripts/lib/root.ts";
import { loadStories } from "../../../src/conformance/stories.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "behaviors-"));
  await mkdir(join(folder, "spec/behaviors"), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function pageFor(source: string): Promise<string> {
  const file = `info: { title: A subject }
workflows:
  - { workflowId: a-story, summary: "A claim about \`AADB2C95028\`.", x-source: [${source}], x-sureness: observed, steps: [] }`;
  await writeFile(join(folder, "spec/behaviors/subject.arazzo.yaml"), file);
  await writeFile(
    join(folder, "spec/behaviors/sources.yaml"),
    "known: { url: 'https://contoso.example/known', shows: It. }",
  );
  return behaviorsPage(folder);
}

it.each([
  ["{ conflict: created-twice }", "[created-twice](conflicts.md#created-twice)"],
  ["{ code: AADB2C95028 }", "[AADB2C95028](error-codes.md)"],
  ["{ source: known }", "[known](https://contoso.example/known)"],
  [
    "{ page: trustframeworkkeyset-get }",
    "[trustframeworkkeyset-get](https://learn.microsoft.com/graph/api/trustframeworkkeyset-get?view=graph-rest-beta)",
  ],
  [
    "{ page: trustframeworkkey }",
    "[trustframeworkkey](https://learn.microsoft.com/graph/api/resources/trustframeworkkey?view=graph-rest-beta)",
  ],
])("The page of the behaviors links the source %s", async (source, link) => {
  expect(await pageFor(source)).toContain(`| \`a-story\` | A claim about \`AADB2C95028\`. | observed | ${link} |`);
});

it("The page of the behaviors separates sources by commas", async () => {
  expect(await pageFor("{ code: AADB2C95028 }, { source: known }")).toContain("(error-codes.md), [known](");
});

it("An unknown source fails", async () => {
  await expect(pageFor("{ source: unknown }")).rejects.toThrow(/sources\.yaml doesn't have the source "unknown"/);
});

it("The page of the behaviors has every story", async () => {
  const page = await behaviorsPage(root);
  const stories = (await loadStories()).flatMap((file) => file.stories);
  expect(stories.filter(({ id }) => !page.includes(`| \`${id}\` |`))).toEqual([]);
});
