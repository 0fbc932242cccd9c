import { loadSupergraph } from '@moa/router';
import { findBreakingChanges } from 'graphql';

/** What clients of the first supergraph would miss in the second, in words. What clients don't see, breaks nobody. */
export const breakingChanges = (before: string, after: string): readonly string[] =>
  findBreakingChanges(loadSupergraph(before).apiSchema, loadSupergraph(after).apiSchema).map(
    ({ description }) => description,
  );
