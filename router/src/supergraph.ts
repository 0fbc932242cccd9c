import { createHash } from 'node:crypto';
import { Supergraph as FederationSupergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type GraphQLSchema, parse } from 'graphql';
import { type CostMeter, createCostMeter } from './cost/meter.ts';
import { readPrices } from './cost/prices.ts';
import { type Corrections, correctSupergraph, readCorrections } from './plan/corrections/supergraph.ts';
import { type ResumableFields, readResumableFields } from './plan/resumable-fields.ts';

/** A supergraph ready to be planned against; immutable, so that a new one replaces it whole. */
export type Supergraph = {
  /** The same for the same schema, at every router. */
  readonly id: string;
  readonly sdl: string;
  /** What clients see and are validated against. */
  readonly apiSchema: GraphQLSchema;
  /** The same in the planner's own model; it may have synthetic fields more. */
  readonly plannedSchema: Schema;
  /** With every subgraph's types and `@join__` directives. */
  readonly fullSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly corrections: Corrections;
  readonly cost: CostMeter;
  readonly resumable: ResumableFields;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
};

/** @throws Error when `sdl` is not a supergraph schema, or declares what can't be */
export function loadSupergraph(sdl: string): Supergraph {
  const { original, planned, separated } = parseSupergraph(sdl);
  const plannedSchema = planned.apiSchema();
  const fullSchema = planned.schema.toGraphQLJSSchema();
  return {
    id: createHash('sha256').update(sdl).digest('base64url'),
    sdl,
    apiSchema: (planned === original ? plannedSchema : original.apiSchema()).toGraphQLJSSchema(),
    plannedSchema,
    fullSchema,
    planner: new QueryPlanner(planned),
    corrections: readCorrections(separated, fullSchema),
    cost: createCostMeter(readPrices(fullSchema)),
    resumable: readResumableFields(fullSchema),
    subgraphs: original.subgraphsMetadata(),
  };
}

function parseSupergraph(sdl: string) {
  try {
    const { ordered, separated } = correctSupergraph(parse(sdl));
    const original = FederationSupergraph.build(ordered, { validateSupergraph: true });
    if (separated.supergraph === ordered) return { original, planned: original, separated };
    // Not validated: what was external for the sake of a `@requires` has no use there any more.
    return {
      original,
      planned: FederationSupergraph.build(separated.supergraph, { validateSupergraph: false }),
      separated,
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `This is not a Federation 2 supergraph schema: ${reason}. Compose one from the subgraphs' schemas.`,
      { cause },
    );
  }
}
