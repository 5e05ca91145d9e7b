// The ruleset in a repository of somebody else that installed the package, as docs/lint-your-contract.md shows it.
import { execFile } from "node:child_process";
import { copyFile, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { lint as lintFiles } from "@stoplight/spectral-cli/dist/services/linter/linter.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../scripts/lib/root.ts";
import { workflowFindings } from "../../scripts/lint/workflows.ts";
import { type Consumer, consumer } from "../support/consumer.ts";
import { codeIn } from "../support/markdown.ts";
import { must } from "../support/must.ts";

const run = promisify(execFile);
const text = await readFile(join(root, "docs/lint-your-contract.md"), "utf8");
const blocks = codeIn(text, "yaml");
const workflows = blocks.filter((code) => code.startsWith("name:"));
const [standard = "", everything = "", ownWords = "", switchedOff = ""] = blocks.filter((code) =>
  code.startsWith("extends:"),
);

interface Job {
  steps: { run?: string }[];
}

let repository: Consumer;
beforeAll(async () => {
  repository = await consumer();
  const modules = join(repository.folder, "node_modules");
  await symlink(join(root, "node_modules/@stoplight"), join(modules, "@stoplight"));
  await symlink("../@stoplight/spectral-cli/dist/index.js", join(modules, ".bin/spectral"));
});
afterAll(() => repository[Symbol.asyncDispose]());

/** Writes a contract and a ruleset into the repository, and returns their paths. */
async function prepare(contract: string, ruleset: string) {
  const paths = {
    contract: join(repository.folder, "openapi.yaml"),
    ruleset: join(repository.folder, ".spectral.yaml"),
  };
  await copyFile(join(root, "tests/package/contracts", contract), paths.contract);
  await writeFile(paths.ruleset, ruleset);
  return paths;
}

/** Runs a command of the page, as npx does with what is installed, and returns what it prints and its exit code. */
async function lintByCommand(contract: string, ruleset: string, command = "") {
  await prepare(contract, ruleset);
  const [program = "", ...args] = command.replace(/^npx /, "").split(" ");
  return run(join(repository.folder, "node_modules/.bin", program), args, { cwd: repository.folder }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout, stderr }) => ({ code, stdout: stderr + stdout }),
  );
}

/** The rules that the function behind the command reports, each with its line. */
async function lint(contract: string, text: string, resolver?: string): Promise<string[]> {
  const { contract: path, ruleset } = await prepare(contract, text);
  const { results } = await lintFiles([path], {
    ruleset,
    ...(resolver !== undefined && { resolver: join(repository.folder, resolver) }),
    encoding: "utf8",
    format: [],
    ignoreUnknownFormat: false,
    failOnUnmatchedGlobs: true,
    showDocumentationUrl: false,
  });
  return results.map(({ code, range }) => `${range.start.line + 1} ${code}`);
}

const faults = [
  "5 no-placeholder",
  "7 server-is-https",
  "17 api-management-cookie",
  "18 operation-has-error-response",
  "23 api-management-inline-schema",
  "35 no-content-is-empty",
  "39 api-management-recursion",
  "42 property-has-type",
  "43 property-names-distinct",
  "45 secret-is-write-only",
];

test("with the ruleset of the page, a good contract passes, also with the resolver for documents in several files", async () => {
  const [, resolver] = must(/--resolver ([\w./-]+)/.exec(text), "the resolver in the page");
  expect(await lint("good.yaml", standard)).toEqual([]);
  expect(await lint("good.yaml", standard, resolver)).toEqual([]);
});

test("with all rules of taste, prose and examples fail too, except by the rules that are off", async () => {
  const found = await lint("bad.yaml", everything);
  expect(found).toEqual(expect.arrayContaining([...faults, "12 operation-id-verb-first", "13 summary-is-title"]));
  expect(found.filter((line) => line.endsWith("-has-example"))).toEqual([
    "17 parameter-has-example",
    "31 parameter-has-example",
  ]);
});

test("with verbs and secrets of its own, the contract fails by these", async () => {
  const verbs = ["12 operation-id-verb-first", "26 operation-id-verb-first"];
  expect((await lint("bad.yaml", ownWords)).sort()).toEqual([...faults, ...verbs, "46 secret-is-write-only"].sort());
});

test("a rule that is switched off, in one place or in all, reports nothing there", async () => {
  const found = await lint("bad.yaml", switchedOff.replace("~1health", "~1lamps"));
  const off = ["17 api-management-cookie", "18 operation-has-error-response"];
  expect(found).toEqual(faults.filter((fault) => !off.includes(fault)));
});

describe("the workflows of the page", () => {
  const steps = workflows.flatMap((text) => Object.values<Job>(parse(text).jobs)).flatMap(({ steps }) => steps);
  const commands = steps.flatMap(({ run = "" }) => (run.startsWith("npx spectral") ? [run] : []));

  test("pass actionlint, and pin each action and each right", async () => {
    expect(workflows).toHaveLength(2);
    for (const workflow of workflows) expect(await workflowFindings("lint.yml", workflow)).toEqual([]);
  });

  test("fail with each fault of a bad contract, as annotations at its line, and as SARIF", async () => {
    const [annotate = "", scan = ""] = commands;
    // Spectral takes two seconds to start, so one run does what both commands ask for.
    const [, scanOptions] = must(
      /^npx spectral lint openapi\.yaml( --format \w+ --output) lint\.sarif$/.exec(scan),
      "SARIF",
    );
    const { code, stdout } = await lintByCommand("bad.yaml", standard, `${annotate}${scanOptions}.sarif lint.sarif`);
    const annotations = [...stdout.matchAll(/^::(?:error|warning) title=(.+),file=openapi\.yaml,.*\bline=(\d+)/gm)];
    expect({ code, faults: annotations.map(([, rule, line]) => `${line} ${rule}`) }).toEqual({ code: 1, faults });
    const { runs } = JSON.parse(await readFile(join(repository.folder, "lint.sarif"), "utf8"));
    const rules = runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(rules).toEqual(faults.map((fault) => fault.split(" ")[1]));
  });
});
