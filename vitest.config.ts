import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "threads",
    setupFiles: ["tests/support/random-seed.ts"],
    maxWorkers: "100%", // by default, one core is idle, which is half of a small machine
    isolate: false, // no test changes what others import, so a worker loads the compiler and the parsers only once
    testTimeout: 300_000, // a test that starts a program takes long on a busy machine; it ends with the program
    hookTimeout: 300_000,
    coverage: {
      include: ["src/**"],
      exclude: ["src/conformance/**", "src/emulator/**", "src/cli.ts"],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
});
