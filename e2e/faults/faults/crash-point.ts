import { setTimeout as wait } from 'node:timers/promises';
import { type Form, formNames } from '../form.ts';
import type { CrashPoint } from '../preload/crash-point.ts';
import type { Random } from '../random.ts';
import type { Fault } from './fault.ts';
import { sagaSteps } from './saga-steps.ts';
import { ownParts, tellAll } from './told-parts.ts';

/** How long people get to bring it about. In ms. */
const patienceMs = 10_000;
const paceMs = 20;

const shown: Readonly<Record<CrashPoint['moment'], string>> = {
  'before-commit': 'right before the commit that says',
  'after-commit': 'right after the commit that says',
  'handed-over': 'between handing over and noting',
  'worked-off': 'between doing and reporting',
};

/** What each run has not tried yet: a step comes again only after all the others. */
const decks = new WeakMap<Form, CrashPoint[]>();

function draw(form: Form, random: Random): CrashPoint {
  const deck = decks.get(form) ?? [];
  if (deck.length === 0) deck.push(...random.shuffled(sagaSteps));
  decks.set(form, deck);
  const point = deck.pop();
  if (!point) throw new Error('There are no steps at which to crash.');
  return point;
}

/** Whichever process comes to a certain step of a saga first dies there, at the worst moment of it. */
export const crashPoint: Fault = {
  name: 'crash-point',
  forms: formNames,
  async inject(form, random) {
    const point = draw(form, random);
    const running = ownParts(form).filter((part) => part.isRunning());
    await tellAll(form, { kind: 'crash', at: [point] });
    const deadline = Date.now() + patienceMs;
    while (running.every((part) => part.isRunning()) && Date.now() < deadline) await wait(paceMs);
    const crashed = running.filter((part) => !part.isRunning()).map(({ name }) => name);
    return {
      says: `${crashed.join(' and ') || 'nobody'} dies ${shown[point.moment]} ${point.topic}`,
      async heal() {
        await tellAll(form, { kind: 'crash', at: [] });
        const dead = ownParts(form).filter((part) => !part.isRunning());
        await Promise.all(dead.map((part) => part.start()));
      },
    };
  },
};
