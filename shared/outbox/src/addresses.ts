import { type SubgraphName, type Subscriber, subgraphs, views } from '@moa/contracts';
import { factQueue, jobQueue } from './queues.ts';

/** Who works a queue: the receiver of facts, or a subgraph its own jobs. */
export type QueueOwner =
  | { readonly kind: 'facts'; readonly subscriber: Subscriber }
  | { readonly kind: 'jobs'; readonly subgraph: SubgraphName };

/** Undefined for a queue that nobody works. */
export function ownerOf(queue: string): QueueOwner | undefined {
  const subscriber = [...subgraphs, ...views].find((name) => factQueue(name) === queue);
  if (subscriber) return { kind: 'facts', subscriber };
  const subgraph = subgraphs.find((name) => jobQueue(name) === queue);
  return subgraph && { kind: 'jobs', subgraph };
}

/** The row of the outbox that a message left; undefined for an id that no outbox gave. */
export function originOf(messageId: string): { readonly publisher: SubgraphName; readonly rowId: string } | undefined {
  const publisher = subgraphs.find((name) => messageId.startsWith(`${name}-`));
  const rowId = messageId.slice(messageId.lastIndexOf('-') + 1);
  return publisher && /^\d{1,18}$/.test(rowId) && messageId === `${publisher}-${rowId}`
    ? { publisher, rowId }
    : undefined;
}
