import { existsSync } from "node:fs";
import { formatTable } from "../lib/table.ts";
import type { Result } from "./run-steps.ts";
import { commandOf } from "./steps.ts";

/** The result of each step as a Markdown table: for one that failed, the first place to fix and the command to repeat. */
export const summary = (results: Result[]): string =>
  formatTable(
    ["step", "result", "seconds", "fix", "run again"],
    results.map((result) => [
      result.step.name,
      result.hasPassed ? "passed" : "FAILED",
      Math.round(result.seconds * 10) / 10,
      ...(result.hasPassed ? ["", ""] : [placeToFix(result) ?? "see above", commandOf(result.step)]),
    ]),
  );

// As our scripts, Vitest, and GitHub annotations (file:line:column), and as the compiler (file(line,column)) write places.
const places = /(?<file>[\w.-]+(?:\/[\w.-]+)*\.[a-z]+)(?::\d+(?::\d+)?|\(\d+,\d+\)|,line=\d+)/g;

/** The first place in the repository that a step's output names as one to fix. */
export function placeToFix({ step: { fixesBelow = "" }, output }: Pick<Result, "step" | "output">): string | undefined {
  const fixes = output.slice(Math.max(output.indexOf(fixesBelow), 0));
  const found = [...fixes.matchAll(places)].find(
    ({ groups: { file = "" } = {} }) => !file.startsWith("node_modules/") && existsSync(file),
  );
  return found?.[0].replace(",line=", ":");
}
