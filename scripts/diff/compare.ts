import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Change, type Severity, severities } from "./change.ts";
import { documentChanges } from "./document.ts";
import { stated, stepProblems, versionProblems } from "./version.ts";

export interface Comparison {
  versions: { base: string | undefined; now: string | undefined };
  changes: Change[];
  /** The shipped files that differ in more than the version. */
  files: string[];
  /** The most severe of the changes, if anything changed. */
  severity: Severity | undefined;
  /** What keeps the gate shut: file, line and mend. */
  problems: string[];
}

/** Compares what two folders ship: the document, the types and the rest. */
export async function compare(base: string, now: string): Promise<Comparison> {
  const files = differing(base, now);
  const programs = files.some((file) => file.endsWith(".ts"))
    ? (await import("./types.ts")).typeChanges(base, now)
    : []; // the compiler is slow to load
  const changes = [...(await documentChanges(base, now)), ...programs];
  const severity =
    severities.find((name) => changes.some((change) => change.severity === name)) ??
    (files.length > 0 ? "wording" : undefined);
  return {
    versions: { base: stated(base, "package").version, now: stated(now, "package").version },
    changes,
    files,
    severity,
    problems: [...versionProblems(now), ...stepProblems(base, now, severity)],
  };
}

function differing(base: string, now: string): string[] {
  const [before, after] = [shipped(base), shipped(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort();
}

function shipped(folder: string): Map<string, string> {
  const inside = ["src", "generated", "spec/conflicts"].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name))),
  );
  return new Map(inside.map((file) => [file, withoutVersion(file, readFileSync(join(folder, file), "utf8"))]));
}

const withoutVersion = (file: string, text: string): string =>
  file.includes("/openapi") ? text.replace(/^\s+"?version"?: .*$/m, "") : text;
