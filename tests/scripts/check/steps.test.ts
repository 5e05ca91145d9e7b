// One list of checks: workflows and .ci/run name steps of it, and together run all of it.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describe, expect, test } from "vitest";
import { createVitest } from "vitest/node";
import { parse } from "yaml";
import { checkSteps } from "../../../scripts/check/steps.ts";
import { namesIn } from "../../../scripts/lib/run-cli.ts";
import { root } from "../gate/copy.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
const names = checkSteps({ base: "HEAD" }).map(({ name }) => name);

/** The shell commands of a workflow. */
function commandsOf(file: string): string[] {
  const { jobs }: { jobs: Record<string, { steps?: { run?: string }[] }> } = parse(read(`.github/workflows/${file}`));
  const runs = Object.values(jobs).flatMap(({ steps = [] }) => steps.map(({ run }) => run ?? ""));
  return linesOf(runs.join("\n"));
}

const linesOf = (shell: string): string[] => shell.split("\n").map((line) => line.replace(/(^| )#.*/, "").trim());

/** The npm scripts that shell commands run, except `check`. */
const scriptsIn = (commands: string[]): string[] =>
  commands.flatMap((command) => {
    const [, name] = /^npm (?:run )?([\w:-]+)/.exec(command) ?? [];
    return name === "cit" ? ["test"] : [name ?? ""].filter((script) => script in scripts && script !== "check");
  });

/** The steps that shell commands run with `npm run check`. */
const stepsIn = (commands: string[]): string[] =>
  commands
    .filter((command) => command.startsWith("npm run check"))
    .flatMap((command) => {
      const { values } = parseArgs({
        args: command.split(" ").slice(4),
        options: {
          only: { type: "string", multiple: true },
          skip: { type: "string", multiple: true },
          base: { type: "string" },
          tag: { type: "string" },
          all: { type: "boolean" },
          github: { type: "boolean" },
        },
      });
      const [only, skip] = [namesIn(values.only), namesIn(values.skip)];
      for (const name of [...only, ...skip]) expect(names).toContain(name);
      return names.filter((name) => (only.length === 0 || only.includes(name)) && !skip.includes(name));
    });

test("each step is an npm script", () => {
  expect(names.filter((name) => !(name in scripts))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test("the jobs of a pull request run every step once, and no check outside of the list", () => {
  const commands = commandsOf("pull-request.yml");
  expect(stepsIn(commands).sort()).toEqual([...names].sort());
  expect(scriptsIn(commands)).toEqual([]);
});

test("a release runs every step, and no check outside of the list", () => {
  const commands = commandsOf("release.yml");
  expect(stepsIn(commands)).toEqual(names);
  expect(scriptsIn(commands)).toEqual(["collections:make"]); // makes what is published
});

test("a release and .ci/run test the gate even if it didn't change, and a pull request compares it with its base", () => {
  const gateTest = (commands: string[]) =>
    commands.filter((command) => command.startsWith("npm run check") && stepsIn([command]).includes("gate:test"));
  expect(gateTest(commandsOf("release.yml"))).toEqual([expect.stringContaining(" --all ")]);
  expect(gateTest(linesOf(read(".ci/run")))).toEqual([expect.stringMatching(/ --all$/)]);
  expect(gateTest(commandsOf("pull-request.yml"))).toEqual([expect.stringContaining(' --base "$BASE"')]);
});

test(".ci/run runs every step once, the tests as the README does", () => {
  const commands = linesOf(read(".ci/run"));
  expect([...scriptsIn(commands), ...stepsIn(commands)].sort()).toEqual([...names].sort());
});

test("the weekly workflow runs npm scripts that exist", () => {
  const commands = commandsOf("weekly.yml").filter((command) => command.startsWith("npm run"));
  expect(commands.length).toBeGreaterThan(0);
  expect(scriptsIn(commands)).toHaveLength(commands.length);
});

describe("each test file", async () => {
  const vitest = await createVitest("test", { root, watch: false });
  const files = await vitest.globTestSpecifications();
  await vitest.close();
  const projectsOf = (file: string) =>
    files.filter(({ moduleId }) => moduleId === join(root, file)).map(({ project }) => project.name);

  test("belongs to one project, which an npm script runs", () => {
    const found = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".test.ts") && !name.includes("node_modules"))
      .map((name) => `tests/${name}`);
    expect(found.filter((file) => projectsOf(file).length !== 1)).toEqual([]);
    expect(scripts).toMatchObject({ test: "vitest run --project package", "gate:test": "vitest run --project gate" });
  });

  test.each([
    ["package", "tests/contract/schemas.test.ts"],
    ["package", "tests/src/transport/retry.test.ts"],
    ["package", "tests/scripts/facts/check/elements.test.ts"],
    ["package", "tests/scripts/generate/conflicts.test.ts"],
    ["package", "tests/scripts/importers.test.ts"],
    ["gate", "tests/scripts/lint/code.test.ts"],
    ["gate", "tests/scripts/diff/changes.test.ts"],
    ["gate", "tests/scripts/programs.test.ts"],
  ])("of %s: %s", (project, file) => expect(projectsOf(file)).toEqual([project]));
});

test("no npm script has the name of an npm command, except those that npm runs as scripts", () => {
  const env = { ...process.env, COMP_CWORD: "1", COMP_LINE: "npm ", COMP_POINT: "4" };
  const commands = execFileSync("npm", ["completion", "--", "npm", ""], { env, encoding: "utf8" }).trim().split("\n");
  expect(commands).toContain("audit");
  const lifecycle = ["test", "start", "stop", "restart"];
  expect(Object.keys(scripts).filter((name) => commands.includes(name) && !lifecycle.includes(name))).toEqual([]);
});
