import { readFileSync } from "node:fs";
import { join } from "node:path";
import semver from "semver";
import type { Severity } from "./change.ts";

export type Step = "major" | "minor" | "patch";

/** A version, and the place that states it. */
interface Stated {
  version: string | undefined;
  /** File and line. */
  where: string;
}

const places = {
  package: ["package.json", /^ {2}"version": "(.*)"/],
  lockfile: ["package-lock.json", /^ {2}"version": "(.*)"/],
  document: ["spec/openapi.yaml", /^ {2}version: (\S+)/],
  // "## 0.1.0", "## [0.1.0] - 2026-01-01"; not the section of what isn't released yet.
  changelog: ["CHANGELOG.md", /^## (?!Unreleased$)\[?([^\]\s]+)/],
} as const;

/** The version that a place in a folder states. */
export function stated(folder: string, place: keyof typeof places): Stated {
  const [file, pattern] = places[place];
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  const index = lines.findIndex((line) => pattern.test(line));
  return { version: pattern.exec(lines[index] ?? "")?.[1], where: `${file}:${Math.max(index, 0) + 1}` };
}

/** Why the places in a folder don't state one version or, if there is a tag, why the tag doesn't name it. */
export function versionProblems(folder: string, tag?: string): string[] {
  const { version, where } = stated(folder, "package");
  if (!semver.valid(version)) return [`${where}: the package has no version. Write "version": "1.2.3".`];
  const [lockfile, document, changelog] = (["lockfile", "document", "changelog"] as const).map((place) =>
    stated(folder, place),
  ) as [Stated, Stated, Stated];
  const problems = [];
  if (lockfile.version !== version)
    problems.push(`${lockfile.where}: the version is ${lockfile.version}, not ${version}. Run "npm install".`);
  if (document.version !== version)
    problems.push(
      `${document.where}: info.version is ${document.version}, not ${version}. Write version: ${version}, and run "npm run generate".`,
    );
  if (changelog.version !== version)
    problems.push(
      `${changelog.where}: the changelog begins with ${changelog.version ?? "no version"}. Write "## ${version}" above it, and what changed below that.`,
    );
  else if (!hasEntry(folder, changelog))
    problems.push(
      `${changelog.where}: the changelog has no entry for ${version}. Write what changed, a line each: "- ...".`,
    );
  if (tag !== undefined && tag !== `v${version}`)
    problems.push(
      `${where}: the tag ${tag} doesn't name ${version}. Tag the commit v${version}, or release another version.`,
    );
  return problems;
}

/** Whether the changelog has an entry below the heading of the version. */
function hasEntry(folder: string, { where }: Stated): boolean {
  const below = readFileSync(join(folder, "CHANGELOG.md"), "utf8")
    .split("\n")
    .slice(Number(where.split(":")[1]));
  return /^- \S/m.test(below.join("\n").split(/^## /m)[0] ?? "");
}

const stepsFromOneOn = { breaking: "major", addition: "minor", wording: "patch" } as const;

/** The version step that a change needs, as in the table in CONTRIBUTING.md. */
export function stepFor(severity: Severity, version: string): Step {
  if (semver.valid(version) && semver.major(version) > 0) return stepsFromOneOn[severity];
  return severity === "breaking" ? "minor" : "patch";
}

const kinds = { breaking: "a breaking change", addition: "an addition", wording: "a change of wording" };

/** Why the version doesn't carry the step that the most severe change needs. */
export function stepProblems(base: string, now: string, severity: Severity | undefined): string[] {
  const { version, where } = stated(now, "package");
  const before = semver.parse(stated(base, "package").version)?.version;
  if (before === undefined || version === undefined || !semver.valid(version)) return [];
  const step = severity && stepFor(severity, before);
  const least = (step && semver.inc(before, step)) ?? before;
  if (semver.gte(version, least)) return [];
  const reason = severity ? `${kinds[severity]} since ${before} needs a ${step} step` : `it was ${before} before`;
  return [
    `${where}: the version is ${version}, but ${reason}. Write ${least} or later here and in spec/openapi.yaml, add a section "## ${least}" to CHANGELOG.md, and run "npm install".`,
  ];
}
