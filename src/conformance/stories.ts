import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { shownArgument } from "./options.js";
import { packageRoot } from "./package-root.js";

/** How sure the contract is of a claim. */
type Sureness = "documented" | "observed" | "assumed";

/** What a step is for. A step without a purpose tests the claim. */
type Purpose = "set-up" | "clean-up";

/** What a workflow needs besides a token that allows everything. */
export type Need = "faults" | "readToken" | "tokenWithoutPermission";

/** A fault that the service has to produce for a workflow, in the form that the emulator takes. */
export interface Fault {
  operation: string;
  status: number;
  code: string;
  retryAfter?: number;
  times: number;
}

/** Where a claim comes from: a conflict, a documentation page, an error code, or an entry of sources.yaml, by its name. */
export type Source = { conflict: string } | { page: string } | { code: string } | { source: string };

export interface Criterion {
  condition: string;
  context?: string;
  type?: "simple" | "regex" | "jsonpath";
}

export interface Step {
  stepId: string;
  description: string;
  operationId: string;
  "x-purpose"?: Purpose;
  successCriteria: Criterion[];
}

/** A step as it is in its file. */
export type WorkflowStep = Omit<Step, "successCriteria"> & { successCriteria?: Criterion[] };

/** A workflow as it is in its file. Only what this code reads is typed. */
export interface Workflow {
  workflowId: string;
  summary: string;
  "x-source": Source[];
  "x-sureness": Sureness;
  "x-behavior"?: string;
  "x-needs"?: Need[];
  "x-faults"?: Fault[];
  steps: WorkflowStep[];
}

/** A claim about the service, and the workflow that tests it. */
export interface Story {
  id: string;
  claim: string;
  sureness: Sureness;
  sources: Source[];
  needs: Need[];
  faults: Fault[];
  steps: Step[];
}

/** The stories of one file. */
export interface StoryFile {
  path: string;
  title: string;
  stories: Story[];
}

/** The folder of the workflows. */
const behaviorsFolder = join(packageRoot, "spec/behaviors");

const loaded = new Map<string, Promise<StoryFile[]>>();

/** The stories of all files, in the order of their names. A folder is read once. */
export function loadStories(folder: string = behaviorsFolder): Promise<StoryFile[]> {
  const known = loaded.get(folder) ?? readStories(folder);
  loaded.set(folder, known);
  return known;
}

async function readStories(folder: string): Promise<StoryFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".arazzo.yaml")).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { info, workflows }: { info: { title: string }; workflows: Workflow[] } = parse(
        await readFile(path, "utf8"),
      );
      return { path, title: info.title, stories: workflows.map(storyOf) };
    }),
  );
}

const storyOf = (workflow: Workflow): Story => ({
  id: workflow.workflowId,
  claim: workflow.summary,
  sureness: workflow["x-sureness"],
  sources: workflow["x-source"],
  needs: workflow["x-needs"] ?? [],
  faults: workflow["x-faults"] ?? [],
  steps: workflow.steps.map((step) => ({ ...step, successCriteria: step.successCriteria ?? [] })),
});

/** The files with those stories alone that are asked for, or with all of them if none is. */
export function selectStories(files: StoryFile[], ids: readonly string[]): StoryFile[] {
  const known = new Set(files.flatMap(({ stories }) => stories.map(({ id }) => id)));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown !== undefined) throw new Error(`Unknown story ${shownArgument(unknown)}. \`--list\` prints the stories.`);
  if (ids.length === 0) return files;
  return files
    .map((file) => ({ ...file, stories: file.stories.filter(({ id }) => ids.includes(id)) }))
    .filter(({ stories }) => stories.length > 0);
}
