// The gate stops each fault of faults.yaml with a message that names the place and the mend, and lets good.yaml through.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Severity } from "../../../scripts/diff/change.ts";
import { compare } from "../../../scripts/diff/compare.ts";
import { stepProblems, versionProblems } from "../../../scripts/diff/version.ts";
import { workflowProblems } from "../../../scripts/lint/workflows.ts";
import { audited, generate, linted, rated, stale } from "./checks.ts";
import { copyWith, type Edit, edited, root } from "./copy.ts";

interface Fault extends Edit {
  stops: string;
  /** Another place than the edited file, as a pattern. */
  at?: string;
  says: string;
  /** Set where the fault hides those of others, so that it is tried alone. */
  alone?: true;
  severity?: Severity;
  tag?: string;
}

const read = <T>(name: string): T[] => parse(readFileSync(join(import.meta.dirname, name), "utf8"));
const faults = read<Fault>("faults.yaml");
const of = (...kinds: string[]) => faults.filter(({ stops }) => kinds.includes(stops));
const title = ({ file, find, replace, says }: Fault) =>
  `${file}: ${JSON.stringify(find.trim())} -> ${JSON.stringify(replace.trim())}: ${says}`;

function expectStopped({ file, at = file, says, stops }: Fault, problems: string[]): void {
  const severity = ["breaking", "addition", "wording"].includes(stops) ? ` ${stops}: ` : "";
  const stopping = problems.filter(
    (problem) => new RegExp(at).test(problem) && problem.includes(says) && problem.includes(severity),
  );
  expect(stopping, problems.join("\n")).not.toEqual([]);
}

// The checks are slow to start, so all begin at once, before the tests, and one run of each takes all faults that do not hide
// one another; each fault must be found by itself.
const checks = [
  { name: "the audit", kinds: ["audit"], check: audited },
  { name: "the stale check", kinds: ["stale"], check: stale },
  { name: "the diff", kinds: ["breaking", "addition", "wording"], check: rated },
];
const good = read<Edit & { severity: Severity }>("good.yaml");
const base = copyWith([]);
const mended = copyWith([
  ...good,
  { file: "package.json", find: '"version": "0.1.0"', replace: '"version": "0.2.0"' },
  { file: "spec/openapi.yaml", find: "  version: 0.1.0", replace: "  version: 0.2.0" },
  { file: "CHANGELOG.md", find: "## 0.1.0\n", replace: "## 0.2.0\n\n- More is told.\n\n## 0.1.0\n" },
]);
const released = copyWith([{ file: "package.json", find: '"version": "0.1.0"', replace: '"version": "1.0.0"' }]);
const fewer = faults.find(({ says }) => says.includes("takes TrustFrameworkKeySet.ReadWrite.All"))!;
const [comparison, { problems: ofFewer }, [ofLinters, stoppedByLinters], ofAudit, ...found] = await Promise.all([
  generate(mended).then(() => compare(base, mended)),
  compare(released, copyWith([fewer])),
  linted([mended, copyWith(of("lint"))]),
  audited(mended),
  ...checks.map(({ kinds, check }) => check(copyWith(of(...kinds).filter(({ alone }) => !alone)))),
]);

describe("the linters", () => {
  test.each(of("lint").map((fault) => [title(fault), fault] as const))("%s", (_title, fault) =>
    expectStopped(fault, stoppedByLinters!),
  );
});

describe.each(checks.map((one, i) => ({ ...one, found: found[i]! })))("$name", ({ kinds, check, found }) => {
  test.each(of(...kinds).map((fault) => [title(fault), fault] as const))("%s", async (_title, fault) =>
    expectStopped(fault, fault.alone ? await check(copyWith([fault])) : found),
  );
});

describe("the version rule", () => {
  test.each(of("version").map((fault) => [title(fault), fault] as const))("%s", (_title, fault) => {
    const folder = copyWith([fault], ["spec/openapi.yaml", "package.json", "CHANGELOG.md"]);
    expectStopped(fault, [...versionProblems(folder, fault.tag), ...stepProblems(base, folder, fault.severity)]);
  });

  test("from 1.0.0 on asks for more", () => {
    const mends = (["breaking", "addition", "wording"] as const).map(
      (severity) => /Write (\S+)/.exec(stepProblems(released, released, severity)[0]!)![1],
    );
    expect(mends).toEqual(["2.0.0", "1.1.0", "1.0.1"]);
  });

  test("asks for the step of a permission that goes", () =>
    expect(ofFewer.join("\n")).toContain("the step from 1.0.0 is major"));
});

describe("the linter of the workflows", () => {
  test.each(of("workflows").map((fault) => [title(fault), fault] as const))("%s", async (_title, fault) =>
    expectStopped(fault, workflowProblems(fault.file, edited(root, fault))),
  );

  test.each(["pull-request", "release", "weekly"])("lets %s.yml through", (name) => {
    const file = `.github/workflows/${name}.yml`;
    expect(workflowProblems(file, readFileSync(join(root, file), "utf8"))).toEqual([]);
  });
});

describe("good changes", () => {
  test.each(good.map((change) => [`${change.file}: ${JSON.stringify(change.replace.trim())}`, change] as const))(
    "%s",
    (_title, { file, severity }) => {
      expect(comparison.changes).toContainEqual(
        expect.objectContaining({ severity, where: expect.stringMatching(`^${file}:\\d+$`) }),
      );
    },
  );
  test("pass the linters", () => expect(ofLinters).toEqual([]));
  test("pass the audit", () => expect(ofAudit).toEqual([]));
  test("carry their version", () => expect(comparison.problems).toEqual([]));
  test("are told without the version itself", () =>
    expect(comparison.changes.filter(({ says }) => says.includes("`version`"))).toEqual([]));
  test("of a shared part are told to both who send it and who read it", () => {
    const sides = (file: string) =>
      comparison.changes.find(({ where }) => where.startsWith(`spec/schemas/${file}.yaml:`))!.sides;
    expect([sides("KeyUse"), sides("InnerError"), sides("UploadPkcs12Input")]).toEqual([
      ["callers", "readers"],
      ["readers"],
      ["callers"],
    ]);
  });
  test("stop no program from compiling but one that names a cloud that goes", () => {
    const names = comparison.changes
      .filter(({ sides }) => sides.includes("programs"))
      .map(({ says }) => /\w+/.exec(says)![0]);
    expect(names.sort()).toEqual(["CloudName", "KeySetsClientOptions", "createKeySetsClient"]);
  });
});

test("at least forty faults are stopped, and ten good changes let through", () => {
  expect(faults.length).toBeGreaterThanOrEqual(40);
  expect(good.length).toBeGreaterThanOrEqual(10);
});
