import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'app/**/*.test.ts', 'e2e/unit/**/*.test.ts'],
    environment: 'node',
    // Whole runs of a million steps and hundreds of broken links, on a machine that may be doing other work.
    testTimeout: 60_000,
  },
});
