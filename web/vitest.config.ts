import { defineConfig } from 'vitest/config';

/** The pages in a browser: one Moa for all files. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/moa.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', '../shared/testing/src/closing-line.ts'],
  },
});
