import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { loadLedger } from "../../../scripts/conflicts/load.ts";

const folder = mkdtempSync(join(tmpdir(), "conflicts-"));
afterAll(() => rmSync(folder, { recursive: true }));

const entry = {
  id: "one",
  title: "One",
  sources: [{ url: "https://example.com", says: "Left." }],
  contract: { at: ["#/info"], says: "Right." },
  why: "It is so.",
  evidence: [{ report: "https://example.com", says: "Seen." }],
  sureness: "observed",
};
const group = { title: "Group", order: 1, conflicts: [entry] };

async function load(...groups: object[]) {
  const into = mkdtempSync(join(folder, "ledger-"));
  for (const [i, group] of groups.entries()) writeFileSync(join(into, `${i}.yaml`), stringify(group));
  return loadLedger(into);
}

test("groups come in their order, and each value of a conflict has its file and line", async () => {
  const ledger = await load(
    { ...group, title: "Last", order: 2 },
    {
      ...group,
      title: "First",
      conflicts: [
        { ...entry, id: "two" },
        { ...entry, id: "three" },
      ],
    },
  );
  expect(ledger.groups.map(({ title }) => title)).toEqual(["First", "Last"]);
  expect(ledger.conflicts.map(({ id }) => id)).toEqual(["two", "three", "one"]);
  expect(ledger.shapeErrors).toEqual([]);
  expect([0, 1, 2].map((i) => ledger.places.get(`/${i}/id`))).toEqual([
    "spec/conflicts/1.yaml:4",
    "spec/conflicts/1.yaml:18",
    "spec/conflicts/0.yaml:4",
  ]);
});

test.each<[what: string, conflict: object, place: string, message: string]>([
  ["a conflict without a reason", { ...entry, why: undefined }, "0.yaml:4", "must have required property 'why'"],
  ["an unknown sureness", { ...entry, sureness: "sure" }, "0.yaml:17", "/sureness must be equal to one of"],
  ["a misspelled member", { ...entry, because: "x" }, "0.yaml:4", "must NOT have additional properties because"],
  [
    "an address without https",
    { ...entry, sources: [{ url: "learn.microsoft.com", says: "x" }] },
    "0.yaml:7",
    "/sources/0/url must match pattern",
  ],
  [
    "an RFC without a section",
    { ...entry, sources: [{ rfc: "9110", says: "x" }] },
    "0.yaml:7",
    "/sources/0/rfc must match pattern",
  ],
  [
    "a source of two kinds",
    { ...entry, sources: [{ rfc: "9110 section 1", url: "https://example.com", says: "x" }] },
    "0.yaml:7",
    "/sources/0",
  ],
])("%s is reported with its place", async (_, conflict, place, message) => {
  const { shapeErrors, conflicts } = await load({ ...group, conflicts: [conflict] });
  expect(conflicts).toEqual([]);
  expect(shapeErrors[0]?.place).toContain(`spec/conflicts/${place}`);
  expect(shapeErrors[0]?.message).toContain(message);
});

test("an id that exists twice is reported with the second place", async () => {
  expect((await load(group, { ...group, order: 2 })).shapeErrors).toEqual([
    { place: "spec/conflicts/1.yaml:4", message: 'the id "one" exists twice' },
  ]);
});

test("a file that isn't YAML is reported with its line", async () => {
  writeFileSync(join(folder, "odd.yaml"), "title: x\nconflicts: {\n");
  await expect(loadLedger(folder)).rejects.toThrow(/^spec\/conflicts\/odd\.yaml:\d+: /);
});
