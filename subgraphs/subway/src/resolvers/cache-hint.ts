import { maybeCacheControlFromInfo } from '@apollo/cache-control-types';
import type { GraphQLResolveInfo } from 'graphql';

/** What schema.graphql says of its root fields, for those who can't say it there. In seconds. */
const longest = 300;

/** The answer of the field may be kept this many seconds, five minutes when left out. Say so before the first `await`. */
export function mayBeKept(info: GraphQLResolveInfo, seconds = longest): void {
  const maxAge = Math.max(0, Math.min(longest, Math.floor(seconds)));
  // Over graphql-ws there is nobody who would keep it.
  maybeCacheControlFromInfo(info)?.cacheHint.restrict({ maxAge });
}
