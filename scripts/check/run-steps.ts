import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** A step of the gate: an npm script, and what it is given. */
export interface Step {
  script: string;
  words: string[];
}

export interface Result {
  step: Step;
  passed: boolean;
  seconds: number;
  output: string;
}

/** Runs the steps side by side, at most one a core, and tells of each as it ends. Those that take longest come first. */
export async function runAll(
  steps: Step[],
  tell: (result: Result) => void,
  atOnce = availableParallelism(),
): Promise<Result[]> {
  const waiting = [...steps.entries()];
  const results: Result[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [i, step] = next;
      tell((results[i] = await run(step)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

function run(step: Step): Promise<Result> {
  const start = performance.now();
  const child = spawn("npm", ["run", "--silent", step.script, "--", ...step.words], {
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) =>
      done({ step, passed: code === 0, seconds: (performance.now() - start) / 1000, output }),
    );
  });
}
