import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import type { Sent } from '../../src/execute/copies.ts';
import { askedOf } from '../../src/execute/entity-fetch.ts';
import { createRepresent, plainFieldsOf } from '../../src/execute/representations.ts';

const schema = buildSchema(
  'type Query { a: A b: B } interface I { id: ID } type A implements I { id: ID n: Int } type B implements I { id: ID n: Int }',
);
const field = (name: string) => ({ kind: 'Field', name }) as const;
const requires = [
  { kind: 'InlineFragment', typeCondition: 'I', selections: ['__typename', 'n', 'id'].map(field) } as const,
];

const entity = fc.record(
  {
    __typename: fc.constantFrom<unknown>('A', 'B', 'C', null),
    n: fc.constantFrom<unknown>(0, -0, 1, null, '1', [1]),
    id: fc.constantFrom<unknown>('1', '2', 1, '', null),
  },
  { requiredKeys: [] },
);

test('each entity is sent as what it would be written as, and nothing is sent twice', () => {
  const represent = createRepresent(schema, requires, undefined);
  const fields = plainFieldsOf(requires);
  expect(fields).toEqual(['__typename', 'n', 'id']);
  fc.assert(
    fc.property(fc.array(entity), (found) => {
      const sent: Sent = new Map();
      const { entities, indices, sentAs } = askedOf(found, represent, sent, fields);
      const texts = found.map(represent);
      const representations = [...sent.keys()];
      expect(indices).toEqual(texts.flatMap((text, index) => (text === undefined ? [] : index)));
      expect(entities).toEqual(indices.map((index) => found[index]));
      expect(sentAs.map((at) => representations[at])).toEqual(indices.map((index) => texts[index]));
      expect([...sent.values()]).toEqual(representations.map((_, index) => index));
    }),
  );
});
