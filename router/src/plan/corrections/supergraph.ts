import type { DocumentNode, GraphQLSchema } from 'graphql';
import { findHollowFields, type HollowFields } from './hollow-fields.ts';
import { resolvableKeysFirst } from './key-order.ts';
import { type Needs, readNeeds } from './needs.ts';
import { type Separated, separateRequirements } from './requirements.ts';
import type { Requirements } from './separate-fetches.ts';
import { readTold } from './told.ts';

/** What has to be known of a supergraph so that operations on it are planned rightly. */
export type Corrections = {
  readonly needs: Needs;
  readonly hollowFields: HollowFields;
  readonly requirements: Requirements;
};

/** The supergraph that the planner gets. It is the same object as `ordered` when nothing had to be added to it. */
export function correctSupergraph(sdl: DocumentNode): {
  readonly ordered: DocumentNode;
  readonly separated: Separated;
} {
  const ordered = resolvableKeysFirst(sdl);
  return { ordered, separated: separateRequirements(ordered) };
}

/** `fullSchema` is the schema of the planner's supergraph, whole. */
export const readCorrections = (separated: Separated, fullSchema: GraphQLSchema): Corrections => ({
  needs: readNeeds(separated.supergraph, fullSchema),
  hollowFields: findHollowFields(separated.supergraph),
  requirements: { fields: separated.fields, told: readTold(separated) },
});
