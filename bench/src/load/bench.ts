import { loadavg } from 'node:os';
import type { Session } from '../interruptible.ts';
import { type Form, forms } from '../journeys/moa.ts';
import { describeMachine } from '../measure/machine.ts';
import { measureFares } from './fares.ts';
import { measurePeople } from './people.ts';
import type { Profile } from './profiles.ts';
import type { FormResult, LoadResult, Outcome } from './result.ts';

export type LoadBench = Session & {
  readonly forms: readonly Form['name'][];
  readonly profiles: readonly Profile[];
  /** Who are signed in before anything is measured. */
  readonly members: number;
  /** Of the demo's, who drive. */
  readonly drivers: number;
  /** Ten users before, who don't count. */
  readonly warmUpSeconds: number;
};

/** All profiles, one after the other, on each form of Moa. @throws what `signal` was aborted with */
export async function benchLoad(bench: LoadBench): Promise<LoadResult> {
  const before = loadNow();
  const results: FormResult[] = [];
  for (const form of forms.filter(({ name }) => bench.forms.includes(name))) {
    const people = bench.profiles.filter((profile) => profile.kind !== 'payers');
    const outcomes: Outcome[] = people.length > 0 ? [...(await measurePeople(form, people, bench))] : [];
    for (const profile of bench.profiles)
      if (profile.kind === 'payers') outcomes.push(await measureFares(form, profile, bench));
    results.push({ form: form.name, bus: form.bus, outcomes });
  }
  return { forms: results, members: bench.members, machine: describeMachine(), loads: [before, loadNow()] };
}

const loadNow = (): number => loadavg()[0] ?? 0;
