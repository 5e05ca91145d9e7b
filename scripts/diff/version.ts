import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import semver from "semver";
import type { Severity } from "./change.ts";
import { readPending } from "./changesets.ts";
import { stepFor } from "./steps.ts";

/** A version, and the place that states it. */
interface Stated {
  version: string | undefined;
  /** File and line. */
  where: string;
}

type Place = readonly [file: string, pattern: RegExp];

const inManifest: Place = ["package.json", /^ {2}"version": "(.*)"/];
// "## 0.1.0", "## [0.1.0] - 2026-01-01"; not a section of what isn't released yet.
const inChangelog: Place = ["CHANGELOG.md", /^## (?!\[?Unreleased\b)\[?([^\]\s]+)/i];

/** Where `version:check -- --fix` writes the version, and how the place is called. */
const written: Place[] = [
  ["package-lock.json", /^ {2}"version": "(.*)"/],
  ["package-lock.json", /^ {6}"version": "(.*)"/], // of the package itself, the first in the list of packages
  ["spec/openapi.yaml", /^ {2}version: (\S+)/],
];

const generated = ["openapi", "openapi-3.1"].flatMap((name): Place[] => [
  [`generated/${name}.json`, /^ {4}"version": "(.*)"/],
  [`generated/${name}.yaml`, /^ {2}version: (\S+)/],
]);

function statedAt(folder: string, [file, pattern]: Place): Stated {
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  const index = lines.findIndex((line) => pattern.test(line));
  return { version: pattern.exec(lines[index] ?? "")?.[1], where: `${file}:${Math.max(index, 0) + 1}` };
}

/** The version of the package in a folder. */
export const packageVersion = (folder: string): Stated => statedAt(folder, inManifest);

/** The version that the next release has. It's the one of the package if nothing is pending. */
export function nextVersion(folder: string): string | undefined {
  const { version = "" } = packageVersion(folder);
  const { step } = readPending(folder);
  return (step ? semver.inc(version, step.step) : semver.valid(version)) ?? undefined;
}

/** Writes the version of package.json into the other files that people write. */
export function writeVersion(folder: string): void {
  const { version } = packageVersion(folder);
  for (const [file, pattern] of written) {
    const text = readFileSync(join(folder, file), "utf8");
    const anyLine = new RegExp(pattern.source, "m");
    writeFileSync(
      join(folder, file),
      text.replace(anyLine, (line, old: string) => line.replace(old, () => version ?? old)),
    );
  }
}

/** Why the places in a folder don't state one version, why a changeset can't be released, or why the tag doesn't name the version. */
export function versionProblems(folder: string, tag?: string): string[] {
  const { version, where } = packageVersion(folder);
  if (!semver.valid(version)) return [`${where}: the package has no version. Write "version": "1.2.3".`];
  const differing = (places: Place[], fix: string) =>
    places
      .filter(([file]) => existsSync(join(folder, file)))
      .map((place) => statedAt(folder, place))
      .filter((stated) => stated.version !== version)
      .map((stated) => `${stated.where}: the version is ${stated.version}, not ${version}. ${fix}`);
  const changelog = statedAt(folder, inChangelog);
  return [
    ...differing(written, `Write version ${version}, or run "npm run version:check -- --fix".`),
    ...differing(generated, 'Run "npm run generate".'),
    ...(changelog.version === version
      ? []
      : [
          `${changelog.where}: the changelog begins with ${changelog.version ?? "no version"}. Write "## ${version}" above it, and what changed below that. "npm run release:prepare" does both from .changeset/.`,
        ]),
    ...(changelog.version !== version || hasEntry(folder, changelog)
      ? []
      : [`${changelog.where}: the changelog has no entry for ${version}. Write what changed, a line each: "- ...".`]),
    ...readPending(folder).problems,
    ...(tag === undefined || tag === `v${version}`
      ? []
      : [`${where}: the tag ${tag} doesn't name ${version}. Tag the commit v${version}, or release another version.`]),
  ];
}

/** Whether the changelog has an entry below the heading of the version. */
function hasEntry(folder: string, { where }: Stated): boolean {
  const below = readFileSync(join(folder, "CHANGELOG.md"), "utf8")
    .split("\n")
    .slice(Number(where.split(":")[1]));
  return /^- \S/m.test(below.join("\n").split(/^## /m)[0] ?? "");
}

const kinds = { breaking: "a breaking change", addition: "an addition", wording: "a change of wording" };
const howTo = 'Run "npx changeset", or write a file as this README shows.';

/** Why the next version doesn't carry the step that the most severe change since a release needs. */
export function stepProblems(release: string, now: string, severity: Severity | undefined): string[] {
  const { version, where } = packageVersion(now);
  const before = semver.parse(packageVersion(release).version)?.version;
  const next = nextVersion(now);
  if (before === undefined || version === undefined || next === undefined) return [];
  const step = severity && stepFor(severity, before);
  const least = (step && semver.inc(before, step)) ?? before;
  if (semver.gte(next, least)) return [];
  const reason = severity ? `${kinds[severity]} since ${before} needs a ${step} step` : `it was ${before} before`;
  if (version !== before)
    return [
      `${where}: the version is ${version}, but ${reason}. Write ${least} or later, and run "npm run version:check -- --fix".`,
    ];
  const pending = readPending(now).step;
  if (pending) return [`${pending.where}: the changeset takes a ${pending.step} step, but ${reason}. Write ${step}.`];
  return [`.changeset/README.md:1: ${reason}, and no changeset takes one. ${howTo}`];
}

/** Why readers of the changelog won't learn of a change since a revision. Words can change without an entry. */
export function entryProblems(base: string, now: string, severity: Severity | undefined): string[] {
  if (severity === undefined || severity === "wording") return [];
  if (packageVersion(base).version !== packageVersion(now).version) return [];
  if (!isDeepStrictEqual(readPending(base).texts, readPending(now).texts)) return [];
  return [`.changeset/README.md:1: no changeset describes ${kinds[severity]}. ${howTo}`];
}

/** Whether what is pending carries every step that changes can need. */
export function carriesLargestStep(folder: string): boolean {
  const { version = "" } = packageVersion(folder);
  const next = nextVersion(folder);
  const largest = semver.inc(version, stepFor("breaking", version));
  return next !== undefined && largest !== null && semver.gte(next, largest);
}
