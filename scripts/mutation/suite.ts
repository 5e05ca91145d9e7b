// Runs the tests of one file with many changed contracts in one process, as starting one for each would take most of the time.
import { describe, vi } from "vitest";

const { tests, mutants }: { tests: string; mutants: string[] } = JSON.parse(process.env.MUTANTS ?? "");

for (const mutant of mutants) {
  describe(mutant, async () => {
    vi.resetModules();
    process.env.CONTRACT = mutant;
    await import(tests);
  });
}
