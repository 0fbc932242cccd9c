import { refusalsFrom } from '@moa/subgraph';
import type { Branch, Section } from './line.ts';
import { newSectionRefusals } from './refusals.ts';

/** A section that an administrator enters, between stations that exist. */
export type NewSection = {
  readonly branch: string;
  readonly upStationId: string;
  readonly downStationId: string;
  readonly distanceMeters: number;
  readonly durationSeconds: number;
};

type Lengths = Omit<NewSection, 'branch'>;

const refuse = refusalsFrom(newSectionRefusals);

export const faultsOfSection = ({ upStationId, downStationId, distanceMeters, durationSeconds }: Lengths) => [
  ...(upStationId !== downStationId ? [] : [refuse('SAME_STATION', 'downStationId')]),
  ...(isWhole(distanceMeters, 1, 100_000) ? [] : [refuse('DISTANCE_INVALID', 'distanceMeters')]),
  ...(isWhole(durationSeconds, 1, 36_000) ? [] : [refuse('DURATION_INVALID', 'durationSeconds')]),
];

export const sectionOf = ({ distanceMeters, durationSeconds }: Lengths): Section => ({
  distanceMeters,
  durationSeconds,
  source: 'ADMIN',
});

/** A branch of this one section. */
export const branchOf = (name: string, section: Lengths): Branch => ({
  name,
  isOneWay: false,
  stops: [section.upStationId, section.downStationId],
  sections: [sectionOf(section)],
});

export const isWhole = (number: number, from: number, to: number): boolean =>
  Number.isInteger(number) && number >= from && number <= to;
