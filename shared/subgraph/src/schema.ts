import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import { checkPolicies } from './policy-faults.ts';
import { enforcePolicies } from './policy-guards.ts';
import type { Subgraph } from './subgraph.ts';

type Module = Extract<Parameters<typeof buildSubgraphSchema>[0], readonly unknown[]>[number];

/**
 * schema.graphql with its resolvers behind its policies, and the fields that federation adds.
 * @throws Error naming every field whose policy is missing or stale
 */
export function executableSchema({
  name,
  typeDefs,
  resolvers,
  policies,
}: Pick<Subgraph<object>, 'name' | 'typeDefs' | 'resolvers' | 'policies'>): GraphQLSchema {
  // The generated resolver types are stricter than Apollo's resolver map and don't extend it.
  const schema = buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers } as Module]);
  checkPolicies(name, schema, policies);
  enforcePolicies(schema, policies);
  return schema;
}
