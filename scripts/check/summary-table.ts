import { existsSync } from "node:fs";
import type { Result, Step } from "./run-steps.ts";

/** The line to type for a step alone. */
export const command = ({ script, words }: Step): string =>
  ["npm run", script, ...(words.length > 0 ? ["--", ...words] : [])].join(" ");

/** The first place in the project that an output names, in the forms of our scripts, Vitest and the compiler. */
export const placeIn = (output: string): string | undefined =>
  [...output.matchAll(/([\w.-]+(?:\/[\w.-]+)*\.[a-z]+)(?::\d+(?::\d+)?|\(\d+,\d+\))/g)].find(
    ([, file]) => !file!.startsWith("node_modules/") && existsSync(file!),
  )?.[0];

/** What each step came to, a line each. */
export function table(results: Result[]): string {
  const rows = results.map(({ step, passed, seconds, output }) => [
    step.script,
    passed ? "passed" : "FAILED",
    `${seconds.toFixed(1)} s`,
    passed ? "" : `${placeIn(output) ?? "see above"}; again: ${command(step)}`,
  ]);
  const cells = [["step", "result", "time", "where and mend"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]!.length)));
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join(" | ")
        .trimEnd(),
    )
    .join("\n");
}
