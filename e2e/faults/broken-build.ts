import { mkdir, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { openBooks } from './books.ts';
import { openForm } from './form.ts';
import { openHistory } from './history.ts';
import { breachesOf, invariants } from './invariants.ts';
import type { Break } from './preload/breaks.ts';
import { randomOf } from './random.ts';
import { startWorkload } from './workload.ts';

const busyMs = 8_000;
/** A whole build is long through by then. */
const calmMs = 20_000;
/** Some things are wrong only after a minute. */
const longestMs = 120_000;

/**
 * Lets people use a broken build, with nothing else broken, until the check of its invariant finds something, and gives what.
 * `logs`: a folder for meanwhile.
 */
export async function lookAt({ name }: Break, logs: string): Promise<readonly string[]> {
  const invariant = invariants.find((known) => known.name === name);
  if (!invariant) throw new Error(`No invariant is called ${name}.`);
  await using closing = new AsyncDisposableStack();
  await mkdir(logs, { recursive: true });
  closing.defer(() => rm(logs, { recursive: true }));
  const form = await openForm('one-process', { broken: name, logs });
  closing.defer(form.close);
  const history = openHistory();
  const books = openBooks(form);
  closing.defer(books.close);
  const workload = await startWorkload(form, randomOf(name), history);
  closing.defer(workload.leave);

  const offenders = async () => (await breachesOf(books, history, [invariant])).flatMap((breach) => breach.offenders);
  for (const deadline = Date.now() + longestMs; Date.now() < deadline; ) {
    workload.goOn();
    await wait(busyMs);
    workload.calmDown();
    // What holds only once all is settled may be otherwise before, in a whole build too.
    if (invariant.holds === 'settled') await wait(calmMs);
    const found = await offenders();
    if (found.length > 0) return found;
  }
  return [];
}
