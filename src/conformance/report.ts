import { markdownTable } from "markdown-table";
import type { Source, Story } from "./stories.js";
import type { Outcome, Verdict } from "./verdict.js";

export interface Result {
  story: Story;
  verdict: Verdict;
}

/** What a run came to. It has no token, key, or name of a tenant, so that it can be attached to an issue. */
export interface Report {
  version: string;
  date: string;
  /** Which kind of host was asked: never its name. */
  host: string;
  /** A mock keeps no state, so that what it contradicts says nothing about the service. */
  service: "stateful" | "mock";
  results: Result[];
  /** How many key sets couldn't be deleted. */
  leftBehind: number;
}

const outcomes: Outcome[] = ["confirmed", "contradicted", "inconclusive", "not played"];

/** How many results have each outcome. */
export const countsOf = (results: readonly Result[]): Record<Outcome, number> =>
  Object.fromEntries(
    outcomes.map((outcome) => [outcome, results.filter(({ verdict }) => verdict.outcome === outcome).length]),
  ) as Record<Outcome, number>;

/** The counts in one line. */
export const summaryOf = (results: readonly Result[]): string =>
  Object.entries(countsOf(results))
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(", ");

/** The claims and what became of each, as a Markdown table that reads well in a terminal too. */
export const tableOf = (results: readonly Result[]): string =>
  markdownTable([
    ["Story", "Claim", "Sureness", "Result"],
    ...results.map(({ story, verdict }) => [story.id, story.claim, story.sureness, cell(describe(verdict))]),
  ]);

const describe = ({ outcome, detail }: Verdict): string => (detail === undefined ? outcome : `${outcome}: ${detail}`);

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");

const mockNote =
  "The service is a mock: it returned a key set that nobody created. What it contradicts says nothing about Azure AD B2C.";

export function markdownReport(report: Report): string {
  const { version, date, host, service, results, leftBehind } = report;
  return [
    "# Conformance report",
    "",
    `- trustframework-keysets ${version}, ${date}`,
    `- Service: ${host}`,
    `- Stories: ${summaryOf(results)}`,
    ...(leftBehind > 0 ? [`- Key sets that couldn't be deleted: ${leftBehind}`] : []),
    ...(service === "mock" ? ["", mockNote] : []),
    "",
    tableOf(results),
    "",
  ].join("\n");
}

export function jsonReport({ results, ...rest }: Report): string {
  const stories = results.map(({ story, verdict }) => ({
    id: story.id,
    claim: story.claim,
    sureness: story.sureness,
    sources: story.sources.map(sourceName),
    ...verdict,
  }));
  return `${JSON.stringify({ ...rest, counts: countsOf(results), stories }, null, 2)}\n`;
}

const sourceName = (source: Source): string => Object.entries(source).flat().join(":");

/** The note on a mock, for the terminal. */
export const noteOn = (report: Report): string | undefined => (report.service === "mock" ? mockNote : undefined);
