import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/suites/site/*.spec.js"],
    globalSetup: "tests/suites/site/setup.ts",
    fileParallelism: false, // one browser keeps a small machine busy
    testTimeout: 120_000, // axe reads every element of a long page
    hookTimeout: 120_000,
  },
});
