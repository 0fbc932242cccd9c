import { fileURLToPath } from 'node:url';
import { peerFile, peerVersion } from '../peers.ts';
import { versionOf } from '../versions.ts';
import type { Target } from './target.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** All others are measured against it, and must answer as it does. */
export const plain: Target = {
  name: 'plain',
  title: 'plain @apollo/gateway',
  versions: () => ['@apollo/gateway', '@apollo/server'].map((name) => `${name} ${versionOf(name, import.meta.url)}`),
  args: (supergraph, port) => [here('plain.ts'), supergraph, String(port)],
};

const ours: Target = {
  name: 'ours',
  title: 'our router',
  versions: () => [],
  args: (supergraph, port) => [here('../../../router/src/main.ts'), '--supergraph', supergraph, '--port', String(port)],
  env: () => ({ PLACES_PER_ADDRESS: '0', MAX_CONNECTIONS: '0' }), // all clients of a bench come from one address
};

const hive = (planner: 'JavaScript' | 'Rust', { deduplicate }: { deduplicate: boolean }): Target => ({
  name: `hive${planner === 'Rust' ? '-rust' : ''}${deduplicate ? '-dedup' : ''}`,
  title: `Hive Gateway, ${planner === 'Rust' ? 'planner in Rust' : planner}${deduplicate ? ', shares fetches' : ''}`,
  versions: () =>
    ['@graphql-hive/gateway', '@graphql-hive/router-query-planner'].map((name) => `${name} ${peerVersion(name)}`),
  args: (_, port) => [
    peerFile('node_modules/@graphql-hive/gateway/dist/bin.js'),
    ...['supergraph', '--config-path', peerFile(planner === 'Rust' ? 'hive-rust.config.mjs' : 'hive.config.mjs')],
    ...['--host', '127.0.0.1', '--port', String(port)],
  ],
  env: (supergraph) => ({ SUPERGRAPH: supergraph, HIVE_DEDUPLICATE: deduplicate ? '1' : '0' }),
});

/** In the order of the report. */
export const targets: readonly Target[] = [
  plain,
  ours,
  hive('JavaScript', { deduplicate: false }),
  hive('Rust', { deduplicate: false }),
  hive('JavaScript', { deduplicate: true }),
  hive('Rust', { deduplicate: true }),
];
