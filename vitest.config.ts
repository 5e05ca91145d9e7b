import { defineConfig } from "vitest/config";

export default defineConfig({
  // By default one core stays idle, and two are all that a small machine has. It may be busy: a slow test is no wrong one.
  test: { pool: "threads", include: ["tests/**/*.test.ts"], maxWorkers: "100%", testTimeout: 30_000 },
});
