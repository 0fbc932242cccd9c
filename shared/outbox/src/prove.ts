import type { EntityManager } from '@mikro-orm/postgresql';
import type { JobState } from '@moa/jobs';
import { type Bus, soleWorker } from './dispatch.ts';
import { byQueue, isKnown, messageId, openQueuesOf } from './queues.ts';
import { findUnproven, type Place, pageSize, type SentRow } from './unproven.ts';

/** `next`: where to go on; undefined when the last row has been asked about. */
export type Proof = { readonly lost: number; readonly next: Place | undefined };

/**
 * What the queues said of a row: those that have worked it off by now. Of the others one no longer knows it (`lost`), or has it
 * still to do (`open`), or all have failed it for good (`dead`).
 */
type Verdict = { readonly id: string; readonly proven: readonly string[]; readonly rest: 'lost' | 'open' | 'dead' };

/** A dead letter is asked about again after this part of its age, and after so long at most. */
const partOfAge = 0.1;
const longestRest = '10 minutes';

/**
 * Asks the queues what became of the messages that were sent a while ago. What a queue has worked off is noted for that queue,
 * since it forgets in time, while another's receiver may be absent for long; a message is proven when all of its queues are
 * through. One that a queue no longer knows (it lost its memory) is marked as unsent, to be handed over to that queue again.
 * Goes page by page, so that no number of messages that wait for an absent receiver hides the lost ones behind them. Dead letters
 * wait for a person, and there may be many: the older one is, the more rarely it is asked about.
 */
export async function prove(
  em: EntityManager,
  publisher: string,
  bus: Bus,
  place: { readonly olderThanMs: number; readonly after?: Place | undefined },
): Promise<Proof> {
  return em.transactional(async (tx) => {
    await soleWorker(tx, 'outbox.prove');
    const rows = await findUnproven(tx, place);
    if (rows.length === 0) return { lost: 0, next: undefined };
    const verdicts = await ask(publisher, rows, bus);
    await note(tx, publisher, rows, verdicts);
    const lost = verdicts.filter(({ rest }) => rest === 'lost').length;
    return { lost, next: rows.length === pageSize ? rows.at(-1) : undefined };
  });
}

async function ask(publisher: string, rows: readonly SentRow[], { jobs }: Bus): Promise<readonly Verdict[]> {
  const states = new Map<string, ReadonlyMap<string, JobState>>();
  await Promise.all(
    [...byQueue(publisher, rows)].map(async ([queue, group]) => {
      const ids = group.map((row) => messageId(publisher, row.id));
      states.set(queue, await jobs.stateOf(queue, ids));
    }),
  );
  return rows.map((row) => {
    const asked = openQueuesOf(publisher, row).map((queue) => ({
      queue,
      state: states.get(queue)?.get(messageId(publisher, row.id)) ?? 'unknown',
    }));
    const done = asked.filter(({ state }) => state === 'done').map(({ queue }) => queue);
    return { id: row.id, proven: [...row.proven_queues, ...done], rest: restOf(asked.map(({ state }) => state)) };
  });
}

/** A dead letter is not proven: it waits in its queue for a person, and a queue that loses its memory would lose it. */
function restOf(states: readonly JobState[]): Verdict['rest'] {
  if (states.includes('unknown')) return 'lost';
  return states.includes('failed') && !states.includes('open') ? 'dead' : 'open';
}

/** Writes down what is new, in one statement. */
async function note(
  tx: EntityManager,
  publisher: string,
  rows: readonly SentRow[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const news = verdicts.flatMap(({ id, proven, rest }) => {
    const row = rowOf.get(id);
    if (!row) return [];
    // Also with nothing new: the last queue was given up before the row went out again, or does not subscribe any more.
    const through = isKnown(row) && openQueuesOf(publisher, { ...row, proven_queues: proven }).length === 0;
    const isNew = rest !== 'open' || through || proven.length > row.proven_queues.length;
    return isNew ? [{ id, proven, rest, through }] : [];
  });
  if (news.length === 0) return;
  await tx.execute(
    `update outbox set proven_queues = news.proven,
       proven_at = case when through then clock_timestamp() end,
       sent_at = case rest
         when 'open' then sent_at
         when 'dead' then now() + least((now() - created_at) * ${partOfAge}, interval '${longestRest}')
       end
     from jsonb_to_recordset(?::jsonb) as news (id bigint, proven text[], rest text, through boolean)
     where outbox.id = news.id`,
    [JSON.stringify(news)],
  );
}
