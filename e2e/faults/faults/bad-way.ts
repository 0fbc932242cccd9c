import { formNames } from '../form.ts';
import type { ProxyMode } from '../proxy/mode.ts';
import type { Random } from '../random.ts';
import type { Fault } from './fault.ts';

type Bad = {
  readonly name: string;
  readonly says: (target: string, mode: ProxyMode) => string;
  readonly mode: (random: Random) => ProxyMode;
};

/** Nobody waits longer than 10 s for an answer; breakers open well before that, and must close again afterwards. */
const longestHoldMs = 8_000;
const shortestHoldMs = 2_000;

const bad: readonly Bad[] = [
  {
    name: 'slow-way',
    says: (target) => `the way to ${target} is slow`,
    // From what is only a nuisance to longer than anybody waits for an answer of a subgraph.
    mode: (random) => ({ kind: 'slow', delayMs: 100 + random.below(4_000), bytesPerSecond: 20_000 }),
  },
  {
    name: 'silent-way',
    says: (target) => `${target} takes requests and does not answer; later it does them all`,
    mode: () => ({ kind: 'silent' }),
  },
  {
    name: 'half-open-way',
    says: (target, mode) => `what ${lostBy(mode)} ${target} is lost on the way`,
    mode: (random) => ({ kind: 'half-open', lost: random.pick(['requests', 'answers']) }),
  },
  {
    name: 'refused-way',
    says: (target) => `nobody listens where ${target} should`,
    mode: () => ({ kind: 'refuse' }),
  },
  {
    name: 'reset-way',
    says: (target) => `${target} hangs up on everybody`,
    mode: () => ({ kind: 'reset' }),
  },
];

/** The way to a subgraph, or to the payment provider, is bad for a while; the processes at both ends are well. */
export const badWays: readonly Fault[] = bad.map(({ name, says, mode }) => ({
  name,
  forms: formNames,
  async inject(form, random) {
    const [target, way] = random.pick([...form.proxies]);
    const set = mode(random);
    await way.set(set);
    return {
      says: says(target, set),
      holdMs: shortestHoldMs + random.below(longestHoldMs - shortestHoldMs),
      heal: () => way.set({ kind: 'pass' }),
    };
  },
}));

const lostBy = (mode: ProxyMode): string =>
  mode.kind === 'half-open' && mode.lost === 'requests' ? 'goes to' : 'comes from';
