import { globSync, readFileSync } from 'node:fs';
import { type DocumentNode, Kind, NoUnusedFragmentsRule, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { fragmentsIn } from '../../src/cost/meter.ts';
import { limits } from '../../src/limits.ts';
import { loadSupergraph } from '../../src/supergraph.ts';

const root = new URL('../../../', import.meta.url).pathname;
const supergraph = loadSupergraph(readFileSync(`${root}router/supergraph.graphql`, 'utf8'));
const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/** Programs that speak to this very graph, and what people are told to try on it. */
const files = globSync(
  ['e2e/{src,test}/**/*.ts', 'bench/src/**/*.ts', 'city/src/**/*.ts', 'moa/src/*.ts', 'README.md', 'docs/*.{md,mjs}'],
  { cwd: root },
).map((name) => ({ name, text: readFileSync(root + name, 'utf8') }));

/** Selections that several documents share, by the name of the constant that holds them. */
const shared = new Map(
  files.flatMap(({ text }) =>
    Array.from(
      text.matchAll(/const (\w+) =\s*[`']([^`']*)[`']/g),
      ([, name = '', value = '']) => [name, value] as const,
    ),
  ),
);

const written = (text: string): string =>
  Array.from({ length: 4 }).reduce<string>(
    (document) => document.replace(/\$\{(\w+)\}/g, (hole, name: string) => shared.get(name) ?? hole),
    text,
  );

const textsIn = (text: string): readonly string[] =>
  [/[`']((?:\s*#.*\n)*\s*(?:query|mutation|subscription|\{)[^`']*)[`']/g, /```graphql\n([\s\S]*?)```/g].flatMap(
    (pattern) => Array.from(text.matchAll(pattern), ([, found = '']) => written(found)),
  );

/** Nothing for what is no document of this graph: other things are written between the same marks. */
function documentIn(text: string): DocumentNode | undefined {
  try {
    const document = parse(text, { maxTokens: limits.tokens });
    return validate(supergraph.apiSchema, document, rules).length === 0 ? document : undefined;
  } catch {
    return undefined;
  }
}

const operations = files.flatMap(({ name, text }) =>
  textsIn(text)
    .flatMap((found) => documentIn(found) ?? [])
    .flatMap((document) =>
      document.definitions.flatMap((node) =>
        node.kind === Kind.OPERATION_DEFINITION
          ? [{ name, node, cost: supergraph.cost.costOf(node, fragmentsIn(document), {}) }]
          : [],
      ),
    ),
);

describe('what is asked of this graph every day', () => {
  test('is found', () => {
    expect(operations.length).toBeGreaterThan(80);
    for (const name of ['README.md', 'moa/src/exploration.ts', 'e2e/test/my-page.test.ts', 'e2e/src/social.ts'])
      expect(operations.map((operation) => operation.name)).toContain(name);
  });

  test('costs at most half of what it may', () => {
    const dear = operations.filter(({ cost }) => cost > limits.cost / 2);
    expect(dear.map(({ name, node, cost }) => [name, cost, node.loc?.source.body])).toEqual([]);
  });
});
