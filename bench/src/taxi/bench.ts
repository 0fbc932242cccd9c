import { loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { provision } from '@moa/db';
import { migrateSandbox, openSandbox } from '@moa/pay-subgraph/sandbox';
import { openFreezableProxy } from '@moa/testing';
import { describeMachine } from '../measure/machine.ts';
import { type BookingsResult, bookTaxis } from './bookings.ts';
import { type Books, readBooks } from './books.ts';
import { endRidesAtOnce, type FaresResult, type Trouble } from './fares.ts';
import { type Process, startMoa } from './moa.ts';
import { openPlace } from './place.ts';
import { openPublicTown, openTownAtTheDoor } from './town.ts';

export type TaxiBench = {
  readonly adminUrl: string;
  /** Queues, live events and the map are in PostgreSQL without it. */
  readonly redisUrl: string | undefined;
  readonly bookings: number;
  readonly rides: number;
  readonly bookers: number;
  readonly rounds: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

export type FaresBench = Omit<TaxiBench, 'bookings' | 'rides'>;

export type Measured = { readonly result: BookingsResult; readonly books: Books; readonly drivers: number };

export type TaxiResult = Pick<TaxiBench, 'bookers'> & {
  readonly bus: 'Redis' | 'PostgreSQL';
  readonly publicly: Measured;
  readonly atTheDoor: Measured;
  readonly fares: readonly FaresResult[];
  readonly fareBooks: Books;
  readonly machine: string;
  /** Average over the last minute, at the beginning and at the end of each part. */
  readonly loads: readonly number[];
};

/** How long pay, or its provider, does not move. */
const frozenMs = 6_000;
/** More cars than customers, so that each finds one. */
const carsFor = (customers: number) => Math.ceil(customers * 1.2);

/** All parts, one after the other, each on databases of its own. @throws what `signal` was aborted with */
export async function benchTaxi(bench: TaxiBench): Promise<TaxiResult> {
  const loads = [loadNow()];
  const publicly = await benchPublicGraph(bench);
  loads.push(loadNow());
  const atTheDoor = await benchTaxisDoor(bench);
  loads.push(loadNow());
  const { fares, books: fareBooks } = await benchFares(bench);
  loads.push(loadNow());
  const bus = bench.redisUrl === undefined ? 'PostgreSQL' : 'Redis';
  return { bookers: bench.bookers, bus, publicly, atTheDoor, fares, fareBooks, machine: describeMachine(), loads };
}

const loadNow = (): number => loadavg()[0] ?? 0;

async function benchPublicGraph(bench: TaxiBench): Promise<Measured> {
  await using opened = new AsyncDisposableStack();
  const place = await open(bench, opened);
  await start(opened, startMoa(place, { parts: ['account', 'notification'], router: true }));
  await start(opened, startMoa(place, { parts: ['pay'] }));
  await start(opened, startMoa(place, { parts: ['taxi'] }));
  const town = await openPublicTown(place, bench.bookers, 'tok_ok');
  opened.defer(town.close);
  bench.report(`${town.customers.length} customers and ${town.drivers.length} drivers in the public graph`);
  const result = await bookTaxis(town, bench.bookings, bench);
  return { result, books: await readBooks(place), drivers: town.drivers.length };
}

async function benchTaxisDoor(bench: TaxiBench): Promise<Measured> {
  await using opened = new AsyncDisposableStack();
  const place = await open(bench, opened);
  await start(opened, startMoa(place, { parts: ['pay', 'notification'] }));
  await start(opened, startMoa(place, { parts: ['taxi'] }));
  const drivers = carsFor(bench.bookers);
  const town = await openTownAtTheDoor(place, { customers: bench.bookers, drivers, token: 'tok_ok' });
  opened.defer(town.close);
  bench.report(`${bench.bookers} customers and ${drivers} drivers at taxi's door`);
  const result = await bookTaxis(town, bench.rides, bench);
  return { result, books: await readBooks(place), drivers };
}

/** Everybody's ride ends at once while the provider is slow, does not move, or pay does not. @throws what `signal` was aborted with */
export async function benchFares(
  bench: FaresBench,
): Promise<{ readonly fares: readonly FaresResult[]; readonly books: Books }> {
  await using opened = new AsyncDisposableStack();
  const place = await open(bench, opened);
  await provision(bench.adminUrl, [place.databaseUrl('sandbox')]);
  await migrateSandbox(place.databaseUrl('sandbox'));
  const sandbox = await openSandbox({ url: place.databaseUrl('sandbox') });
  opened.defer(sandbox.close);
  const provider = await openFreezableProxy(sandbox.url);
  opened.defer(provider.close);
  const paying = { ...place, variables: { ...place.variables, PAY_PROVIDER_URL: provider.url } };
  const pay = await start(opened, startMoa(paying, { parts: ['pay', 'notification'] }));
  await start(opened, startMoa(place, { parts: ['taxi'] }));
  const customers = bench.bookers;
  const town = await openTownAtTheDoor(place, { customers, drivers: carsFor(customers), token: 'tok_slow' });
  opened.defer(town.close);

  const freeze = async (stop: () => void, go: () => void): Promise<void> => {
    await wait(300); // the first are on their way
    stop();
    await wait(frozenMs).finally(go);
  };
  const usual: Trouble = { name: 'a slow provider', happen: async () => {} };
  const seconds = frozenMs / 1_000;
  const troubles: readonly Trouble[] = [
    ...Array.from({ length: bench.rounds }, () => usual),
    { name: `the provider frozen for ${seconds} s`, happen: () => freeze(provider.freeze, provider.thaw) },
    {
      name: `pay stopped for ${seconds} s`,
      happen: () =>
        freeze(
          () => pay.signal('SIGSTOP'),
          () => pay.signal('SIGCONT'),
        ),
    },
    usual,
  ];
  const fares: FaresResult[] = [];
  for (const trouble of troubles) {
    bench.signal.throwIfAborted();
    const result = await endRidesAtOnce(town, trouble);
    bench.report(`${result.rides} rides ended at once, ${trouble.name}: ${result.seconds.toFixed(1)} s`);
    fares.push(result);
  }
  return { fares, books: await readBooks(place) };
}

async function open({ adminUrl, redisUrl }: FaresBench, opened: AsyncDisposableStack) {
  const place = await openPlace(adminUrl, redisUrl);
  opened.defer(place.close);
  return place;
}

async function start(opened: AsyncDisposableStack, starting: Promise<Process>): Promise<Process> {
  const process = await starting;
  opened.defer(process.end);
  return process;
}
