import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { createRepresent } from '../../src/execute/representations.ts';
import type { Entity } from '../../src/execute/run.ts';

const schema = buildSchema(`
  type Query { media: [Media] }
  interface Media { id: ID! }
  type Book implements Media { id: ID! size: Size sizes: [Size] tags: [String] }
  type Film implements Media { id: ID! }
  type Size { width: Int height: Int }
`);

const field = (name: string, selections?: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'Field',
  name,
  ...(selections && { selections }),
});
const on = (typeCondition: string, ...selections: QueryPlanSelectionNode[]): QueryPlanSelectionNode => ({
  kind: 'InlineFragment',
  typeCondition,
  selections,
});
const size = [field('width'), field('height')];

const requirements: Record<string, QueryPlanSelectionNode[]> = {
  'a key': [on('Book', field('__typename'), field('id'))],
  'a key of each type': [on('Book', field('__typename'), field('id')), on('Film', field('__typename'), field('id'))],
  'an interface and a type': [on('Media', field('__typename'), field('id')), on('Book', field('tags'))],
  'nested fields': [on('Book', field('__typename'), field('id'), field('size', size), field('sizes', size))],
  'fields of a type further down': [on('Book', field('__typename'), field('size', [on('Size', field('width'))]))],
  'no __typename': [on('Book', field('id'))],
  'a name that objects have by birth': [on('Book', field('__typename'), field('constructor'))],
};

const leaf = fc.constantFrom<unknown>(null, 0, -1.5, 1e21, 'x', '"\n', 'ü😀', true, '');
const sized = fc.oneof(
  leaf,
  fc.record({ __typename: fc.constant('Size'), width: leaf, height: leaf }, { requiredKeys: [] }),
);
const entities: fc.Arbitrary<Entity> = fc.record<Entity>(
  {
    __typename: fc.constantFrom<unknown>('Book', 'Film', 'Size', 'Nothing', '', null),
    id: leaf,
    size: sized,
    sizes: fc.array(sized, { maxLength: 3 }),
    tags: fc.array(leaf, { maxLength: 3 }),
    constructor: leaf,
  },
  { requiredKeys: [] },
);

test.each(Object.entries(requirements))('%s: the text is that of the object', (_what, requires) => {
  // A rewrite of nothing makes the second one build objects, as the rules of the gateway have it.
  const [asText, asObject] = [undefined, [{ kind: 'ValueSetter' as const, path: [], setValueTo: 0 }]].map((rewrites) =>
    createRepresent(schema, requires, rewrites),
  );
  fc.assert(
    fc.property(fc.array(entities, { maxLength: 5 }), (found) => {
      for (const entity of found) expect(asText?.(entity)).toBe(asObject?.(entity));
    }),
    { numRuns: 300 },
  );
});

test('too little known of an entity: it is not asked for', () => {
  const represent = createRepresent(schema, [on('Book', field('__typename'), field('id'))], undefined);
  expect(represent({ __typename: 'Book', id: '1' })).toBe('{"__typename":"Book","id":"1"}');
  expect(represent({ __typename: 'Book', id: null })).toBe('{"__typename":"Book","id":null}');
  expect(represent({ __typename: 'Book' })).toBeUndefined();
  expect(represent({ __typename: 'Film', id: '1' })).toBeUndefined();
  expect(represent({ id: '1' })).toBeUndefined();
});
