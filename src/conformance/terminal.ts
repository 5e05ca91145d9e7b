import { createInterface } from "node:readline/promises";

/** Where the command runs. Tests have their own. */
export interface Terminal {
  env: NodeJS.ProcessEnv;
  /** Prints results. */
  print(text: string): void;
  /** Prints a line of progress, or a problem. */
  say(line: string): void;
  /** Asks the user, or is undefined where there is none. */
  ask: ((question: string) => Promise<string>) | undefined;
  /** Calls the listener for each signal that asks to stop, until the returned function is called. */
  onInterruption(listener: (signal: "SIGINT" | "SIGTERM") => void): () => void;
  /** Ends the program at once. */
  exit(code: number): void;
}

export const processTerminal: Terminal = {
  env: process.env,
  print: (text) => void process.stdout.write(text),
  say: (line) => void process.stderr.write(`${line}\n`),
  ask: process.stdin.isTTY ? askOnTerminal : undefined,
  onInterruption(listener) {
    const stop = (signal: NodeJS.Signals) => listener(signal === "SIGTERM" ? "SIGTERM" : "SIGINT");
    process.on("SIGINT", stop).on("SIGTERM", stop);
    return () => void process.off("SIGINT", stop).off("SIGTERM", stop);
  },
  exit: (code) => process.exit(code),
};

async function askOnTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
}
