import { setTimeout as wait } from 'node:timers/promises';
import { type DemoMember, demoCrowd } from '@moa/db/demo';
import { bringFood } from './courier.ts';
import { createDoor } from './door.ts';
import { driveTaxi } from './driver.ts';
import { openGraph } from './graph.ts';
import { liveInCity } from './member.ts';
import type { CityOptions } from './options.ts';
import { createPerson, type Person } from './person.ts';
import { type Session, SignInFailed, signIn } from './session.ts';
import { openBook, type Tally } from './tally.ts';

/** A city of demo people who live by the public graph. */
export type City = {
  /** What has happened so far. */
  readonly tally: () => Tally;
  /** Everybody ends what they are at, and leaves; gives the last tally. */
  readonly close: () => Promise<Tally>;
};

type Life = { readonly member: DemoMember; readonly live: (person: Person) => Promise<void> };

/** Between two tries to sign in, where Moa is away or busy. */
const againMs = 5_000;

/** Resolves when the first one is signed in; the others follow. @throws SignInFailed when the first one can't */
export async function openCity(options: CityOptions): Promise<City> {
  const { url, onEvent } = options;
  const ending = new AbortController();
  const closing = ending.signal;
  const book = openBook();
  const door = createDoor(options.arrivalsPerMinute, closing);

  const arrive = ({ member }: Life): Promise<Session> => signIn(url, member, door, closing);

  const arriveSometime = async (life: Life): Promise<Session | null> => {
    for (;;) {
      try {
        return await arrive(life);
      } catch (error) {
        if (closing.aborted) return null;
        if (!(error instanceof SignInFailed)) throw error;
        book.count({ kind: 'error', code: error.code });
        onEvent(`${life.member.name} ! ${error.code}: ${error.message}`);
        if (error.code === 'CREDENTIALS_INVALID') return null;
        await wait(againMs, undefined, { signal: closing }).catch(() => {}); // told above
      }
    }
  };

  const spend = async ({ member, live }: Life, session: Session): Promise<void> => {
    const graph = openGraph(url, session, ({ code, message }) => {
      book.count({ kind: 'error', code });
      onEvent(`${member.name} ! ${code}: ${message}`);
    });
    await live(createPerson(member.name, graph, { ...options, book, closing }));
    session.close();
    await graph.close();
  };

  const [first, ...others] = crowd(options);
  const lives: Promise<unknown>[] = first ? [spend(first, await arrive(first))] : [];
  for (const life of others) lives.push(arriveSometime(life).then((session) => session && spend(life, session)));

  return {
    tally: book.tally,
    async close() {
      ending.abort();
      await Promise.all(lives);
      return book.tally();
    },
  };
}

/** One after the other of each kind, so that there is life before everybody has come. */
function crowd({ drivers, couriers, members }: CityOptions): readonly Life[] {
  const kinds: readonly (readonly Life[])[] = [
    demoCrowd.drivers
      .slice(0, drivers)
      .map((member, index) => ({ member, live: (person) => driveTaxi(person, index + 1) })),
    demoCrowd.members.slice(0, members).map((member) => ({ member, live: liveInCity })),
    demoCrowd.couriers.slice(0, couriers).map((member) => ({ member, live: bringFood })),
  ];
  return kinds
    .flatMap((lives) => lives.map((life, index) => ({ life, turn: (index + 0.5) / lives.length })))
    .sort((one, other) => one.turn - other.turn)
    .map(({ life }) => life);
}
