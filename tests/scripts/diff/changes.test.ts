// The diff rates each change of changes.yaml as a person did before the diff saw it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Change, type Severity, severities } from "../../../scripts/diff/change.ts";
import { compare } from "../../../scripts/diff/compare.ts";
import { packageChanges } from "../../../scripts/diff/package.ts";
import { copyWith, type Edit } from "../gate/copy.ts";

interface RatedChange extends Edit {
  change: string;
  severity: Severity | "none";
  says?: string;
  /** Set where the change hides those of other files. */
  alone?: true;
}

const rated: RatedChange[] = parse(readFileSync(join(import.meta.dirname, "changes.yaml"), "utf8"));
const base = copyWith([]);

/** Groups of changes that don't touch the same file, because a comparison is slow to start. */
function groupsOf(changes: RatedChange[]): RatedChange[][] {
  const groups: RatedChange[][] = [];
  for (const change of changes) {
    const free = groups.find((group) => !group.some(({ file, alone }) => alone || file === change.file));
    if (free && !change.alone) free.push(change);
    else groups.push([change]);
  }
  return groups;
}

const ofContract = groupsOf(rated.filter(({ file }) => file !== "package.json"));
const reported = new Map<RatedChange, Change[]>(
  rated
    .filter(({ file }) => file === "package.json")
    .map((change) => [change, packageChanges(base, copyWith([change]))]),
);
const compared = await Promise.all(ofContract.map((group) => compare(base, copyWith(group))));
for (const [i, group] of ofContract.entries())
  for (const change of group) {
    const changes = compared[i]?.changes ?? [];
    // The types are declared elsewhere than they are exported from.
    const isOwn = ({ where, message }: Change) =>
      change.file.startsWith("src/") ? message.includes(change.says ?? "") : where.startsWith(`${change.file}:`);
    reported.set(change, changes.filter(isOwn));
  }

const worstOf = (changes: Change[]) =>
  severities.find((severity) => changes.some((change) => change.severity === severity)) ?? "none";

test.each(rated.map((change) => [`${change.severity}: ${change.change}`, change] as const))("%s", (_title, change) => {
  const changes = reported.get(change) ?? [];
  const lines = changes.map(({ severity, where, message }) => `${where} ${severity}: ${message}`).join("\n");
  expect(worstOf(changes), lines).toBe(change.severity);
  if (change.severity === "none") return;
  const matching = changes.filter(({ severity }) => severity === change.severity).map(({ message }) => message);
  expect(matching.join("\n"), lines).toContain(change.says);
});

test("no message has the name of a part of OpenAPI that only programs use", () => {
  const messages = [...reported.values()].flat().map(({ message }) => message);
  expect(messages.filter((message) => /\b(?:\w+List|\w+Map|SchemaProperties|SpecExtension)\b/.test(message))).toEqual(
    [],
  );
});

test("there are at least sixty rated changes", () => expect(rated.length).toBeGreaterThanOrEqual(60));
