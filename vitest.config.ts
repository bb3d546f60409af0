import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // By default one core is left idle, half of a machine of two.
    maxWorkers: "100%",
    projects: [
      // How long a test takes says nothing of what it holds: a loaded machine may take ten times as long.
      { test: { name: "unit", include: ["tests/unit/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 } },
      // Builds and browsers: one file at a time per core, with time for a slow machine.
      { test: { name: "site", include: ["tests/site/**/*.test.ts"], testTimeout: 600_000, hookTimeout: 600_000 } },
      { test: { name: "tools", include: ["tests/tools/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000 } },
    ],
  },
});
