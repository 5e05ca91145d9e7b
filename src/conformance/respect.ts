import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import nodeModule from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { packageRoot } from "./package-root.js";

/** What Respect found in a response: a success criterion, or one of its own checks against the OpenAPI document. */
export interface Check {
  name: string;
  passed: boolean;
  severity: "error" | "warn" | "off";
  condition?: string;
}

export interface ExecutedStep {
  type: "step";
  stepId: string;
  response: { statusCode: number; body?: unknown; headers: Record<string, string> };
  checks: Check[];
}

/** A workflow that Respect ran. A failure action runs one within it. */
export interface ExecutedWorkflow {
  type: "workflow";
  workflowId: string;
  executedSteps: (ExecutedStep | ExecutedWorkflow)[];
}

export interface RespectOptions {
  /** Redocly's command. */
  program: string;
  /** The file of the workflows, and the IDs of those to run. */
  file: string;
  workflows: readonly string[];
  /** Where the requests go. */
  serverUrl: string;
  inputs: Readonly<Record<string, string | number>>;
  /** A private folder for the results, which contain bodies. */
  folder: string;
  signal: AbortSignal;
}

/** Redocly's command as it is installed beside this package or in the current folder, wherever it comes first. */
export function findRespect(folders: readonly string[] = [packageRoot, process.cwd()]): string {
  for (const folder of folders) {
    try {
      const require = nodeModule.createRequire(pathToFileURL(join(folder, "package.json")));
      return join(dirname(require.resolve("@redocly/cli/package.json")), "bin/cli.js");
    } catch {
      // The next folder may have it.
    }
  }
  throw new Error("@redocly/cli isn't installed. Its Respect runs the stories: npm install --save-dev @redocly/cli@2");
}

/** Runs workflows of a file and returns what came of them. No result outlives the call. */
export async function runRespect(options: RespectOptions): Promise<ExecutedWorkflow[]> {
  const output = join(options.folder, "results.json");
  try {
    const message = await run(options, output);
    const results = await readFile(output, "utf8").catch(() => undefined);
    if (results === undefined) throw new Error(`Redocly Respect can't run ${options.file}:\n${message}`);
    const { files }: { files: Record<string, { executedWorkflows: ExecutedWorkflow[] }> } = JSON.parse(results);
    return Object.values(files).flatMap(({ executedWorkflows }) => executedWorkflows);
  } finally {
    await rm(output, { force: true });
  }
}

/** Resolves with what Respect printed of errors, when it has ended. */
function run({ program, file, workflows, serverUrl, inputs, folder, signal }: RespectOptions, output: string) {
  const args = [program, "respect", file, ...workflows.flatMap((id) => ["--workflow", id])];
  args.push("--server", `keysets=${serverUrl}`, "--json-output", output, "--max-fetch-timeout", "300000");
  // The private folder has no configuration, and no .env file, that Respect would take.
  const child = spawn(process.execPath, args, { cwd: folder, env: environment(inputs), signal, stdio: "pipe" });
  let message = "";
  child.stdout.resume();
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    message += chunk;
  });
  return new Promise<string>((resolve, reject) => {
    // After an abort, "close" follows, and only then has everything stopped.
    child.on("error", (error) => signal.aborted || reject(error));
    child.on("close", () => {
      if (signal.aborted) reject(signal.reason);
      else resolve(message.replace(/^ *[╔║╚].*$/gm, "").trim());
    });
  });
}

/** The environment for Respect: the inputs, which processes of other users can't see, and nothing that changes what it does. */
function environment(inputs: RespectOptions["inputs"]): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(REDOCLY_|TRUSTFRAMEWORK_KEYSETS_)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs),
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    NO_PROXY: "127.0.0.1",
    no_proxy: "127.0.0.1",
    NO_COLOR: "1",
  };
}
