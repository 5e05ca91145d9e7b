// Runs the contract tests with many changed contracts in one process, as starting one for each would take most of the time.
import { afterEach, describe, type RunnerTask, test, vi } from "vitest";

const { tests, mutants }: { tests: string[]; mutants: string[] } = JSON.parse(process.env.MUTANTS ?? "");

for (const mutant of mutants) {
  describe(mutant, async () => {
    // The first failure shows that a change is noticed, so the other tests needn't run.
    afterEach(({ task }) => {
      if (task.result?.state === "fail") skipBelow(suiteNamed(mutant, task));
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

function suiteNamed(name: string, task: RunnerTask): RunnerTask {
  return task.name === name || !task.suite ? task : suiteNamed(name, task.suite);
}

function skipBelow(task: RunnerTask): void {
  if ("tasks" in task) for (const child of task.tasks) skipBelow(child);
  else if (!task.result) task.mode = "skip";
}
