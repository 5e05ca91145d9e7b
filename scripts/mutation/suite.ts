// Runs the contract tests with many changed contracts in one process, as starting one for each would take most of the time.
import { afterEach, beforeEach, describe, test, vi } from "vitest";

const { tests, mutants }: { tests: string[]; mutants: string[] } = JSON.parse(process.env.MUTANTS ?? "");

for (const mutant of mutants) {
  describe(mutant, async () => {
    let isNoticed = false;
    // The first failure shows that a change is noticed, so the other tests needn't run.
    beforeEach(({ skip }) => skip(isNoticed));
    afterEach(({ task }) => {
      isNoticed ||= task.result?.state === "fail";
    });
    vi.resetModules();
    process.env.CONTRACT = mutant;
    for (const file of tests)
      await import(file).catch((error: Error) => {
        test(`${file} loads`, () => {
          throw error;
        });
      });
  });
}
