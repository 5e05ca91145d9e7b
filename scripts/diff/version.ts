import { readFileSync } from "node:fs";
import { join } from "node:path";
import semver from "semver";
import type { Severity } from "./change.ts";

export type Step = "major" | "minor" | "patch";

/** Where a folder states its version: each place with its line. */
interface Stated {
  version: string | undefined;
  where: string;
}

const places = {
  package: ["package.json", /^ {2}"version": "(.*)"/],
  document: ["spec/openapi.yaml", /^ {2}version: (\S+)/],
  changelog: ["CHANGELOG.md", /^## (?!Unreleased$)(\S+)/],
} as const;

export function stated(folder: string, place: keyof typeof places): Stated {
  const [file, pattern] = places[place];
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  const index = lines.findIndex((line) => pattern.test(line));
  return { version: pattern.exec(lines[index] ?? "")?.[1], where: `${file}:${Math.max(index, 0) + 1}` };
}

/** What keeps a folder's places from stating one version, and a tag, if there is one, from being its name. */
export function versionProblems(folder: string, tag?: string): string[] {
  const { version, where } = stated(folder, "package");
  if (!semver.valid(version)) return [`${where}: the package has no version. Write "version": "1.2.3".`];
  const [document, changelog] = [stated(folder, "document"), stated(folder, "changelog")];
  const problems = [];
  if (document.version !== version)
    problems.push(
      `${document.where}: info.version is ${document.version}, the package's ${version}. Write version: ${version}, and run "npm run generate".`,
    );
  if (changelog.version !== version)
    problems.push(
      `${changelog.where}: the changelog begins with ${changelog.version ?? "no version"}. Write "## ${version}" above it, and below that what changed.`,
    );
  else if (!tells(folder))
    problems.push(
      `${changelog.where}: the changelog says nothing of ${version}. Write what changed, a line each: "- ...".`,
    );
  if (tag !== undefined && tag !== `v${version}`)
    problems.push(
      `${where}: the tag ${tag} does not name ${version}. Tag the commit v${version}, or release another version.`,
    );
  return problems;
}

/** Whether the changelog has an entry under its first heading. */
const tells = (folder: string): boolean =>
  /^- \S/m.test(readFileSync(join(folder, "CHANGELOG.md"), "utf8").split(/^## (?!Unreleased$).*$/m)[1] ?? "");

/** CONTRIBUTING.md has this as a table. */
export function stepFor(severity: Severity, version: string): Step {
  if (semver.major(version) === 0) return severity === "breaking" ? "minor" : "patch";
  return ({ breaking: "major", addition: "minor", wording: "patch" } as const)[severity];
}

/** What is missing of the step that a change asks for. */
export function stepProblems(base: string, now: string, severity: Severity | undefined): string[] {
  const { version, where } = stated(now, "package");
  const before = stated(base, "package").version!;
  const step = severity && stepFor(severity, before);
  const least = step ? semver.inc(before, step)! : before;
  if (!semver.valid(version) || semver.gte(version!, least)) return [];
  const reason = step
    ? `the step from ${before} is ${step}, as there is ${severity === "wording" ? "a change of wording" : severity === "addition" ? "an addition" : "a breaking change"}`
    : `it was ${before} before`;
  return [
    `${where}: the version is ${version}, but ${reason}. Write ${least} or later here and in spec/openapi.yaml, and a section "## ${least}" in CHANGELOG.md.`,
  ];
}
