import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import type { Subgraph } from './subgraph.ts';

type Module = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>[number];

/** schema.graphql with its resolvers, and the fields that federation adds. */
export function executableSchema({
  typeDefs,
  resolvers,
}: Pick<Subgraph<object>, 'typeDefs' | 'resolvers'>): GraphQLSchema {
  // The generated resolver types are stricter than Apollo's resolver map and don't extend it.
  return buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers } as Module]);
}
