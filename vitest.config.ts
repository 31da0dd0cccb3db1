import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "app/**/*.test.ts", "test/**/*.test.ts"],
    // For what hangs: long enough for a machine with other work to do.
    testTimeout: 300_000,
    hookTimeout: 900_000,
    // Browser tests wait much of their time.
    maxWorkers: 3,
    // A worker loads a module once, and keeps its browser and its command process, for all files of tests that it runs.
    isolate: false,
  },
});
