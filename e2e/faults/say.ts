import type { Offence } from './offence.ts';
import type { Round } from './round.ts';

/** A line about a round, and one for each promise that was broken in it. */
export const describeRound = (number: number, { fault, says, settledMs, offences }: Round): string => {
  const columns = [
    String(number).padStart(4),
    fault.padEnd(20),
    `${(settledMs / 1_000).toFixed(1)} s`.padStart(7),
    says,
  ];
  return [columns.join('  '), ...offences.map((offence) => `      ${describeOffence(offence)}`)].join('\n');
};

export const describeOffence = ({ name, promise, forbids, offenders }: Offence): string =>
  `${name} (${promise}), ${forbids}: ${offenders.length}, such as ${offenders.slice(0, 5).join('; ')}`;
