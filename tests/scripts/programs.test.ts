// The commands in scripts/: their flags, and their exit codes.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { git, newFolder, program, programWith, root } from "./gate/copy.ts";

const commands = [
  ...readdirSync(join(root, "scripts"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `scripts/${name}`),
  "site/build.ts",
];

interface Run {
  command: string;
  arg: string;
  code: number;
  output: string[];
}

/** What commands print with an argument, and their exit codes. One process runs all, as a new one for each takes long. */
async function runAll(starts: [command: string, arg: string][]): Promise<Run[]> {
  const all = starts.map(([command, arg]) => [command, arg, pathToFileURL(join(root, command)).href]);
  const file = join(newFolder(), "program.mjs");
  writeFileSync(
    file,
    `import { fileURLToPath } from "node:url";
    const runs = [];
    for (const [command, arg, url] of ${JSON.stringify(all)}) {
      const output = [];
      console.log = console.error = (text) => output.push(text);
      process.argv = [process.execPath, fileURLToPath(url), arg];
      process.exitCode = undefined;
      await import(url + "?" + arg);
      runs.push({ command, arg, code: process.exitCode, output });
    }
    process.exitCode = 0;
    process.stdout.write(JSON.stringify(runs));`,
  );
  const tsx = ["--import", import.meta.resolve("tsx")];
  const { stdout } = await promisify(execFile)(process.execPath, [...tsx, file], { cwd: root });
  return JSON.parse(stdout);
}

const runs = await runAll([
  ...commands.flatMap((command) => ["--help", "--no-such-flag"].map((arg): [string, string] => [command, arg])),
  ["scripts/check.ts", "--only=lint,tests"],
  ["scripts/check.ts", "--skip=audit"],
]);
const runOf = (name: string, arg: string) => runs.find((run) => run.command === name && run.arg === arg);

describe.each(commands)("%s", (command) => {
  const runWith = (arg: string) => runOf(command, arg);

  test("prints its usage with --help, for the npm script that runs it", () => {
    const { code, output: [usage = ""] = [] } = runWith("--help") ?? {};
    const [, script = ""] = /^Usage: npm run ([\w:]+)/.exec(usage) ?? [];
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    expect(scripts[script]).toContain(command);
    expect(code).toBe(0);
  });

  test("fails with 2 and one line if a flag is unknown", () => {
    expect(runWith("--no-such-flag")).toMatchObject({
      code: 2,
      output: ["Unknown option '--no-such-flag'. Run the command with --help to see its flags."],
    });
  });
});

test("check runs all steps except those of the same gate, and prints the place of each failure, without colors", async () => {
  const folder = newFolder();
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const passing = Object.fromEntries(Object.keys(scripts).map((name) => [name, "exit 0"]));
  const failing = { "facts:check": 'echo "package.json:$NO_COLOR: odd"; exit 1', lint: "exit 1" };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts: { ...passing, ...failing } }));
  git(folder, "init");
  git(folder, "add", ".");
  git(folder, "commit", "--message", "One");
  const { code, stdout } = await program(folder, "check", "--base", "HEAD", "--skip", "test,mutation:test");
  expect(stdout).toContain("check: 7 steps, without gate:test, as the gate is the same as in HEAD (--all runs it)");
  const rows = stdout
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((row) => row.split("|").map((cell) => cell.trim()));
  expect(rows.filter(([, , result]) => result === "FAILED").map(([, step, , , ...cells]) => [step, ...cells])).toEqual([
    ["lint", "see above", "npm run lint", ""],
    ["facts:check", "package.json:1", "npm run facts:check", ""],
  ]);
  expect(stdout).toContain("package.json:1: odd");
  expect(rows.filter(([, , result]) => result === "passed")).toHaveLength(5);
  expect(code).toBe(1);
});

test("check runs the tests of the gate with --all, and adds the table and the diff's report to the summary of a GitHub job", async () => {
  const folder = newFolder();
  const summaryFile = join(folder, "summary.md");
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({
      scripts: { "contract:diff": "echo '# Changes'", lint: "echo $0 $*; exit 1", "gate:test": "exit 0" },
    }),
  );
  const args = ["--base", "HEAD", "--only", "lint,contract:diff,gate:test", "--all", "--github"];
  const { stdout } = await programWith({ GITHUB_STEP_SUMMARY: summaryFile }, folder, ["check", ...args]);
  expect(stdout).toMatch(/^check: 3 steps\n/);
  expect(stdout).toContain("--format github --sarif lint.sarif");
  expect(readFileSync(summaryFile, "utf8")).toMatch(
    /^\| step .*\n.*\n\| gate:test .*\n\| lint {10}\| FAILED[\s\S]*\n\n# Changes /,
  );
});

test.each([
  ["--only=lint,tests", /^Unknown --only "tests"\. Expected one of: test, gate:test, mutation:test, /],
  ["--skip=audit", /^Unknown --skip "audit"\. Expected one of: /],
])("check %s fails with 2 and names the steps", (arg, message) => {
  expect(runOf("scripts/check.ts", arg)).toMatchObject({ code: 2, output: [expect.stringMatching(message)] });
});
