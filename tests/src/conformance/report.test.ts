import { describe, expect, it } from "vitest";
import { jsonReport, markdownReport, noteOn, type Report, tableOf } from "../../../src/conformance/report.ts";
import type { Story } from "../../../src/conformance/stories.ts";
import type { Verdict } from "../../../src/conformance/verdict.ts";

const story = (id: string): Story => ({
  id,
  claim: `The claim of ${id}.`,
  sureness: "observed",
  sources: [{ conflict: "created-twice" }, { code: "AADB2C95028" }],
  needs: [],
  faults: [],
  steps: [],
});

const result = (id: string, verdict: Verdict) => ({ story: story(id), verdict });

const report: Report = {
  version: "1.2.3",
  date: "2026-11-29T12:00:00.000Z",
  host: "another host",
  service: "stateful",
  leftBehind: 0,
  results: [
    result("one", { outcome: "confirmed" }),
    result("two", { outcome: "contradicted", detail: "getKey returned 200; expected `a || b`" }),
    result("three", { outcome: "inconclusive", detail: "no response came" }),
    result("four", { outcome: "not played", detail: "interrupted" }),
  ],
};

describe("The report in Markdown", () => {
  it("has a line for each claim with its sureness and its result", () => {
    expect(markdownReport(report)).toBe(`# Conformance report

- trustframework-keysets 1.2.3, 2026-11-29T12:00:00.000Z
- Service: another host
- Stories: 1 confirmed, 1 contradicted, 1 inconclusive, 1 not played

| Story | Claim               | Sureness | Result                                                 |
| ----- | ------------------- | -------- | ------------------------------------------------------ |
| one   | The claim of one.   | observed | confirmed                                              |
| two   | The claim of two.   | observed | contradicted: getKey returned 200; expected \`a \\|\\| b\` |
| three | The claim of three. | observed | inconclusive: no response came                         |
| four  | The claim of four.  | observed | not played: interrupted                                |
`);
  });

  it("says that a mock isn't the service", () => {
    expect(markdownReport({ ...report, service: "mock" })).toContain("The service is a mock");
    expect(markdownReport(report)).not.toContain("mock");
    expect(noteOn(report)).toBeUndefined();
    expect(noteOn({ ...report, service: "mock" })).toContain("says nothing about Azure AD B2C");
  });

  it("says how many key sets are left", () => {
    expect(markdownReport({ ...report, leftBehind: 2 })).toContain("- Key sets that couldn't be deleted: 2\n");
  });

  it("keeps a table a table, whatever a detail has", () => {
    const rows = tableOf([result("one", { outcome: "contradicted", detail: "a | b\nc" })]).split("\n");
    expect(rows).toHaveLength(3);
    expect(rows[2]).toContain("a \\| b c");
  });
});

describe("The report in JSON", () => {
  it("has the same results, with the sources of the claims", () => {
    const { stories, ...rest } = JSON.parse(jsonReport(report));
    expect(rest).toEqual({
      version: "1.2.3",
      date: "2026-11-29T12:00:00.000Z",
      host: "another host",
      service: "stateful",
      leftBehind: 0,
      counts: { confirmed: 1, contradicted: 1, inconclusive: 1, "not played": 1 },
    });
    expect(stories).toHaveLength(4);
    expect(stories[1]).toEqual({
      id: "two",
      claim: "The claim of two.",
      sureness: "observed",
      sources: ["conflict:created-twice", "code:AADB2C95028"],
      outcome: "contradicted",
      detail: "getKey returned 200; expected `a || b`",
    });
  });
});
