import { defineConfig } from "vitest/config";

/** What tests the programs that judge a pull request, and nothing that ships. `npm run gate:test` runs them, `npm test` the others. */
const gateTests = ["tests/scripts/{check,diff,gate,lint,workflows}/**/*.test.ts", "tests/scripts/programs.test.ts"];

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: "package", include: ["tests/**/*.test.ts"], exclude: gateTests } },
      { extends: true, test: { name: "gate", include: gateTests } },
    ],
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
