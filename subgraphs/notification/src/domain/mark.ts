import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type MarkNotificationsReadRefusal, markNotificationsReadRefusals } from './refusals.ts';

/** Which of a member's notifications are to be read. */
export type Marking = { readonly kind: 'all' } | { readonly kind: 'some'; readonly ids: readonly string[] };

const refuse = refusalsFrom(markNotificationsReadRefusals);
const mostIds = 100;

export function decideMark({
  ids,
  all,
}: {
  readonly ids?: readonly string[] | null | undefined;
  readonly all?: boolean | null | undefined;
}): Outcome<Marking, MarkNotificationsReadRefusal['code']> {
  if (all) return done({ kind: 'all' });
  if (ids && ids.length > mostIds) return refused(refuse('TOO_MANY_IDS', 'ids'));
  return done({ kind: 'some', ids: ids ?? [] });
}
