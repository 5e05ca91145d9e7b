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
  for (const [i, group] of groups.entries())
    writeFileSync(join(into, `${i}.yaml`), stringify(group, { aliasDuplicateObjects: false }));
  return loadLedger(into);
}

test("groups come in their order, and each value of a conflict has its place", async () => {
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
  expect(["one", "two", "three"].map((id) => ledger.locate(id, "/sources/0/url"))).toEqual([
    "spec/conflicts/0.yaml:7",
    "spec/conflicts/1.yaml:7",
    "spec/conflicts/1.yaml:21",
  ]);
  expect(ledger.locate("three", "/sources/7")).toBe("spec/conflicts/1.yaml:20");
});

test.each<[what: string, conflict: object, place: string, message: string]>([
  [
    "a conflict without a reason",
    { ...entry, why: undefined },
    "0.yaml:4",
    "/conflicts/0 must have required property 'why'",
  ],
  [
    "an unknown sureness",
    { ...entry, sureness: "sure" },
    "0.yaml:17",
    "/conflicts/0/sureness must be equal to one of the allowed values: documented, observed, assumed",
  ],
  [
    "a misspelled member",
    { ...entry, because: "x" },
    "0.yaml:4",
    '/conflicts/0 must NOT have additional properties "because"',
  ],
  [
    "a url without https",
    { ...entry, sources: [{ url: "learn.microsoft.com", says: "x" }] },
    "0.yaml:7",
    '/conflicts/0/sources/0/url must match pattern "^https://"',
  ],
  [
    "an RFC without a section",
    { ...entry, sources: [{ rfc: "9110", says: "x" }] },
    "0.yaml:7",
    "/conflicts/0/sources/0/rfc must match pattern",
  ],
  [
    "a source of two kinds",
    { ...entry, sources: [{ rfc: "9110 section 1", url: "https://example.com", says: "x" }] },
    "0.yaml:7",
    "/conflicts/0/sources/0 must be of one kind only, with page and facts, or page and line, or url, or rfc; it has rfc, url",
  ],
  [
    "a source of no kind",
    { ...entry, sources: [{ says: "x" }] },
    "0.yaml:7",
    "/conflicts/0/sources/0 must be of one kind only, with page and facts, or page and line, or url, or rfc; it has none of these",
  ],
  [
    "a page's source with facts and a line",
    { ...entry, sources: [{ page: "x", facts: ["/a"], line: 3, says: "x" }] },
    "0.yaml:7",
    "with page and facts, or page and line, or url, or rfc; it has page, facts, line",
  ],
  [
    "evidence of two kinds",
    { ...entry, evidence: [{ report: "https://example.com", page: "x", says: "x" }] },
    "0.yaml:15",
    "/conflicts/0/evidence/0 must be of one kind only, with page, or rfc, or url, or report; it has report, page",
  ],
])("%s is reported once, with its place", async (_, conflict, place, message) => {
  const { shapeErrors, conflicts } = await load({ ...group, conflicts: [conflict] });
  expect(conflicts).toEqual([]);
  expect(shapeErrors).toEqual([{ place: `spec/conflicts/${place}`, message: expect.stringContaining(message) }]);
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
