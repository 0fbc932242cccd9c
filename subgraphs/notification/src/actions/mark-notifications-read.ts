import type { ActionContext } from '@moa/subgraph';
import { done, memberId, type Outcome } from '@moa/subgraph';
import { decideMark } from '../domain/mark.ts';
import type { MarkNotificationsReadRefusal } from '../domain/refusals.ts';
import { type Marked, markOldest, markSome } from '../persistence/mark-read.ts';
import { lockMailbox } from '../persistence/recipients.ts';

/** Rows that one transaction marks: few enough for the time that a statement has. */
const batchSize = 5_000;

/** Gives how many are unread then. */
export async function markNotificationsRead(
  context: ActionContext,
  input: Parameters<typeof decideMark>[0],
): Promise<Outcome<number, MarkNotificationsReadRefusal['code']>> {
  const recipientId = memberId(context.viewer);
  const decision = decideMark(input);
  if (decision.kind === 'refused') return decision;
  const reading = { recipientId, now: context.clock() };
  const marking = decision.value;
  if (marking.kind === 'all') return done(await markAll(context, reading));
  return done(
    await context.transaction(async (em) => {
      await lockMailbox(em, recipientId);
      return (await markSome(em, { ...reading, ids: marking.ids })).unreadCount;
    }),
  );
}

/** In several transactions where there are many; all that were there at the first one. */
async function markAll(
  context: ActionContext,
  reading: { readonly recipientId: string; readonly now: Date },
): Promise<number> {
  let upTo: number | undefined;
  let last: Marked;
  do {
    last = await context.transaction(async (em) => {
      const { lastNumber } = await lockMailbox(em, reading.recipientId);
      upTo ??= lastNumber;
      return markOldest(em, { ...reading, upTo, limit: batchSize });
    });
  } while (last.marked === batchSize);
  return last.unreadCount;
}
