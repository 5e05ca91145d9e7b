// One list of checks: workflows and .ci/run name steps of it, and together run all of it.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { gateTests } from "../../../scripts/check/gate-files.ts";
import { checkSteps } from "../../../scripts/check/steps.ts";
import { namesIn } from "../../../scripts/lib/run-cli.ts";
import { root } from "../gate/copy.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
const names = checkSteps({ base: "HEAD", withGateTests: true }).map(({ name }) => name);

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

test("pull requests and releases run the tests of the gate", () => {
  for (const file of ["pull-request.yml", "release.yml"])
    for (const command of commandsOf(file).filter((line) => line.startsWith("npm run check")))
      if (stepsIn([command]).includes("test")) expect(command).toContain(" --all");
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

test("without the tests of the gate, the tests of the contract, of the facts, and of the package still run", () => {
  const [{ args } = { args: [] }] = checkSteps({ base: "HEAD", withGateTests: false });
  expect(args).toEqual(gateTests.flatMap((pattern) => ["--exclude", pattern]));
  for (const pattern of gateTests) {
    const folder = pattern.replace(/\/\*.*$/, "");
    expect(folder).toMatch(/^tests\/scripts\b/);
    expect(readdirSync(join(root, folder)).some((name) => name.endsWith(".test.ts"))).toBe(true);
  }
});

test("no npm script has the name of an npm command, except those that npm runs as scripts", () => {
  const env = { ...process.env, COMP_CWORD: "1", COMP_LINE: "npm ", COMP_POINT: "4" };
  const commands = execFileSync("npm", ["completion", "--", "npm", ""], { env, encoding: "utf8" }).trim().split("\n");
  expect(commands).toContain("audit");
  const lifecycle = ["test", "start", "stop", "restart"];
  expect(Object.keys(scripts).filter((name) => commands.includes(name) && !lifecycle.includes(name))).toEqual([]);
});
