import { type Gauge, openGauge, usedBy } from '../journeys/measure.ts';
import { type Form, openMoa } from '../journeys/moa.ts';
import { ownCheckout } from '../journeys/probed-process.ts';
import { bookTaxis } from '../taxi/bookings.ts';
import { openPublicTown } from '../taxi/town.ts';
import type { LoadBench } from './bench.ts';
import { judge } from './budget.ts';
import { type Command, type Driver, type Played, startDriver } from './driver.ts';
import type { Profile } from './profiles.ts';
import type { Outcome } from './result.ts';

export type PeopleProfile = Exclude<Profile, { kind: 'payers' }>;
type PlayedProfile = Exclude<PeopleProfile, { kind: 'bookers' }>;

/** Files that a process has open beside its sockets. */
const otherFiles = 500;
const warmUpUsers = 10;
const progressMs = 10_000;

/** A Moa of its own under each of the profiles, one after the other. */
export async function measurePeople(
  form: Form,
  profiles: readonly PeopleProfile[],
  bench: LoadBench,
): Promise<readonly Outcome[]> {
  const { report, signal } = bench;
  signal.throwIfAborted();
  await using opened = new AsyncDisposableStack();
  const moa = await openMoa(form, { checkout: ownCheckout });
  opened.defer(moa.close);
  report(`${form.name}: it runs`);
  const outcomes: Outcome[] = [];
  const played = profiles.filter((profile) => profile.kind !== 'bookers');
  if (played.length > 0) {
    await using driver = await enter(moa.place.url, played, bench);
    report(`${form.name}: ${bench.members} members are in`);
    const gauge = await openGauge(moa);
    for (const profile of played) outcomes.push(await play(form, profile, { driver, gauge }, bench));
  }
  for (const profile of profiles) {
    if (profile.kind !== 'bookers') continue;
    report(`${form.name}, ${profile.name}: ${profile.title}`);
    await using town = new AsyncDisposableStack();
    const people = await openPublicTown(moa.place, profile.bookers, 'tok_ok');
    town.defer(people.close);
    const booked = await bookTaxis(people, profile.bookings, bench);
    outcomes.push({ kind: 'booked', profile, booked, verdicts: judge(profile.budgets, booked) });
  }
  return outcomes;
}

type Telling = { readonly tell: Driver['tell']; readonly [Symbol.asyncDispose]: () => Promise<void> };

/** The load's process, when all who take part have signed in and Moa is warm. */
async function enter(url: string, profiles: readonly PlayedProfile[], bench: LoadBench): Promise<Telling> {
  const { members, drivers, warmUpSeconds, signal } = bench;
  const people = Math.max(...profiles.map(peopleOf));
  const driver = startDriver(2 * people + otherFiles);
  const telling = {
    async tell(command: Command): Promise<Played> {
      signal.throwIfAborted();
      const aborted = Promise.withResolvers<never>();
      const abort = () => aborted.reject(signal.reason);
      signal.addEventListener('abort', abort);
      try {
        return await Promise.race([driver.tell(command), aborted.promise]);
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
    [Symbol.asyncDispose]: driver.stop,
  };
  try {
    await telling.tell({ do: 'enter', url, members, drivers, people });
    await telling.tell({ do: 'users', stages: [{ users: warmUpUsers, seconds: warmUpSeconds }] });
  } catch (cause) {
    await driver.stop();
    throw cause;
  }
  return telling;
}

/** Who come when they come are as many as are slow to leave. */
const peopleOf = (profile: PlayedProfile): number =>
  profile.kind === 'users' ? Math.max(...profile.stages.map(({ users }) => users)) : 20 * profile.perSecond;

async function play(
  form: Form,
  profile: PlayedProfile,
  { driver, gauge }: { readonly driver: Telling; readonly gauge: Gauge },
  { report }: LoadBench,
): Promise<Outcome> {
  const name = `${form.name}, ${profile.name}`;
  report(`${name}: ${profile.title}`);
  const began = performance.now();
  const progress = setInterval(() => {
    report(`${name}: ${Math.round((performance.now() - began) / 1_000)} of ${secondsOf(profile)} s`);
  }, progressMs);
  try {
    let played: Played | undefined;
    const used = await usedBy(gauge, async () => {
      played = await driver.tell(commandOf(profile));
    });
    if (!played) throw new Error('Nothing was played.');
    return { kind: 'played', profile, played, used, verdicts: judge(profile.budgets, played) };
  } finally {
    clearInterval(progress);
  }
}

function commandOf(profile: PlayedProfile): Command {
  if (profile.kind === 'users') return { do: 'users', stages: profile.stages };
  const { perSecond, seconds, thinkMs } = profile;
  return { do: 'arrivals', perSecond, seconds, thinkMs };
}

export const secondsOf = (profile: PlayedProfile): number =>
  profile.kind === 'users' ? profile.stages.reduce((sum, { seconds }) => sum + seconds, 0) : profile.seconds;
