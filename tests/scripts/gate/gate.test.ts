// The gate reports each fault of faults.yaml with its place and its fix, and accepts the changes in good.yaml.
import { describe, expect, test } from "vitest";
import { compare } from "../../../scripts/diff/compare.ts";
import { stepProblems, versionProblems } from "../../../scripts/diff/version.ts";
import { auditFolder, generateIn, lintFolders, ratingsOf, staleIn } from "./checks.ts";
import { copyWith } from "./copy.ts";
import { expectReported, faults, faultsOf, good, titled, titleOf } from "./faults.ts";

const severities = ["breaking", "addition", "wording"] as const;

// The checks are slow to start, so all start at once, before the tests, and one run of each checks all faults that don't hide
// others.
const together = (...checks: string[]) => copyWith(faultsOf(...checks).filter(({ alone }) => !alone));
const base = copyWith([]);
const ofContract = good.filter(({ check }) => check === undefined);
// The audit asks for a source of everything in the contract, so the changes that add something name one.
const addedOperation = "#/paths/~1trustFramework~1keySets~1{id}~1keys_v2~1{kid}/delete";
const addedPlaces = [
  ...["", "/*", "/x-permissions/*", "/security/*/*", "/security/*/*/*"].map((place) => addedOperation + place),
  ...["/parameters/*", "/parameters/*/required", "/responses/*"].map((place) => addedOperation + place),
  "#/paths/~1trustFramework~1keySets~1{id}~1uploadSecret/post/responses/410",
  "#/components/schemas/UploadPkcs12Input/properties/nbf",
  "#/components/schemas/UploadPkcs12Input/properties/nbf/format",
  "#/components/schemas/UploadSecretInput/properties/nbf/minimum",
  "#/components/schemas/UpdateKeyStatusInput/properties/status/enum/2",
  "#/components/schemas/KeyUse/x-extensible-enum/2",
  "#/components/schemas/InnerError/properties/tenant",
];
const source = {
  id: "good-changes",
  says: "A standard has what the good changes add.",
  reference: "https://www.rfc-editor.org/rfc/rfc9110",
  covers: addedPlaces.map((at) => ({ at })),
};
const improved = copyWith([
  ...ofContract,
  {
    file: "spec/conventions.yaml",
    find: "conventions:\n",
    replace: `conventions:\n  - ${JSON.stringify(source)}\n`,
  },
  { file: "spec/conventions.yaml", find: "[usGovernmentL5]", replace: "[dod]" },
  {
    file: "spec/conventions.yaml",
    find: "[https://login.chinacloudapi.cn]",
    replace: "[https://login.partner.microsoftonline.cn]",
  },
  {
    file: "spec/conflicts/permissions.yaml",
    find: '          - "/permissions/TrustFrameworkKeySet.ReadWrite.All/DELETE ~1trustframework~1keysets~1{id}~1keys_v2~1{keyId}"\n',
    replace: "",
  },
  {
    file: "spec/conflicts/error-codes.yaml",
    find: '        - "#/paths/~1trustFramework~1keySets/get/x-errors"\n',
    replace: `        - "${addedOperation}/x-errors"\n        - "#/paths/~1trustFramework~1keySets/get/x-errors"\n`,
  },
  { file: "package.json", find: '"version": "0.1.0"', replace: '"version": "0.2.0"' },
  { file: "package-lock.json", find: '"version": "0.1.0"', replace: '"version": "0.2.0"' },
  { file: "package-lock.json", find: '"version": "0.1.0"', replace: '"version": "0.2.0"' },
  { file: "spec/openapi.yaml", find: "  version: 0.1.0", replace: "  version: 0.2.0" },
  { file: "CHANGELOG.md", find: "## 0.1.0\n", replace: "## 0.2.0\n\n- Say more.\n\n## 0.1.0\n" },
]);
const released = copyWith([{ file: "package.json", find: '"version": "0.1.0"', replace: '"version": "1.0.0"' }]);
const [comparison, [findingsOfGood, findingsOfFaults = []] = [], auditOfGood, audited, stale, rated] =
  await Promise.all([
    generateIn(improved).then(() => compare(base, improved)),
    lintFolders([improved, copyWith(faultsOf("lint"))]),
    auditFolder(improved),
    auditFolder(together("audit")),
    staleIn(together("stale")),
    ratingsOf(together(...severities)),
  ]);

describe("the linters report", () => {
  test.each(titled("lint"))("%s", (_title, fault) => expectReported(fault, findingsOfFaults));
});

describe("the audit reports", () => {
  test.each(titled("audit"))("%s", async (_title, fault) =>
    expectReported(fault, fault.alone ? await auditFolder(copyWith([fault])) : audited),
  );
});

describe("the check of generated files reports", () => {
  test.each(titled("stale"))("%s", (_title, fault) => expectReported(fault, stale));
});

describe("the diff reports", () => {
  test.each(titled(...severities))("%s", (_title, fault) =>
    expectReported(
      fault,
      rated.filter((change) => change.includes(` ${fault.check}: `)),
    ),
  );
});

describe("the check of the version reports", () => {
  test.each(titled("version"))("%s", (_title, fault) => {
    const folder = copyWith([fault], ["spec/openapi.yaml", "package.json", "package-lock.json", "CHANGELOG.md"]);
    expectReported(fault, [...versionProblems(folder, fault.tag), ...stepProblems(base, folder, fault.severity)]);
  });

  test("a larger step from 1.0.0 on", () => {
    const steps = severities.map((severity) =>
      /needs a (\S+) step/.exec(stepProblems(released, released, severity)[0] ?? ""),
    );
    expect(steps.map((step) => step?.[1])).toEqual(["major", "minor", "patch"]);
  });
});

describe("a good change", () => {
  test.each(ofContract.map((change) => [titleOf(change), change] as const))(
    "has its severity: %s",
    (_title, { file, severity }) => {
      expect(comparison.changes).toContainEqual(
        expect.objectContaining({ severity, where: expect.stringMatching(`^${file}:\\d+$`) }),
      );
    },
  );
  test("passes the linters", () => expect(findingsOfGood).toEqual([]));
  test("passes the audit", () => expect(auditOfGood).toEqual([]));
  test("passes the check of the version", () =>
    expect([...comparison.problems, ...versionProblems(improved)]).toEqual([]));
  test("isn't reported if it's only the version", () =>
    expect(comparison.changes.filter(({ message }) => message.includes("`version`"))).toEqual([]));
  test("of a shared part affects both those who send it and those who read it", () => {
    const sides = (file: string) =>
      comparison.changes.find(({ where }) => where.startsWith(`spec/schemas/${file}.yaml:`))?.sides;
    expect([sides("DraftKey"), sides("KeyUse"), sides("InnerError"), sides("UploadPkcs12Input")]).toEqual([
      ["callers", "readers"],
      ["readers"],
      ["readers"],
      ["callers"],
    ]);
  });
  test("keeps programs compiling, except those that name a removed cloud", () => {
    const names = comparison.changes
      .filter(({ severity, sides }) => severity === "breaking" && sides.includes("programs"))
      .map(({ message }) => /\w+/.exec(message)?.[0]);
    expect(names.sort()).toEqual([
      "CloudName",
      "CredentialOptions",
      "KeySetsClientOptions",
      "TokenOptions",
      "clouds",
      "createKeySetsClient",
      "createKeySetsFetch",
    ]);
  });
});

test("there are at least 150 faults of at least ten kinds, and 40 good changes", () => {
  expect(faults.length).toBeGreaterThanOrEqual(150);
  expect(new Set(faults.map(({ check }) => check)).size).toBeGreaterThanOrEqual(10);
  expect(good.length).toBeGreaterThanOrEqual(40);
});
