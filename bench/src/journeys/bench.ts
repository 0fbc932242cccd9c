import { loadavg } from 'node:os';
import { describeMachine } from '../measure/machine.ts';
import { type Costs, medianOf } from './costs.ts';
import { type Journey, openJourneys } from './journeys.ts';
import { type Gauge, openGauge, profile, travel } from './measure.ts';
import { type Form, forms, type Moa, openMoa } from './moa.ts';
import { measureRound, type Round, restOf, withoutRest } from './round.ts';
import type { Split } from './split.ts';
import { openTown, type Town } from './town.ts';

export type Checkout = 'this' | 'before';

export type JourneysBench = {
  /** Folders of the project: this one, and one that it is compared with. */
  readonly checkouts: Readonly<{ this: string; before?: string | undefined }>;
  readonly forms: readonly Form['name'][];
  readonly journeys: readonly Journey['name'][];
  readonly rounds: number;
  /** Of one journey in one form in one round, by one client. */
  readonly seconds: number;
  /** The same, profiled, by several clients, once. */
  readonly profileSeconds: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

/** One journey in one form and checkout. */
export type Measured = {
  readonly journey: Journey['name'];
  readonly form: Form['name'];
  readonly checkout: Checkout;
  readonly stages: readonly string[];
  /** By stage, of all rounds. */
  readonly times: readonly (readonly number[])[];
  /** By round. */
  readonly costs: readonly Costs[];
  readonly split: Split;
};

export type JourneysResult = Pick<JourneysBench, 'rounds' | 'seconds' | 'profileSeconds'> & {
  readonly measured: readonly Measured[];
  readonly rest: readonly { readonly form: Form['name']; readonly checkout: Checkout; readonly rest: Costs }[];
  readonly machine: string;
  /** Programs that wanted a processor in the minute before the run, and in its last one. */
  readonly loads: readonly [number, number];
};

/** Clients while a profile is taken. */
export const profileClients = 3;

type Side = {
  readonly form: Form;
  readonly checkout: Checkout;
  readonly moa: Moa;
  readonly town: Town;
  readonly gauge: Gauge;
};

/** Starts each Moa, lets people travel in turns, and removes what it made. @throws what `signal` was aborted with */
export async function benchJourneys(bench: JourneysBench): Promise<JourneysResult> {
  const { rounds, seconds, profileSeconds, report, signal } = bench;
  const loadBefore = loadOf();
  await using opened = new AsyncDisposableStack();
  const sides = await openSides(bench, opened);
  const journeys = openJourneys().filter(({ name }) => bench.journeys.includes(name));
  const rests = new Map(sides.map((side) => [side, [] as Costs[]]));
  const kept = journeys.flatMap((journey) => sides.map((side) => ({ journey, side, rounds: [] as Round[] })));
  for (let round = 0; round <= rounds; round += 1) {
    // Those that are compared follow each other, and who begins takes turns.
    for (const each of round % 2 === 0 ? kept : kept.toReversed()) {
      signal.throwIfAborted();
      const measured = await measureRound(each.journey, each.side, { seconds, signal });
      if (round > 0) each.rounds.push(measured); // the first one warms up
    }
    for (const [side, costs] of rests) costs.push(await restOf(side.gauge, signal));
    report(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
  }

  const measured: Measured[] = [];
  for (const { journey, side, rounds } of kept) {
    signal.throwIfAborted();
    report(`${nameOf(side)}: profile of ${journey.name}`);
    const split = await profile(side.moa, () =>
      travel(journey, side.town, { seconds: profileSeconds, clients: profileClients, signal }),
    );
    measured.push({
      journey: journey.name,
      form: side.form.name,
      checkout: side.checkout,
      stages: journey.stages,
      times: journey.stages.map((_, stage) =>
        rounds.flatMap(({ times }) => times.map((one) => one[stage] ?? Number.NaN)),
      ),
      costs: rounds.map((round) => withoutRest(round, medianOf(rests.get(side) ?? []))),
      split,
    });
  }
  const rest = [...rests].map(([{ form, checkout }, costs]) => ({ form: form.name, checkout, rest: medianOf(costs) }));
  const loads = [loadBefore, loadOf()] as const;
  return { rounds, seconds, profileSeconds, measured, rest, machine: describeMachine(), loads };
}

async function openSides(bench: JourneysBench, opened: AsyncDisposableStack): Promise<readonly Side[]> {
  const sides: Side[] = [];
  for (const form of forms.filter(({ name }) => bench.forms.includes(name))) {
    for (const checkout of ['this', 'before'] as const) {
      const folder = bench.checkouts[checkout];
      if (folder === undefined) continue;
      bench.signal.throwIfAborted();
      const moa = await openMoa(form, { checkout: folder });
      opened.defer(moa.close);
      const town = await openTown(moa.place);
      opened.defer(town.close);
      const side = { form, checkout, moa, town, gauge: await openGauge(moa) };
      sides.push(side);
      bench.report(`${nameOf(side)}: it runs, and its people are in`);
    }
  }
  return sides;
}

const nameOf = ({ form, checkout }: Side): string => (checkout === 'this' ? form.name : `${form.name}, before`);

const loadOf = (): number => loadavg()[0] ?? 0;
