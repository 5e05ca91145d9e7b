import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { reviver } from "@actions/expressions/data/reviver";
import { parse } from "yaml";
import { root } from "../../scripts/lib/root.ts";
import { must } from "./must.ts";

interface Step {
  if?: string;
  uses?: string;
  with?: Record<string, unknown>;
  run?: string;
  env?: Record<string, string>;
}

interface Job {
  if?: string;
  needs?: string | string[];
  uses?: string;
  env?: Record<string, string>;
  environment?: unknown;
  permissions?: Record<string, string>;
  steps?: Step[];
}

interface Workflow {
  on: Record<string, unknown>;
  env?: Record<string, string>;
  jobs: Record<string, Job>;
}

/** What GitHub knows when it runs a workflow. */
interface Contexts {
  vars?: Record<string, string>;
  github?: Record<string, unknown>;
}

export interface RunOptions extends Contexts {
  /** The folder in which the steps run. */
  folder: string;
  /** What stands in for each command: a Bash script, which has run after the call was recorded. */
  standIns: Record<string, string>;
  /** Further variables of the environment, such as those that GitHub sets. */
  env?: Record<string, string>;
}

export interface JobRun {
  /** The name and the arguments of each call of a stand-in, in order. */
  calls: string[][];
  /** The inputs of each action that the job uses. */
  actions: { uses: string; with: Record<string, string> }[];
}

/** A workflow of this repository. */
export const workflowAt = (name: string): Workflow =>
  parse(readFileSync(join(root, ".github/workflows", name), "utf8"));

/** The job of a workflow. */
export const jobIn = (workflow: string, name: string): Job =>
  must(workflowAt(workflow).jobs[name], `a job ${name} in ${workflow}`);

/** Runs the shell steps of a job as GitHub does, with stand-ins for commands that reach other machines. */
export async function runJob(file: string, name: string, options: RunOptions): Promise<JobRun> {
  const workflow = workflowAt(file);
  const job = jobIn(file, name);
  const run: JobRun = { calls: [], actions: [] };
  if (!isTrue(job.if, options)) return run;
  const machine = mkdtempSync(join(tmpdir(), "job-"));
  try {
    const env = { ...environment(machine, options), ...texts({ ...workflow.env, ...job.env }, options) };
    for (const step of job.steps ?? []) {
      if (!isTrue(step.if, options)) continue;
      if (step.uses) run.actions.push({ uses: step.uses, with: texts(step.with ?? {}, options) });
      if (step.run) await runScript(machine, step.run, { ...env, ...texts(step.env ?? {}, options) }, options.folder);
    }
    const log = join(machine, "calls");
    const recorded = existsSync(log) ? readFileSync(log, "utf8").split("\x1e").slice(0, -1) : [];
    return { ...run, calls: recorded.map((call) => call.split("\x1f").slice(0, -1)) };
  } finally {
    rmSync(machine, { recursive: true });
  }
}

async function runScript(machine: string, script: string, env: Record<string, string>, cwd: string): Promise<void> {
  const file = join(machine, "step.sh");
  writeFileSync(file, script);
  await promisify(execFile)("bash", ["-e", file], { cwd, env }); // as a runner starts a step that names no shell
}

/** The environment of a step. Of the machine's own commands it has all, of its variables only PATH and HOME. */
function environment(machine: string, { standIns, env }: RunOptions): Record<string, string> {
  const bin = join(machine, "bin");
  const temporary = join(machine, "temp");
  for (const folder of [bin, temporary]) mkdirSync(folder);
  for (const [name, script] of Object.entries(standIns)) {
    const path = join(bin, name);
    const record = `{ printf '%s\\x1f' ${name} "$@"; printf '\\x1e'; } >> ${join(machine, "calls")}`;
    writeFileSync(path, `#!/usr/bin/env bash\nset -e\n${record}\n${script}\n`);
    chmodSync(path, 0o755);
  }
  const PATH = [bin, process.env.PATH].join(delimiter);
  return { PATH, HOME: machine, RUNNER_TEMP: temporary, ...env };
}

const texts = (values: Record<string, unknown>, contexts: Contexts): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, interpolated(String(value), contexts)]));

const interpolated = (text: string, contexts: Contexts): string =>
  text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => evaluate(expression, contexts).coerceString());

/** Whether a condition holds. Without one, it does. */
function isTrue(condition: string | undefined, contexts: Contexts): boolean {
  if (condition === undefined) return true;
  return evaluate(condition.replace(/^\$\{\{(.*)\}\}$/s, "$1"), contexts).coerceString() === "true";
}

function evaluate(expression: string, { vars = {}, github = {} }: Contexts): data.ExpressionData {
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, ["vars", "github"], []).parse();
  const contexts = JSON.parse(JSON.stringify({ vars, github }), reviver);
  return new Evaluator(parsed, contexts).evaluate();
}
