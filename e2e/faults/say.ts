import type { Offence } from './offence.ts';
import type { Round } from './round.ts';

/** A line about a round, and one for each promise that was broken in it. */
export const describeRound = (number: number, { faults, settledMs, offences }: Round): string => {
  const lines = faults.map(({ name, says }, index) => {
    const settled = index === faults.length - 1 ? `${(settledMs / 1_000).toFixed(1)} s` : '';
    return [String(number).padStart(4), name.padEnd(20), settled.padStart(7), says].join('  ');
  });
  return [...lines, ...offences.map((offence) => `      ${describeOffence(offence)}`)].join('\n');
};

export const describeOffence = ({ name, promise, forbids, offenders }: Offence): string =>
  `${name} (${promise}), ${forbids}: ${offenders.length}, such as ${offenders.slice(0, 5).join('; ')}`;
