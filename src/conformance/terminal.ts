import { createInterface } from "node:readline/promises";

/** Asks the user a question. */
type Ask = (question: string) => Promise<string>;

/** Where the command runs. Tests have their own. */
export interface Terminal {
  env: NodeJS.ProcessEnv;
  /** Prints results. */
  print(text: string): void;
  /** Prints a line of progress, or a problem. */
  say(line: string): void;
  /** Asks the user, or is undefined where there is none. */
  ask: Ask | undefined;
  /** Calls the listener for each signal that asks to stop, until the returned function is called. */
  onInterruption(listener: (signal: "SIGINT" | "SIGTERM") => void): () => void;
  /** Ends the program at once. */
  exit(code: number): void;
}

export const processTerminal: Terminal = {
  env: process.env,
  print: (text) => void process.stdout.write(text),
  say: (line) => void process.stderr.write(`${line}\n`),
  ask: askOn(process.stdin, process.stderr),
  onInterruption(listener) {
    const onInt = () => listener("SIGINT");
    const onTerm = () => listener("SIGTERM");
    process.on("SIGINT", onInt).on("SIGTERM", onTerm);
    return () => void process.off("SIGINT", onInt).off("SIGTERM", onTerm);
  },
  exit: (code) => process.exit(code),
};

/** How to ask on these streams, or undefined if nobody is there. */
export function askOn(
  input: NodeJS.ReadableStream & { isTTY?: boolean },
  output: NodeJS.WritableStream,
): Ask | undefined {
  if (!input.isTTY) return undefined;
  return async (question) => {
    const terminal = createInterface({ input, output });
    const answer = await terminal.question(question);
    terminal.close();
    return answer;
  };
}
