import { createHash } from 'node:crypto';
import { Supergraph as FederationSupergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';

/** A supergraph ready to be planned against; immutable, so that a new one replaces it whole. */
export type Supergraph = {
  /** The same for the same schema, at every router. */
  readonly id: string;
  readonly sdl: string;
  /** What clients see and are validated against. */
  readonly apiSchema: GraphQLSchema;
  /** The same in the planner's own model. */
  readonly plannedSchema: Schema;
  /** With every subgraph's types and `@join__` directives. */
  readonly fullSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
};

/** @throws Error when `sdl` is not a supergraph schema */
export function loadSupergraph(sdl: string): Supergraph {
  const supergraph = parseSupergraph(sdl);
  const plannedSchema = supergraph.apiSchema();
  return {
    id: createHash('sha256').update(sdl).digest('base64url'),
    sdl,
    apiSchema: plannedSchema.toGraphQLJSSchema(),
    plannedSchema,
    fullSchema: supergraph.schema.toGraphQLJSSchema(),
    planner: new QueryPlanner(supergraph),
    subgraphs: supergraph.subgraphsMetadata(),
  };
}

function parseSupergraph(sdl: string): FederationSupergraph {
  try {
    return FederationSupergraph.build(sdl, { validateSupergraph: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `This is not a Federation 2 supergraph schema: ${reason}. Compose one from the subgraphs' schemas.`,
      { cause },
    );
  }
}
