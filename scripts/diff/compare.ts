import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type Change, type Severity, severities } from "./change.ts";
import { documentChanges } from "./document.ts";
import { packageChanges } from "./package.ts";
import { nextVersion, packageVersion, stepProblems } from "./version.ts";

export interface Comparison {
  versions: { base: string; now: string; next?: string };
  changes: Change[];
  /** The shipped files that differ in more than the version. */
  files: string[];
  /** The most severe of the changes, if anything changed. */
  severity: Severity | undefined;
  /** Reasons to fail if the base is the last release: file, line, and fix. */
  problems: string[];
}

/** Compares what two folders ship: the document, the package, the types, and the other files. */
export async function compare(base: string, now: string): Promise<Comparison> {
  const files = differentFiles(base, now);
  const changes = [...(await documentChanges(base, now)), ...packageChanges(base, now)];
  if (files.some((file) => file.endsWith(".ts"))) {
    const { typeChanges } = await import("./types.ts"); // only here, as the compiler is slow to load
    changes.push(...typeChanges(base, now));
  }
  const severity =
    severities.find((name) => changes.some((change) => change.severity === name)) ??
    (files.length > 0 ? "wording" : undefined);
  return {
    versions: { base: versionOf(base), now: versionOf(now), next: nextVersion(now) ?? versionOf(now) },
    changes,
    files,
    severity,
    problems: stepProblems(base, now, severity),
  };
}

const versionOf = (folder: string): string => packageVersion(folder).version ?? "no version";

function differentFiles(base: string, now: string): string[] {
  const [before, after] = [shippedFiles(base), shippedFiles(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort();
}

/** The text of each shipped file, without the version. The changelog says what changed, so it isn't compared. */
function shippedFiles(folder: string): Map<string, string> {
  const { files: patterns }: { files: string[] } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const isShipped = [/^src\//, /^generated\/.*\.ts$/, ...patterns.map(asRegExp)];
  const files = ["src", "generated", "spec"].flatMap((part) =>
    readdirSync(join(folder, part), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
      .filter((file) => isShipped.some((pattern) => pattern.test(file))),
  );
  return new Map(files.map((file) => [file, withoutVersion(file, readFileSync(join(folder, file), "utf8"))]));
}

/** A pattern of `files` in package.json: a file, a folder, or the files of one kind in a folder. */
const asRegExp = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll(/[.\\+?^$()|[\]{}]/g, "\\$&").replaceAll("*", "[^/]*")}(/|$)`);

const withoutVersion = (file: string, text: string): string =>
  file.includes("/openapi") ? text.replace(/^\s+"?version"?: .*$/m, "") : text;
