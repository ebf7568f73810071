import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['src/**/*.test.ts', 'app/**/*.test.ts', 'e2e/unit/**/*.test.ts'], environment: 'node' },
});
