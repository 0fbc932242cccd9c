import fc from 'fast-check';
import {
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { compose, loadSupergraph } from '../../src/index.ts';
import { type Case, operations } from './generate/operations.ts';
import { trickyNames } from './generate/samples.ts';
import { subgraphs } from './graph/graph.ts';
import { samples } from './samples.ts';

/** One that is known to be enough; the tests of the router may take any. */
const seed = 20_260_301;
let schema: GraphQLSchema;
let written: readonly Case[];

beforeAll(() => {
  schema = loadSupergraph(
    compose(subgraphs(() => {}).map((each) => ({ ...each, url: 'http://nowhere.example' }))),
  ).apiSchema;
  const sample = (kind: OperationTypeNode.QUERY | OperationTypeNode.MUTATION, numRuns: number) =>
    fc.sample(operations({ schema, samples, kind }), { seed, numRuns });
  written = [...sample(OperationTypeNode.QUERY, 2_500), ...sample(OperationTypeNode.MUTATION, 300)];
});

test('every operation that is written is valid', () => {
  const faults = written.flatMap(({ document }) => validate(schema, document));
  expect(faults.map(({ message }) => message)).toEqual([]);
});

test('together they reach every field and argument of the schema', () => {
  const all = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && (isObjectType(type) || isInterfaceType(type)))
    .flatMap((type) =>
      (isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []).flatMap((field) => [
        `${type.name}.${field.name}`,
        ...field.args.map(({ name }) => `${type.name}.${field.name}(${name})`),
      ]),
    );
  const reached = new Set<string>();
  for (const { document } of written) {
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        Field: ({ name }) => void reached.add(`${types.getParentType()}.${name.value}`),
        Argument: ({ name }) => {
          if (!types.getDirective())
            reached.add(`${types.getParentType()}.${types.getFieldDef()?.name}(${name.value})`);
        },
      }),
    );
  }
  expect(all.filter((place) => !reached.has(place))).toEqual([]);
});

test('they use all that the language has for asking', () => {
  const used = new Set<string>();
  for (const { document, asks } of written) {
    if (asks.some(({ operationName }) => operationName?.startsWith('Op'))) used.add('several operations');
    if (asks.some(({ variables }) => Object.values(variables).includes(null))) used.add('null for a variable');
    visit(document, {
      enter(node) {
        used.add(node.kind);
        if (node.kind === Kind.FIELD && node.alias) used.add(`alias ${node.alias.value}`);
        if (node.kind === Kind.FIELD && node.name.value === '__typename') used.add('__typename');
        if (node.kind === Kind.INLINE_FRAGMENT && !node.typeCondition) used.add('fragment without a type');
        if (node.kind === Kind.VARIABLE_DEFINITION) used.add(node.defaultValue ? 'default' : 'no default');
        if (node.kind === Kind.DIRECTIVE) used.add(`@${node.name.value} ${node.arguments?.[0]?.value.kind}`);
      },
    });
  }
  const expected = [
    ...['several operations', 'null for a variable', '__typename', 'fragment without a type', 'default', 'no default'],
    ...[Kind.FRAGMENT_SPREAD, Kind.INLINE_FRAGMENT, Kind.OBJECT, Kind.LIST, Kind.NULL, Kind.ENUM, Kind.FLOAT],
    ...['@skip', '@include'].flatMap((name) => [`${name} ${Kind.VARIABLE}`, `${name} ${Kind.BOOLEAN}`]),
    ...['twin15_0', ...trickyNames].map((name) => `alias ${name}`),
  ];
  expect(expected.filter((each) => !used.has(each))).toEqual([]);
});

test('a counterexample shrinks to what matters', () => {
  const asksForStars = ({ asks }: Case) => !asks.some(({ query }) => query.includes('stars'));
  const { counterexample } = fc.check(fc.property(operations({ schema, samples }), asksForStars), {
    seed,
    numRuns: 1_000,
  });
  expect(counterexample?.[0].asks).toHaveLength(1);
  expect(counterexample?.[0].asks[0]?.query.split('\n').length).toBeLessThan(20);
});
