import { describe, expect, test } from "vitest";
import { groupByCause } from "../../../../scripts/facts/check/causes.ts";
import type { Finding } from "../../../../scripts/facts/check/finding.ts";
import { type Input, move, pageNamed, reportAfter, set } from "./audited.ts";

const finding = (about: string, ...causes: string[]): Finding => ({
  place: "x.yaml:1",
  about,
  says: "",
  fix: "",
  causes,
});
const grouped = (...findings: Finding[]) => groupByCause(findings).map((group) => group.map(({ about }) => about));

describe("findings", () => {
  test("that share a cause make one group, led by the first", () => {
    expect(grouped(finding("a", "1"), finding("b", "2"), finding("c", "3", "1"))).toEqual([["a", "c"], ["b"]]);
  });

  test("that a later one connects make one group, in their order", () => {
    expect(grouped(finding("a", "1"), finding("b", "2"), finding("c", "3"), finding("d", "3", "1"))).toEqual([
      ["a", "c", "d"],
      ["b"],
    ]);
  });

  test("without a cause stand alone", () => {
    expect(grouped(finding("a"), finding("b"))).toEqual([["a"], ["b"]]);
  });
});

const post = "trustframework-post-keysets";
const create = "#/paths/~1trustFramework~1keySets/post";
const replace = "#/paths/~1trustFramework~1keySets~1{id}";

/** The first finding of each group, and how many findings there are. */
function causesAfter(change: (input: Input) => unknown): { first: string[]; count: number } {
  const { findings } = reportAfter(change);
  return { first: groupByCause(findings).flatMap(([first]) => first?.about ?? []), count: findings.length };
}

describe("one change is one cause:", () => {
  test.each<[what: string, change: (input: Input) => unknown, first: string | string[], atLeast: number]>([
    [
      "another namespace in the contract, on all pages",
      ({ contract }) => set(contract, "#/info/x-namespace", "microsoft.other"),
      "/namespace",
      30,
    ],
    [
      "another status in the contract, and all that is said about it",
      ({ contract }) => move(contract, `${create}/responses/201`, `${create}/responses/200`),
      "/response/statuses/201",
      30,
    ],
    [
      "another method in the contract, and what points at it",
      ({ contract }) => move(contract, `${replace}/put`, `${replace}/patch`),
      ["/requestLines/PUT ~1trustFramework~1keySets~1{id}", "permission-without-a-page"],
      5,
    ],
    [
      "a property that the contract renames, in two tables and the JSON",
      ({ contract }) =>
        move(
          contract,
          "#/components/schemas/UploadCertificateInput/properties/key",
          "#/components/schemas/UploadCertificateInput/properties/file",
        ),
      "/body/rows/key",
      2,
    ],
    [
      "another name of a page's example, and the bodies of that name",
      (input) =>
        set(
          pageNamed(input, post),
          "#/examples/create_trustframeworkkeyset_from_trustframework1/request/annotation/name",
          "other",
        ),
      "/examples/create_trustframeworkkeyset_from_trustframework1/request/annotation/name",
      3,
    ],
    [
      "another documented status, and the type of its response",
      (input) => move(pageNamed(input, post), "#/response/statuses/201", "#/response/statuses/202"),
      "/response/statuses/202",
      2,
    ],
    [
      "a shown status, and the shown headers and body of it",
      (input) =>
        set(pageNamed(input, post), "#/examples/create_trustframeworkkeyset_from_trustframework1/response/status", 202),
      "/examples/create_trustframeworkkeyset_from_trustframework1/response/status",
      4,
    ],
  ])("%s", (_, change, first, atLeast) => {
    const causes = causesAfter(change);
    expect(causes.first).toEqual([first].flat());
    expect(causes.count).toBeGreaterThanOrEqual(atLeast);
  });
});

test("four changes on a page are four causes", () => {
  const { first } = causesAfter((input) => {
    const page = pageNamed(input, post);
    set(page, "#/requestLines/POST ~1trustFramework~1keySets/path", "/trustFramework/keysets");
    set(page, "#/response/statuses", { "202": { reason: "Accepted" } });
    set(page, "#/examples/create_trustframeworkkeyset_from_trustframework1/request/annotation/name", "other");
    set(page, "#/nationalClouds/clouds/Global service", false);
  });
  expect(first).toHaveLength(4);
});

test("two facts that the contract meets don't connect what depends on them", () => {
  const { first } = causesAfter((input) => {
    const page = pageNamed(input, post);
    set(page, "#/examples/create_trustframeworkkeyset_from_trustframework1/response/reason", "Done");
    set(
      page,
      "#/examples/create_trustframeworkkeyset_from_trustframework1/response/headers/Content-type",
      "text/plain",
    );
  });
  expect(first).toEqual([
    "/examples/create_trustframeworkkeyset_from_trustframework1/response/reason",
    "/examples/create_trustframeworkkeyset_from_trustframework1/response/headers/Content-type",
  ]);
});
