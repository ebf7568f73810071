import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'app/**/*.test.ts', 'e2e/unit/**/*.test.ts'],
    environment: 'node',
    // Modules are loaded once and not for each file, on both cores: half the time. No test leaves anything behind.
    isolate: false,
    maxWorkers: 2,
    // Whole runs of a million steps and hundreds of broken links, on a machine that may be doing other work.
    testTimeout: 60_000,
  },
});
