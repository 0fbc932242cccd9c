import { defineConfig } from 'vitest/config';
import FlowsFirst from './shared/testing/src/flows-first.ts';

export default defineConfig({
  // What Node itself would load: graphql's `module` entry would be a second instance beside the one of Apollo Server.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['{shared,subgraphs}/*/test/**/*.test.ts', '{router,db,moa,e2e,city,bench,deploy}/test/**/*.test.ts'],
    globalSetup: ['shared/testing/src/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 3, // many of them wait for timers; on two cores
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { sequencer: FlowsFirst },
    reporters: ['default', './shared/testing/src/closing-line.ts'],
  },
});
