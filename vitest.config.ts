import { defineConfig } from "vitest/config";

export default defineConfig({
  // By default one core stays idle, and two are all that a small machine has.
  test: { pool: "threads", include: ["tests/**/*.test.ts"], maxWorkers: "100%" },
});
