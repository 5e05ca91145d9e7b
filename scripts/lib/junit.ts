import { createRequire } from "node:module";
import type { Builder } from "junit-report-builder";
import type { Report } from "./lint-report.ts";

// Not an import, as its types have a default export that it lacks.
const builder: Builder = createRequire(import.meta.url)("junit-report-builder");

/** All reports as a JUnit document: a suite for each linter, with a failed case for each finding, or one case that passes. */
export function asJunit(reports: Report[]): string {
  const document = builder.newBuilder().name("npm run lint");
  for (const { subject, findings, failure } of reports) {
    const suite = document.testSuite().name(subject);
    const linter = () => suite.testCase().name(subject).className("lint");
    if (failure !== undefined) linter().error(failure, "linter-failed");
    else if (findings.length === 0) linter();
    for (const { file, line, column, rule, message } of findings)
      suite.testCase().name(`${file}:${line}:${column} ${rule}`).className(rule).file(file).failure(message, rule);
  }
  return document.build();
}
