// The weekly job that reads Microsoft's pages again.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../../scripts/lib/root.ts";
import { must } from "../../support/must.ts";
import { jobIn, runJob, workflowAt } from "../../support/workflow.ts";

const facts = () => runJob("weekly.yml", "facts", { folder: root, standIns: { npm: "" } });

test("the job compares the facts with the folders of the pages that it checked out, and writes nothing", async () => {
  const { calls, actions } = await facts();
  const checkout = must(actions[1], "a second checkout").with;
  const folder = join(must(checkout.path, "a folder"), "api-reference/beta");
  expect(calls.at(-1)).toEqual([
    ...["npm", "run", "facts:read", "--", "--check", "--published"],
    ...[join(folder, "api"), join(folder, "resources")],
  ]);
});

test("the job checks out each page and each included text that is pinned, from the repository that publishes them", async () => {
  const { actions } = await facts();
  const checkout = must(actions[1], "a second checkout").with;
  const patterns = must(checkout["sparse-checkout"], "patterns")
    .trim()
    .split("\n")
    .map((pattern) => new RegExp(`^${pattern.slice(1).replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`));
  const sources = parse(readFileSync(join(root, "spec/facts/sources.yaml"), "utf8"));
  const texts: { repository: string | null; path: string | null }[] = [
    ...Object.values<never>(sources.pages),
    ...Object.values<never>(sources.includes),
  ];
  const published = texts.filter(({ repository }) => repository === checkout.repository);
  expect(published.length).toBeGreaterThan(10);
  expect(published.filter(({ path }) => !patterns.some((pattern) => pattern.test(path ?? "")))).toEqual([]);
});

test("the job blocks no other one, and needs none", () => {
  const jobs = Object.entries(workflowAt("weekly.yml").jobs);
  expect(jobIn("weekly.yml", "facts").needs).toBeUndefined();
  expect(jobs.filter(([, { needs }]) => [needs].flat().includes("facts"))).toEqual([]);
});
