import type { SubgraphName, Subscriber, views } from '@moa/contracts';
import type { InspectedJob } from '@moa/jobs';
import { inboxDays, ownerOf, receivedAt } from '@moa/outbox';
import { databaseVariable } from '../parts.ts';
import type { Reach } from './reach.ts';

/** What putting a job back will do. */
export type Replay =
  /** It is a subgraph's own work, whose handlers are safe to repeat. */
  | { readonly kind: 'repeats'; readonly subgraph: SubgraphName }
  /** The receiver has not seen it. */
  | { readonly kind: 'works'; readonly receiver: Subscriber }
  /** The receiver saw it, and noted so. */
  | { readonly kind: 'doesNothing'; readonly receiver: Subscriber; readonly receivedAt: Date }
  /** The receiver may have seen it before the oldest note that it keeps. */
  | { readonly kind: 'mayWorkTwice'; readonly receiver: Subscriber }
  /** The receiver can't be asked from here. */
  | { readonly kind: 'unasked'; readonly receiver: Subscriber; readonly variable: string }
  | { readonly kind: 'unowned' };

export async function replayOf(job: InspectedJob, { ask }: Pick<Reach, 'ask'>, now: Date): Promise<Replay> {
  const owner = ownerOf(job.queue);
  if (!owner) return { kind: 'unowned' };
  if (owner.kind === 'jobs') return { kind: 'repeats', subgraph: owner.subgraph };
  const { subscriber: receiver } = owner;
  const home = homeOf(receiver);
  const note = await ask(home, async (em) => ({ at: await receivedAt(em, receiver, job.id) }));
  if (note?.at) return { kind: 'doesNothing', receiver, receivedAt: note.at };
  if (mayBeForgotten(job, now)) return { kind: 'mayWorkTwice', receiver };
  return note ? { kind: 'works', receiver } : { kind: 'unasked', receiver, variable: databaseVariable(home) };
}

/**
 * Whether a fact may have been worked longer ago than its receiver remembers. A handler that refuses leaves nothing behind; a
 * process that dies may have done so after its work.
 */
export function mayBeForgotten({ queue, stalls, addedAt }: InspectedJob, now: Date): boolean {
  return ownerOf(queue)?.kind === 'facts' && stalls > 0 && now.getTime() - addedAt.getTime() > inboxDays * 86_400_000;
}

export function replayInWords(replay: Replay): string {
  switch (replay.kind) {
    case 'repeats':
      return `${replay.subgraph} does it once more; its handlers are safe to repeat.`;
    case 'works':
      return `${replay.receiver} works it: it has not noted it as received.`;
    case 'doesNothing':
      return `nothing: ${replay.receiver} noted it as received at ${replay.receivedAt.toISOString()}.`;
    case 'mayWorkTwice':
      return `${replay.receiver} may work it a second time: a process died over it, and notes are kept for ${inboxDays} days.`;
    case 'unasked':
      return `nothing if ${replay.receiver} has noted it as received; give ${replay.variable} to find out.`;
    case 'unowned':
      return 'nobody in this version works this queue.';
  }
}

/** Views live in the database of a subgraph. */
const homes: Readonly<Record<(typeof views)[number], SubgraphName>> = { 'ride-history': 'taxi' };

const isView = (subscriber: Subscriber): subscriber is keyof typeof homes => Object.hasOwn(homes, subscriber);

const homeOf = (subscriber: Subscriber): SubgraphName => (isView(subscriber) ? homes[subscriber] : subscriber);
