import { describe, expect, test } from "vitest";
import { formatReport } from "../../../../scripts/facts/check/report.ts";
import { runAudit } from "../../../../scripts/facts/check/run-audit.ts";
import { otherFiles } from "../../../../scripts/facts/other-facts.ts";
import { pageNamed, real, reportAfter, set } from "./audited.ts";

const report = runAudit(real);
const renamed = reportAfter(({ contract }) => set(contract, "#/info/x-namespace", "microsoft.other"));

describe("the audit of the repository", () => {
  test("finds nothing to fix", () => {
    expect(report.findings).toEqual([]);
  });

  test("counts every page, and each of its facts once", () => {
    expect(report.pages.map(({ page }) => page)).toEqual([...real.pages.map(({ page }) => page), ...otherFiles]);
    for (const { facts, met, inConflict, unexplained } of report.pages)
      expect(met + inConflict + unexplained).toBe(facts);
    expect(report.pages.every(({ facts }) => facts > 0)).toBe(true);
  });
});

describe("the printed report", () => {
  test("is a table with totals, and the number of conflicts", () => {
    const lines = formatReport(report).split("\n");
    const total = report.pages.reduce((sum, { facts }) => sum + facts, 0);
    expect(lines[0]).toMatch(/^\| facts file +\| facts \| +met \| in conflict \| unexplained \|$/);
    expect(lines.find((line) => line.startsWith("| all "))).toMatch(
      new RegExp(`^\\| all +\\| +${total} \\|.*\\| +0 \\|$`),
    );
    expect(lines.at(-1)).toBe(
      `${real.ledger.conflicts.length} conflicts, ${report.elements} elements in the contract; every fact is met or named, and every element has a source.`,
    );
  });

  test("has the place, the fact, what the contract says, and the fix of a finding", () => {
    const text = formatReport(
      reportAfter((input) => set(pageNamed(input, "trustframeworkkeyset-get"), "#/namespace", "x")),
    );
    expect(text.replace(/yaml:\d+/g, "yaml:LINE")).toContain(
      [
        "spec/facts/pages/trustframeworkkeyset-get.yaml:LINE /namespace",
        "  says      namespace x",
        "  contract  namespace microsoft.graph (spec/openapi.yaml:LINE)",
        "  fix       change the contract at spec/openapi.yaml:LINE, or name the fact /namespace in spec/conflicts/",
      ].join("\n"),
    );
    expect(text).toMatch(/; 1 finding\.$/);
  });

  test("has the first finding of a cause in full, and a few of those that follow from it in one line each", () => {
    const text = formatReport(renamed);
    const others = renamed.findings.length - 1;
    expect(text.match(/^ {2}fix /gm)).toHaveLength(1);
    expect(text).toContain(`\n  and ${others} more that follow from it:\n    spec/facts/pages/`);
    expect(text.match(/^ {4}spec\/[\w./-]+:\d+ \S+: ./gm)).toHaveLength(5);
    expect(text).toContain(`\n    and ${others - 5} more; to see each, run npm run facts:check -- --all\n`);
    expect(text).toMatch(new RegExp(`; ${others + 1} findings, from 1 cause\\.$`));
  });

  test("has every finding in full on demand", () => {
    expect(formatReport(renamed, true).match(/^ {2}fix /gm)).toHaveLength(renamed.findings.length);
    expect(formatReport(renamed, true)).not.toContain("follow from it");
  });

  test("names only places in the repository, with a line", () => {
    for (const { place, contract, fix } of renamed.findings) {
      expect(place).toMatch(/^spec\/[\w./-]+\.yaml:\d+$/);
      if (contract) expect(contract).toMatch(/ \(spec\/[\w./-]+\.yaml:\d+\)$/);
      expect(fix).not.toMatch(/#\/|https?:/);
    }
  });
});
