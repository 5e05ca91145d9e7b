// The life of a version: changesets of branches that merge, a gate that asks for their step, and a release that takes it.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundle } from "../../../scripts/contract/bundle.ts";
import type { Severity } from "../../../scripts/diff/change.ts";
import { releaseOf, withRevision } from "../../../scripts/diff/revision.ts";
import {
  entryProblems,
  nextVersion,
  stepProblems,
  versionProblems,
  writeVersion,
} from "../../../scripts/diff/version.ts";
import { asJson, asYaml, upgraded } from "../../../scripts/generate/openapi-files.ts";
import { git as output } from "../../../scripts/lib/git.ts";
import { binOf } from "../../../scripts/lib/npm-bin.ts";
import { copyWith, git, newFolder, root } from "../gate/copy.ts";

const manifests = ["package.json", "package-lock.json", "CHANGELOG.md"];
const least = [...manifests, "spec/openapi.yaml", "generated/types.ts", "src/index.ts"];
const withContract = [...manifests, "spec", "generated", "src/index.ts"];

/** A repository whose only commit released 0.1.0, without a tag. Only a release needs the complete contract. */
function repository(parts = least): string {
  const folder = copyWith([], parts);
  for (const name of ["README.md", "config.json", "changelog.cjs"])
    cpSync(join(root, ".changeset", name), join(folder, ".changeset", name));
  git(folder, "init", "--quiet", "--initial-branch", "main");
  commit(folder, "Release 0.1.0");
  return folder;
}

function commit(folder: string, message: string): void {
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "--message", message);
}

/** Writes the documents, as `npm run generate` does. */
async function generateDocuments(folder: string): Promise<void> {
  const document = await bundle(join(folder, "spec/openapi.yaml"));
  for (const [name, content] of [
    ["openapi", document],
    ["openapi-3.1", upgraded(document)],
  ] as const) {
    writeFileSync(join(folder, `generated/${name}.json`), asJson(content));
    writeFileSync(join(folder, `generated/${name}.yaml`), asYaml(content));
  }
}

const writeChangeset = (folder: string, name: string, step: string) =>
  writeFileSync(
    join(folder, `.changeset/${name}.md`),
    `---\n"trustframework-keysets": ${step}\n---\n\nThe change of ${name}:\n\n- It is new.\n`,
  );

/** Why a change of a severity can't be merged into a revision that is the last release. */
const problemsOf = (folder: string, severity: Severity, base = "main") =>
  withRevision(base, async (release) => stepProblems(release, folder, severity), folder);

/** Why readers wouldn't learn of a change since a revision. */
const untold = (folder: string, severity: Severity, base = "main") =>
  withRevision(base, async (before) => entryProblems(before, folder, severity), folder);

test("a change needs a changeset with the step of its severity or a larger one", async () => {
  const folder = repository();
  expect(await problemsOf(folder, "breaking")).toEqual([
    expect.stringMatching(
      /^\.changeset\/README\.md:1: a breaking change since 0\.1\.0 needs a minor step, and no changeset takes one/,
    ),
  ]);
  writeChangeset(folder, "label", "patch");
  expect(await problemsOf(folder, "breaking")).toEqual([
    ".changeset/label.md:2: the changeset takes a patch step, but a breaking change since 0.1.0 needs a minor step. Write minor.",
  ]);
  expect(await problemsOf(folder, "addition")).toEqual([]);
  writeChangeset(folder, "label", "minor");
  expect(await problemsOf(folder, "breaking")).toEqual([]);
  writeChangeset(folder, "label", "major");
  expect(await problemsOf(folder, "breaking")).toEqual([]);
});

test("a change needs a changeset of its own even if another one takes a larger step, but words don't", async () => {
  const folder = repository();
  writeChangeset(folder, "label", "minor");
  commit(folder, "Add labels");
  expect(await untold(folder, "addition")).toEqual([
    expect.stringMatching(/^\.changeset\/README\.md:1: no changeset describes an addition\./),
  ]);
  expect(await untold(folder, "wording")).toEqual([]);
  writeChangeset(folder, "size", "patch");
  expect(await untold(folder, "addition")).toEqual([]);
});

test("two branches with a changeset each merge, a release takes the larger step, and the next change needs a new one", async () => {
  const folder = repository(withContract);
  for (const [name, step] of Object.entries({ label: "patch", size: "minor" })) {
    git(folder, "checkout", "--quiet", "-b", name, "main");
    writeChangeset(folder, name, step);
    commit(folder, `Add ${name}`);
  }
  git(folder, "checkout", "--quiet", "main");
  for (const name of ["label", "size"]) git(folder, "merge", "--quiet", "--no-ff", "--message", `Merge ${name}`, name);
  expect([nextVersion(folder), versionProblems(folder)]).toEqual(["0.2.0", []]);

  execFileSync(process.execPath, [binOf("@changesets/cli", "bin.js"), "version"], { cwd: folder, stdio: "ignore" });
  writeVersion(folder);
  await generateDocuments(folder);
  expect(versionProblems(folder)).toEqual([]);
  expect(readFileSync(join(folder, "CHANGELOG.md"), "utf8")).toMatch(
    /^# Changelog\n\n## 0\.2\.0\n\n### Minor Changes\n\n- The change of size:\n\n {2}- It is new\.\n\n### Patch Changes\n\n- The change of label:\n\n {2}- It is new\.\n\n## 0\.1\.0\n/,
  );
  expect(readdirSync(join(folder, ".changeset")).sort()).toEqual(["README.md", "changelog.cjs", "config.json"]);
  for (const file of ["package.json", "package-lock.json", "spec/openapi.yaml", "generated/openapi-3.1.yaml"])
    expect(readFileSync(join(folder, file), "utf8")).toContain("0.2.0");
  expect(await problemsOf(folder, "breaking")).toEqual([]);

  commit(folder, "Release 0.2.0");
  expect(releaseOf("0.2.0", "main", folder)).toBe(output(folder, "rev-parse", "main").trim());
  expect(await problemsOf(folder, "addition")).toEqual([
    expect.stringMatching(/^\.changeset\/README\.md:1: an addition since 0\.2\.0 needs a patch step/),
  ]);
});

test("a version that was raised by hand needs the step too, and can't fall", async () => {
  const folder = repository();
  const manifest = readFileSync(join(folder, "package.json"), "utf8");
  const setVersion = (version: string) =>
    writeFileSync(join(folder, "package.json"), manifest.replace('"version": "0.1.0"', `"version": "${version}"`));
  setVersion("0.1.1");
  expect(await problemsOf(folder, "breaking")).toEqual([
    expect.stringMatching(/^package\.json:3: the version is 0\.1\.1, but a breaking change .* Write 0\.2\.0 or later/),
  ]);
  setVersion("0.2.0");
  expect(await problemsOf(folder, "breaking")).toEqual([]);
  setVersion("0.0.9");
  const problems = await withRevision("main", async (release) => stepProblems(release, folder, undefined), folder);
  expect(problems).toEqual([expect.stringContaining("the version is 0.0.9, but it was 0.1.0 before")]);
});

test("a release is the tag of its version or, without it, the commit that wrote it into the changelog", () => {
  const folder = repository();
  const [first = ""] = output(folder, "rev-parse", "HEAD").split("\n");
  const changelog = readFileSync(join(folder, "CHANGELOG.md"), "utf8");
  writeFileSync(join(folder, "CHANGELOG.md"), changelog.replace("## 0.1.0\n", "## [0.1.0] - 2026-11-21\n"));
  commit(folder, "Date the release");
  expect(releaseOf("0.1.0", "main", folder)).toBe(first);
  expect(releaseOf("0.1", "main", folder)).toBeUndefined();

  git(folder, "tag", "v0.1.0");
  expect(releaseOf("0.1.0", "main", folder)).toBe(output(folder, "rev-parse", "HEAD").trim());
});

test("a clone without the history and the tags doesn't know the release", () => {
  const folder = repository();
  git(folder, "commit", "--quiet", "--allow-empty", "--message", "Change nothing");
  const clone = join(newFolder(), "clone");
  git(folder, "clone", "--quiet", "--depth", "1", `file://${folder}`, clone);
  expect(existsSync(join(clone, "CHANGELOG.md"))).toBe(true);
  expect(releaseOf("0.1.0", "main", clone)).toBeUndefined();
});
