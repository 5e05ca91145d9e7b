import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** What came of a program. */
export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

export interface ProgramRunner extends AsyncDisposable {
  /** Runs a module of the folder, with arguments and an environment of its own. Its top level has to wait for all that it does. */
  run(file: string, args: string[], env: Record<string, string>): Promise<Ended>;
}

// Loads the program again for each message.
const source = `import { once } from "node:events";
import { format } from "node:util";
import { parentPort } from "node:worker_threads";
for (let run = 1; ; run++) {
  const [{ file, args, env }] = await once(parentPort, "message");
  const ended = { stdout: "", stderr: "" };
  console.log = (...words) => (ended.stdout += format(...words) + "\\n");
  console.error = (...words) => (ended.stderr += format(...words) + "\\n");
  process.argv = [process.argv[0], file, ...args];
  process.env = env;
  process.exitCode = 0;
  try {
    await import("./" + file + "?run=" + run);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  parentPort.postMessage({ code: process.exitCode, ...ended });
}`;

/** Runs programs in a folder, one after the other, in one worker: a start of Node.js takes longer than what they do. */
export async function programRunner(folder: string): Promise<ProgramRunner> {
  const runner = join(folder, "program-runner.mjs");
  await writeFile(runner, source);
  const worker = new Worker(runner);
  return {
    async run(file, args, env) {
      worker.postMessage({ file, args, env });
      const [ended] = await once(worker, "message");
      return ended;
    },
    [Symbol.asyncDispose]: async () => void (await worker.terminate()),
  };
}
