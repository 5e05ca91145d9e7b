// Runs the tests of one file over many broken contracts, in one process: to start one for each would take most of the time.
import { describe, vi } from "vitest";

const { tests, mutants } = JSON.parse(process.env.MUTANTS!) as { tests: string; mutants: string[] };

for (const mutant of mutants) {
  describe(mutant, async () => {
    vi.resetModules();
    process.env.CONTRACT = mutant;
    await import(tests);
  });
}
