import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import type { Subgraph } from './subgraph.ts';

type Module = Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>;

/** schema.graphql with its resolvers, and the fields that federation adds. */
export function executableSchema({
  typeDefs,
  resolvers,
}: Pick<Subgraph<object>, 'typeDefs' | 'resolvers'>): GraphQLSchema {
  const module = { typeDefs: parse(typeDefs), resolvers };
  // The generated resolver types are stricter than Apollo's resolver map and don't extend it.
  return buildSubgraphSchema(module as Module);
}
