import { type Branch, isCircular, type Section } from './line.ts';

/** A new stop next to one that a branch has, and the section between the two. */
export type Insertion = {
  readonly stop: string;
  readonly side: 'before' | 'after';
  readonly neighbor: string;
  readonly section: Section;
};

/** The section that leads from the neighbor to where the new stop is to be, which that one splits; none at an end. */
export const splitSection = (branch: Branch, insertion: Insertion): Section | undefined =>
  branch.sections[gapOf(branch, insertion)];

/** The branch with the new stop. What a split section is longer than the new one is its rest, and comes from where it came from. */
export function withStop(branch: Branch, insertion: Insertion): Branch {
  const gap = gapOf(branch, insertion);
  const { stop, side, section } = insertion;
  const split = branch.sections[gap];
  const rest = split && {
    distanceMeters: split.distanceMeters - section.distanceMeters,
    durationSeconds: split.durationSeconds - section.durationSeconds,
    source: split.source,
  };
  const sections = rest ? (side === 'after' ? [section, rest] : [rest, section]) : [section];
  return {
    ...branch,
    stops: branch.stops.toSpliced(gap + 1, 0, stop),
    sections: branch.sections.toSpliced(Math.max(gap, 0), rest ? 1 : 0, ...sections),
  };
}

/** The index of the section in question: -1 or one too many where the branch ends. The first stop of a circle is its last too. */
const gapOf = ({ stops }: Branch, { side, neighbor }: Insertion): number =>
  side === 'after' ? stops.indexOf(neighbor) : stops.lastIndexOf(neighbor) - 1;

/** The branch without one of its stops: two sections become one, or at an end one goes. A circle stays one, of at least four stops. */
export function withoutStop(branch: Branch, stop: string): Branch {
  const { stops, sections } = branch;
  const index = stops.indexOf(stop);
  const [before, after] = [sections[index - 1], sections[index]];
  if (before && after) {
    const merged = merge(before, after);
    return { ...branch, stops: stops.toSpliced(index, 1), sections: sections.toSpliced(index - 1, 2, merged) };
  }
  const [second, last] = [stops[1], sections.at(-1)];
  if (isCircular(branch) && after && last && second !== undefined) {
    // The circle begins, and therefore ends, one stop later.
    return {
      ...branch,
      stops: [...stops.slice(1, -1), second],
      sections: [...sections.slice(1, -1), merge(last, after)],
    };
  }
  return { ...branch, stops: stops.toSpliced(index, 1), sections: sections.toSpliced(after ? 0 : -1, 1) };
}

const merge = (a: Section, b: Section): Section => ({
  distanceMeters: a.distanceMeters + b.distanceMeters,
  durationSeconds: a.durationSeconds + b.durationSeconds,
  source: a.source === b.source ? a.source : 'ESTIMATED',
});
