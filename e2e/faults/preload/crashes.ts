import { createRequire } from 'node:module';
import type { CrashPoint } from './crash-point.ts';
import { wrapWork } from './work.ts';

/** Where the process is to die; the first that comes decides. */
let armed: readonly CrashPoint[] = [];

export function crashAt(points: readonly CrashPoint[]): void {
  armed = points;
}

/** Now, without a goodbye: that is the point. */
function dieIf(moment: CrashPoint['moment'], topics: Iterable<string>): void {
  const here = armed.filter((point) => point.moment === moment);
  for (const topic of topics) if (here.some((point) => point.topic === topic)) process.kill(process.pid, 'SIGKILL');
}

/** What the transaction that is open on a connection has to do with messages. */
type Transaction = { readonly written: Set<string>; readonly handedOver: Set<string> };

type Query = (this: object, text: unknown, ...more: unknown[]) => unknown;

/**
 * Sees the transactions of every connection to PostgreSQL by what passes through its client: MikroORM's own copy of the
 * driver and everybody else's.
 */
export function watchTransactions(): void {
  const here = createRequire(import.meta.url);
  const orm = createRequire(here.resolve('@mikro-orm/postgresql'));
  const clients = new Set([here, orm].map((require) => require('pg').Client));
  for (const { prototype } of clients) prototype.query = watching(prototype.query);
}

function watching(query: Query): Query {
  const transactions = new WeakMap<object, Transaction>();
  return function watched(text, ...more) {
    const sent = typeof text === 'string' ? text : '';
    const open = transactions.get(this);
    if (/^begin\b/i.test(sent)) transactions.set(this, { written: new Set(), handedOver: new Set() });
    if (!open) return query.call(this, text, ...more);

    if (sent.includes('insert into outbox')) for (const topic of topicsIn(sent, more)) open.written.add(topic);
    if (sent.includes('update outbox set sent_at')) dieIf('handed-over', open.handedOver);
    if (sent === 'commit') dieIf('before-commit', open.written);

    const answer = query.call(this, text, ...more);
    if (!(answer instanceof Promise)) return answer; // with a callback: none of ours that matters asks so
    return answer.then((result) => {
      if (sent === 'commit') dieIf('after-commit', open.written);
      if (sent.includes('from outbox where sent_at is null')) {
        for (const { topic } of result.rows) open.handedOver.add(topic);
      }
      return result;
    });
  };
}

/** The rows are one JSON text, as a parameter or within the statement. */
const topicsIn = (text: string, parameters: readonly unknown[]): readonly string[] =>
  [...`${text} ${parameters.flat().join(' ')}`.matchAll(/"topic":"([^"]+)"/g)].map(([, topic = '']) => topic);

/** Sees the ends of jobs. */
export function watchWork(): void {
  wrapWork(async (job, work) => {
    await work();
    dieIf('worked-off', [job.name]);
  });
}
