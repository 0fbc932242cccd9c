import { expect } from 'vitest';
import { type Branch, isCircular, type Line, mainBranch } from '../src/domain/line.ts';

/** What holds for every line, whatever was done to it. */
export function expectSound({ branches }: Line): void {
  expect(branches[0]?.name).toBe(mainBranch);
  const names = branches.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const branch of branches) expectSoundBranch(branch);
  expect(reachable(branches).size).toBe(branches.length);
}

function expectSoundBranch(branch: Branch): void {
  const { stops, sections } = branch;
  expect(sections.length).toBeGreaterThan(0);
  expect(stops.length).toBe(sections.length + 1);
  const different = isCircular(branch) ? stops.slice(1) : stops;
  expect(new Set(different).size).toBe(different.length);
  if (isCircular(branch)) expect(different.length).toBeGreaterThanOrEqual(3);
  for (const { distanceMeters, durationSeconds } of sections) {
    expect(Number.isSafeInteger(distanceMeters) && distanceMeters > 0).toBe(true);
    expect(Number.isSafeInteger(durationSeconds) && durationSeconds > 0).toBe(true);
  }
}

/** The branches that one comes to from the first one over stops that two of them share. */
function reachable(branches: readonly Branch[]): ReadonlySet<Branch> {
  const found = new Set(branches.slice(0, 1));
  for (const { stops } of found) {
    for (const branch of branches) if (branch.stops.some((stop) => stops.includes(stop))) found.add(branch);
  }
  return found;
}

export const metersOf = ({ sections }: Branch): number => sections.reduce((sum, one) => sum + one.distanceMeters, 0);
export const secondsOf = ({ sections }: Branch): number => sections.reduce((sum, one) => sum + one.durationSeconds, 0);
