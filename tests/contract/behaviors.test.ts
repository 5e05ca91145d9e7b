import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadLedger } from "../../scripts/conflicts/load.ts";
import { bundle } from "../../scripts/contract/bundle.ts";
import { root } from "../../scripts/lib/root.ts";
import type { Workflow, WorkflowStep } from "../../src/conformance/stories.ts";

const folder = join(root, "spec/behaviors");
const yaml = async (path: string) => parse(await readFile(join(root, path), "utf8"));

interface ArazzoFile {
  workflows: (Workflow & { parameters?: object[] })[];
  components?: { inputs?: { play: { properties: Record<string, { description?: string; default?: unknown }> } } };
}

type Coverage = { says: string; stories?: string[]; reason?: string }[];

const names = (await readdir(folder)).filter((name) => name.endsWith(".arazzo.yaml"));
const files: ArazzoFile[] = await Promise.all(names.map((name) => yaml(`spec/behaviors/${name}`)));
const workflows = files.flatMap((file) => file.workflows);
const ids = workflows.map(({ workflowId }) => workflowId);
const document = await bundle(join(root, "spec/openapi.yaml"));
const operations = Object.values(document.paths).flatMap((path) =>
  Object.values(path ?? {}).filter((operation) => typeof operation === "object" && "operationId" in operation),
) as { operationId: string; description: string }[];
const { conflicts } = await loadLedger(join(root, "spec/conflicts"));
const coverage: { conflicts: Record<string, string>; operations: Record<string, Coverage> } =
  await yaml("spec/behaviors/coverage.yaml");

const stepsOf = (purpose?: string) =>
  workflows.flatMap(({ workflowId, steps }) =>
    steps.filter((step) => step["x-purpose"] === purpose).map((step) => ({ workflowId, step })),
  );
const conditionsOf = (step: WorkflowStep) => (step.successCriteria ?? []).map(({ condition }) => condition);

const sentences = (text: string) =>
  text
    .split("\n\n")
    .flatMap((paragraph) => [
      ...new Intl.Segmenter("en", { granularity: "sentence" }).segment(paragraph.replace(/\s+/g, " ")),
    ])
    .map(({ segment }) => segment.trim());

describe("The behaviors", () => {
  it("are at least 60, each with an ID of its own", () => {
    expect(ids.length).toBeGreaterThanOrEqual(60);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("are claims in one sentence each, with their sureness", () => {
    const wrong = workflows.filter(
      ({ summary, "x-sureness": sureness }) =>
        sentences(summary).length !== 1 ||
        !/[.]$/.test(summary) ||
        !["documented", "observed", "assumed"].includes(sureness),
    );
    expect(wrong.map(({ workflowId }) => workflowId)).toEqual([]);
  });

  it("test their claims: every workflow has a step that neither prepares nor cleans up, with criteria", () => {
    const claims = stepsOf(undefined);
    expect(new Set(claims.map(({ workflowId }) => workflowId))).toEqual(new Set(ids));
    expect(claims.filter(({ step }) => conditionsOf(step).length === 0)).toEqual([]);
    expect(stepsOf("set-up").filter(({ step }) => conditionsOf(step).length === 0)).toEqual([]);
  });

  it("expect statuses that they name", () => {
    const statuses = workflows
      .flatMap(({ steps }) => steps)
      .flatMap((step) => conditionsOf(step).filter((condition) => condition.includes("$statusCode")));
    expect(
      statuses.filter((condition) => !/^\$statusCode == \d{3}( \|\| \$statusCode == \d{3})*$/.test(condition)),
    ).toEqual([]);
  });

  it("delete every key set that they create, even after a failure", () => {
    const unclean = workflows.filter(({ steps }) => {
      const creations = steps.filter((step) => step.operationId.endsWith(".createKeySet"));
      const isCreated = creations.some((step) => conditionsOf(step).some((condition) => condition.includes("201")));
      return isCreated && steps.at(-1)?.["x-purpose"] !== "clean-up";
    });
    expect(unclean.map(({ workflowId }) => workflowId)).toEqual([]);
  });

  it("write to key sets named conformance alone", async () => {
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    const values = texts.flatMap((text) => text.match(/^ +(?:id|value): .*$/gm) ?? []);
    const foreign = values.filter(
      (value) => /B2C_1A_/.test(value) && !value.includes("B2C_1A_conformance{$inputs.run}"),
    );
    expect(values.length).toBeGreaterThan(100);
    expect(foreign).toEqual([]);
  });

  it("document every input", () => {
    const inputs = files.flatMap(({ components }) => Object.entries(components?.inputs?.play.properties ?? {}));
    expect(inputs.filter(([, { description }]) => !description)).toEqual([]);
  });

  it("use operations of the contract", () => {
    const known = new Set(operations.map(({ operationId }) => `$sourceDescriptions.keysets.${operationId}`));
    const unknown = workflows.flatMap(({ steps }) => steps).filter(({ operationId }) => !known.has(operationId));
    expect(unknown).toEqual([]);
  });
});

describe("The sources of the behaviors", () => {
  it("are at least as sure as the behaviors that rest on them", async () => {
    const ranks = ["assumed", "observed", "documented"];
    const addresses: Record<string, { url: string }> = await yaml("spec/behaviors/sources.yaml");
    const surenessOf = (source: Workflow["x-source"][number]): string => {
      if ("conflict" in source) return conflicts.find(({ id }) => id === source.conflict)?.sureness ?? "";
      // An issue is a report of what somebody saw.
      return "source" in source && addresses[source.source]?.url.includes("/issues/") ? "observed" : "documented";
    };
    const surer = workflows.filter(
      ({ "x-source": sources, "x-sureness": sureness }) =>
        ranks.indexOf(sureness) > Math.max(...sources.map((source) => ranks.indexOf(surenessOf(source)))),
    );
    expect(surer.map(({ workflowId }) => workflowId)).toEqual([]);
  });

  it("are pinned to a commit, except for issues", async () => {
    const addresses = Object.values<{ url: string }>(await yaml("spec/behaviors/sources.yaml")).map(({ url }) => url);
    const files = addresses.filter((url) => /\bgithub(usercontent)?\.com\//.test(url) && !/\/issues\/\d+$/.test(url));
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((url) => !/^https:\/\/github\.com\/[^/]+\/[^/]+\/blob\/[0-9a-f]{40}\/./.test(url))).toEqual([]);
  });

  it("exist", async () => {
    const pages = (await readdir(join(root, "spec/facts/pages"))).map((name) => name.replace(/\.yaml$/, ""));
    const { "x-extensible-enum": codes } = await yaml("spec/schemas/ErrorCode.yaml");
    const known: Record<string, Set<string>> = {
      conflict: new Set(conflicts.map(({ id }) => id)),
      page: new Set(pages),
      code: new Set(codes),
      source: new Set(Object.keys(await yaml("spec/behaviors/sources.yaml"))),
    };
    const missing = workflows.flatMap(({ workflowId, "x-source": sources }) =>
      sources
        .flatMap((source) => Object.entries(source))
        .filter(([kind, name]) => !known[kind]?.has(name))
        .map(([kind, name]) => `${workflowId}: ${kind} ${name}`),
    );
    expect(missing).toEqual([]);
    expect(workflows.filter(({ "x-source": sources }) => sources.length === 0)).toEqual([]);
  });

  it("are all used", async () => {
    const used = new Set(
      workflows.flatMap(({ "x-source": sources }) => sources.map((source) => JSON.stringify(source))),
    );
    const unused = Object.keys(await yaml("spec/behaviors/sources.yaml")).filter(
      (source) => !used.has(JSON.stringify({ source })),
    );
    expect(unused).toEqual([]);
  });
});

describe("What the contract says about behavior", () => {
  it("has a workflow or a reason for every conflict that was observed", () => {
    const played = new Set(
      workflows.flatMap((workflow) => [
        workflow["x-behavior"],
        ...workflow["x-source"].map((source) => ("conflict" in source ? source.conflict : undefined)),
      ]),
    );
    const observed = conflicts.filter(({ sureness }) => sureness === "observed").map(({ id }) => id);
    const expected = observed.filter((id) => !played.has(id)).sort();
    expect(expected).toEqual(Object.keys(coverage.conflicts).sort());
  });

  it.each(operations.map(({ operationId, description }) => ({ operationId, description })))(
    "has workflows or a reason for every sentence about $operationId",
    ({ operationId, description }) => {
      const rules = coverage.operations[operationId] ?? [];
      const fix = `List each sentence of ${operationId} in spec/behaviors/coverage.yaml, with its workflows or a reason`;
      expect(
        rules.map(({ says }) => says),
        fix,
      ).toEqual(sentences(description));
      const named = rules.flatMap(({ stories = [] }) => stories);
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
      expect(rules.filter(({ stories = [], reason }) => (stories.length === 0) === (reason === undefined))).toEqual([]);
    },
  );

  it("names no operation that the contract doesn't have", () => {
    const known = operations.map(({ operationId }) => operationId);
    expect(Object.keys(coverage.operations).filter((id) => !known.includes(id))).toEqual([]);
  });

  it("has a workflow that expects each error code in a description", async () => {
    const { ErrorCode, ...schemas } = document.components?.schemas ?? {};
    const descriptions = JSON.stringify([document.paths, schemas]).match(/"description":"(?:[^"\\]|\\.)*"/g) ?? [];
    const named = new Set(descriptions.flatMap((text) => text.match(/AADB2C\d*/g) ?? []));
    const expected = new Set(
      workflows.flatMap(({ steps }) => steps.flatMap(conditionsOf)).flatMap((text) => text.match(/AADB2C\d*/g) ?? []),
    );
    expect(ErrorCode).toBeDefined();
    expect(named.size).toBeGreaterThan(5);
    expect([...named].filter((code) => !expected.has(code))).toEqual([]);
  });
});
