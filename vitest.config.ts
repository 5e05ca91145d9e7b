import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "threads",
    maxWorkers: "100%", // by default one core stays idle, and two are all that a small machine has
    isolate: false, // no test changes what others import, so a worker loads the compiler and the parsers once
    testTimeout: 60_000, // a test that waits for a program of its own takes long on a busy machine, and is not wrong
    hookTimeout: 60_000,
    coverage: {
      include: ["src/**"],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
});
