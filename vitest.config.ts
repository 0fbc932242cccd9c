import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{shared,subgraphs}/*/test/**/*.test.ts', '{router,db,moa,e2e,bench}/test/**/*.test.ts'],
    globalSetup: ['shared/testing/src/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', './shared/testing/src/closing-line.ts'],
  },
});
