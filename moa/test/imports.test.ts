import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Package, Project } from './imports/project.ts';
import { importsOf, readProject } from './imports/read.ts';
import {
  declaresWhatItUses,
  hasNoCycle,
  keepsDirection,
  keepsDomainPure,
  keepsSubgraphsApart,
  keepsWalls,
  type Pure,
  type Rooms,
  type Rule,
  staysOnPaths,
  type Walls,
} from './imports/rules.ts';

/** What must know nothing of what. The router serves any graph; what is shared serves any subgraph. */
const walls: Walls = {
  router: ['shared/contracts', 'subgraphs', 'city'],
  shared: ['subgraphs', 'router', 'moa', 'e2e', 'city'],
  // It uses the public graph, as anybody could.
  city: ['shared', 'subgraphs', 'router', 'moa', 'e2e'],
};

/** One direction inside a subgraph: open → resolvers | events | jobs → actions → domain, actions → persistence → domain. */
const rooms: Rooms = {
  index: ['open', 'seed', 'persistence', 'provider', 'advisor', 'migrations', 'domain'],
  open: [
    'resolvers',
    'events',
    'jobs',
    'actions',
    'persistence',
    'domain',
    'provider',
    'providers',
    'credentials',
    'tokens',
    'positions',
    'route',
    'channels',
    'advisor',
    'network',
  ],
  resolvers: ['actions', 'persistence', 'positions', 'network', 'domain'],
  events: ['actions', 'domain'],
  jobs: ['actions', 'domain'],
  actions: [
    'persistence',
    'domain',
    'provider',
    'providers',
    'credentials',
    'tokens',
    'positions',
    'route',
    'channels',
    'advisor',
    'network',
  ],
  seed: ['persistence', 'domain', 'credentials'],
  persistence: ['domain', 'migrations', 'tokens'],
  // Ports of single subgraphs: pay's way to its provider; account's to passwords, to access tokens and to those who vouch for
  // members; taxi's to the map of drivers and to who knows the ways by road; notification's to where
  // messages go outside; plan's to who writes itineraries; subway's network in memory.
  provider: ['domain'],
  providers: ['domain'],
  credentials: ['domain'],
  tokens: ['domain'],
  positions: ['domain'],
  route: ['domain'],
  channels: ['domain'],
  advisor: ['data', 'domain'],
  network: ['persistence', 'domain'],
  domain: ['data'],
  // Tariffs and maps as they were published, with their sources.
  data: [],
  // Subway's network is data that comes with its tables.
  migrations: ['data', 'domain'],
  // Pay's stand-in for its provider is a program of its own.
  sandbox: [],
};

/** All that is not pure is asynchronous here, so this is also what keeps the domain synchronous. */
const pure: Pure = {
  '@moa/money': 'anything',
  '@moa/saga': 'anything',
  '@moa/contracts': 'anything',
  '@moa/identity': [],
  '@moa/subgraph': ['done', 'refused', 'refusalsFrom', 'isId'],
  'node:crypto': ['createHash'],
  'd3-geo': 'anything',
  'ngraph.graph': 'anything',
  'ngraph.path': 'anything',
  'es-hangul': 'anything',
};

const rules: Readonly<Record<string, Rule>> = {
  'walls stand': keepsWalls(walls),
  'subgraphs are apart': keepsSubgraphsApart,
  'arrows run one way inside a subgraph': keepsDirection(rooms),
  'the domain is pure': keepsDomainPure(pure),
  'there is no cycle': hasNoCycle,
  'packages are entered by their doors': staysOnPaths,
  'packages declare what they use, and use what they declare': declaresWhatItUses,
};

const root = path.resolve(import.meta.dirname, '../..');

describe('the imports of the project', () => {
  const project = readProject(root, ['subgraphs', 'shared', 'router', 'db', 'moa']);

  test.each(Object.entries(rules))('%s', (_name, rule) => {
    expect(rule(project)).toEqual([]);
  });

  test('are found at all', () => {
    expect(project.files.length).toBeGreaterThan(200);
    expect(project.packages.length).toBeGreaterThan(15);
    expect(project.files.flatMap(({ imports }) => imports).length).toBeGreaterThan(project.files.length);
  });
});

describe('each rule', () => {
  const named = (folder: string, name: string, more: Partial<Package> = {}): Package => ({
    folder,
    name,
    exports: { '.': './src/index.ts' },
    dependencies: [],
    devDependencies: [],
    ...more,
  });
  /** A project of these files: path → its text. */
  const projectOf = (texts: Readonly<Record<string, string>>, packages: readonly Package[] = []): Project => ({
    files: Object.entries(texts).map(([file, text]) => ({ file, imports: importsOf(text) })),
    packages: [
      named('subgraphs/order', '@moa/order-subgraph'),
      named('subgraphs/pay', '@moa/pay-subgraph'),
      named('shared/contracts', '@moa/contracts'),
      named('router', '@moa/router'),
      ...packages,
    ],
    tools: ['vitest'],
  });

  test.each<[string, Rule, Readonly<Record<string, string>>, string]>([
    [
      'a router that knows the facts',
      keepsWalls(walls),
      { 'router/src/open.ts': `import type { OrderFact } from '@moa/contracts';` },
      'router/src/open.ts imports @moa/contracts: router may know nothing of shared/contracts',
    ],
    [
      'something shared that knows a subgraph',
      keepsWalls(walls),
      { 'shared/money/src/won.ts': `export { x } from '@moa/order-subgraph';` },
      'shared/money/src/won.ts imports @moa/order-subgraph: shared may know nothing of subgraphs',
    ],
    [
      'a subgraph that imports another by name',
      keepsSubgraphsApart,
      { 'subgraphs/order/src/open.ts': `import { openPay } from '@moa/pay-subgraph';` },
      'subgraphs/order/src/open.ts imports @moa/pay-subgraph: order reaches pay only through its facts and its graph',
    ],
    [
      'a subgraph that imports another by path',
      keepsSubgraphsApart,
      { 'subgraphs/order/test/order.test.ts': `import '../../pay/src/open.ts';` },
      'subgraphs/order/test/order.test.ts imports ../../pay/src/open.ts: order reaches pay only through its facts and its graph',
    ],
    [
      'an arrow that runs back',
      keepsDirection(rooms),
      { 'subgraphs/order/src/persistence/orders.ts': `import { save } from '../actions/save.ts';` },
      'subgraphs/order/src/persistence/orders.ts imports ../actions/save.ts: persistence may not import actions',
    ],
    [
      'a resolver that skips to the composition root',
      keepsDirection(rooms),
      { 'subgraphs/order/src/resolvers/query.ts': `import type { OrderConfig } from '../open.ts';` },
      'subgraphs/order/src/resolvers/query.ts imports ../open.ts: resolvers may not import open',
    ],
    [
      'a room that nobody has thought about',
      keepsDirection(rooms),
      { 'subgraphs/order/src/utils/text.ts': `import { x } from '../domain/order.ts';` },
      'subgraphs/order/src/utils/text.ts: a subgraph has no room utils; say in the rules what it may import',
    ],
    [
      'a domain that reads files',
      keepsDomainPure(pure),
      { 'subgraphs/order/src/domain/order.ts': `import { readFile } from 'node:fs/promises';` },
      `subgraphs/order/src/domain/order.ts imports node:fs/promises: the domain is pure, and knows only ${Object.keys(pure).join(', ')}`,
    ],
    [
      'a domain that takes more than it may',
      keepsDomainPure(pure),
      { 'subgraphs/order/src/domain/order.ts': `import { done, listen, type Subgraph } from '@moa/subgraph';` },
      'subgraphs/order/src/domain/order.ts imports listen of @moa/subgraph: the domain may take only done, refused, refusalsFrom, isId',
    ],
    [
      'a domain that takes more of identity than its types',
      keepsDomainPure(pure),
      { 'subgraphs/order/src/domain/access.ts': `import { createSigner } from '@moa/identity';` },
      'subgraphs/order/src/domain/access.ts imports createSigner of @moa/identity: the domain may take only its types',
    ],
    [
      'a cycle, of types too',
      hasNoCycle,
      {
        'db/src/a.ts': `import { b } from './b.ts';`,
        'db/src/b.ts': `export * from './c.ts';`,
        'db/src/c.ts': `import type { A } from './a.ts';`,
      },
      'an import cycle: db/src/a.ts → db/src/b.ts → db/src/c.ts → db/src/a.ts',
    ],
    [
      'a cycle between packages',
      hasNoCycle,
      {
        'router/src/index.ts': `await import('@moa/contracts');`,
        'shared/contracts/src/index.ts': `import '@moa/router';`,
      },
      'an import cycle: router/src/index.ts → shared/contracts/src/index.ts → router/src/index.ts',
    ],
    [
      'a package entered through the wall',
      staysOnPaths,
      { 'router/src/open.ts': `import { won } from '@moa/contracts/src/fact.ts';` },
      'router/src/open.ts imports @moa/contracts/src/fact.ts: @moa/contracts does not export that',
    ],
    [
      'a package entered by path',
      staysOnPaths,
      { 'router/src/open.ts': `import { won } from '../../shared/contracts/src/fact.ts';` },
      'router/src/open.ts imports ../../shared/contracts/src/fact.ts: outside of its package there are only the names of packages',
    ],
    [
      'a package that is not declared',
      declaresWhatItUses,
      { 'router/src/open.ts': `import fastify from 'fastify';` },
      'router/src/open.ts imports fastify: add it to router/package.json',
    ],
    [
      'a tool of the tests that the program uses',
      declaresWhatItUses,
      { 'router/src/open.ts': `import { vi } from 'vitest';`, 'router/test/a.test.ts': `import { vi } from 'vitest';` },
      'router/src/open.ts imports vitest: add it to router/package.json',
    ],
  ])('catches %s', (_what, rule, texts, message) => {
    expect(rule(projectOf(texts))).toEqual([message]);
  });

  test('catches a package that is declared and not used, or used by tests only', () => {
    const db = named('db', '@moa/db', { dependencies: ['pg', 'zod'], devDependencies: ['jose', 'ws'] });
    const texts = {
      'db/src/a.ts': `import pg from 'pg';`,
      'db/test/a.test.ts': `import { z } from 'zod';\nimport 'jose/jwt';`,
    };
    expect(declaresWhatItUses(projectOf(texts, [db]))).toEqual([
      'db/package.json has zod among its dependencies, where nothing uses it: take it out',
      'db/package.json has ws among its devDependencies, where nothing uses it: take it out',
    ]);
  });

  test('leaves alone what the code generator takes from the files that it serves', () => {
    const texts = {
      'subgraphs/order/src/resolvers/schema.gen.ts': `import type { Reference } from './member.ts';`,
      'subgraphs/order/src/resolvers/member.ts': `import type { MemberResolvers } from './schema.gen.ts';`,
    };
    expect(hasNoCycle(projectOf(texts))).toEqual([]);
  });

  test('reads every kind of import, and no text that only looks like one', () => {
    const text = `
      import a, { b as c, type D } from './1.ts';
      import type {
        E,
      } from './2.ts';
      import { type F } from './3.ts';
      export * from './4.ts';
      import './5.ts';
      const six = await import('./6.ts');
      // import g from './7.ts';
      const sql = 'select x from y';`;
    expect(importsOf(text)).toEqual([
      { from: './1.ts', values: ['a', 'b'], typeOnly: false },
      { from: './2.ts', values: [], typeOnly: true },
      { from: './3.ts', values: [], typeOnly: true },
      { from: './4.ts', values: ['*'], typeOnly: false },
      { from: './5.ts', values: [], typeOnly: false },
      { from: './6.ts', values: ['*'], typeOnly: false },
    ]);
  });
});
