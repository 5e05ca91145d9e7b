import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, resolve } from "node:path";
import type { Step } from "./steps.ts";

export interface Result {
  step: Step;
  hasPassed: boolean;
  seconds: number;
  output: string;
}

interface Settings {
  /** Called as each step ends. */
  onEnd: (result: Result) => void;
  /** Called with what a step prints, as it prints it. */
  onOutput?: (text: string) => void;
  /** How many steps run at once; by default one a core. */
  atOnce?: number;
}

/** Runs steps side by side, and prints how far they are, and the output of those that failed. Returns their results in their order. */
export async function runAll(steps: Step[]): Promise<Result[]> {
  let ended = 0;
  const onEnd = ({ step, hasPassed, seconds }: Result) => {
    ended += 1;
    console.log(
      `  ${ended} of ${steps.length}: ${step.name} ${hasPassed ? "passed" : "failed"} after ${seconds.toFixed(1)} s`,
    );
  };
  // The output of a single step is printed as it comes, and that of several only if they fail, one after the other.
  if (steps.length === 1) return runSteps(steps, { onEnd, onOutput: (text) => process.stdout.write(text) });
  const results = await runSteps(steps, { onEnd });
  for (const { step, hasPassed, output } of results)
    if (!hasPassed) console.log(`\n--- ${step.name}\n${output.trim()}`);
  return results;
}

/** Runs steps side by side. Returns their results in the order of the steps. */
export async function runSteps(
  steps: Step[],
  { onEnd, onOutput, atOnce = availableParallelism() }: Settings,
): Promise<Result[]> {
  const waiting = steps.entries();
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    for (const [i, step] of waiting) {
      const result = await runStep(step, onOutput);
      results[i] = result;
      onEnd(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

function runStep(step: Step, onOutput: (text: string) => void = () => {}): Promise<Result> {
  const start = performance.now();
  const PATH = [resolve("node_modules/.bin"), process.env.PATH].join(delimiter);
  const child = spawn("sh", ["-c", `${scriptOf(step.name)} "$@"`, "sh", ...step.args], {
    env: { ...process.env, PATH, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      onOutput(text);
    });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) =>
      done({ step, hasPassed: code === 0, seconds: (performance.now() - start) / 1000, output }),
    );
  });
}

/** What `npm run` runs for a step, as npm takes half a second for each. A script that others come before is left to npm. */
function scriptOf(name: string): string {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync("package.json", "utf8"));
  const script = scripts[name];
  return script === undefined || `pre${name}` in scripts ? `npm run --silent ${name} --` : script;
}
