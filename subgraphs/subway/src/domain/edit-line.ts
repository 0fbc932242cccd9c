import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { type Insertion, splitSection, withoutStop, withStop } from './edit-branch.ts';
import { isCircular, type Line, mainBranch, stopsOf } from './line.ts';
import { isName, isNameEn, tidyName } from './name.ts';
import { branchOf, faultsOfSection, isWhole, type NewSection, sectionOf } from './new-section.ts';
import {
  type AddSectionCode,
  addSectionRefusals,
  type CreateLineCode,
  createLineRefusals,
  type RemoveStationCode,
  removeStationRefusals,
} from './refusals.ts';

export type { NewSection };

/** What there is to say of a line besides its sections. */
export type NewLine = Pick<Line, 'id' | 'name' | 'nameEn' | 'color' | 'surcharge'>;

const refuseLine = refusalsFrom(createLineRefusals);
const refuseSection = refusalsFrom(addSectionRefusals);
const refuseRemoval = refusalsFrom(removeStationRefusals);

/** A line of one section. Whether its name is taken is asked where all names are known. */
export function newLine(about: NewLine, section: Omit<NewSection, 'branch'>): Outcome<Line, CreateLineCode> {
  const { id, surcharge } = about;
  const [name, nameEn, color] = [tidyName(about.name), tidyName(about.nameEn), about.color.toUpperCase()];
  const faults = [
    ...(isName(name) ? [] : [refuseLine('NAME_INVALID', 'name')]),
    ...(isNameEn(nameEn) ? [] : [refuseLine('NAME_INVALID', 'nameEn')]),
    ...(/^#[0-9A-F]{6}$/.test(color) ? [] : [refuseLine('COLOR_INVALID', 'color')]),
    ...(isWhole(surcharge, 0, 10_000) ? [] : [refuseLine('SURCHARGE_INVALID', 'surcharge')]),
    ...faultsOfSection(section),
  ];
  if (faults.length > 0) return refused(...faults);
  return done({ id, name, nameEn, color, surcharge, branches: [branchOf(mainBranch, section)] });
}

/**
 * Puts a station on the line by its section to a stop of it. At the end of the branch that makes it longer; elsewhere it splits the
 * section that leads that way. A branch whose name is new begins with it.
 */
export function addSection(line: Line, section: NewSection): Outcome<Line, AddSectionCode> {
  const name = tidyName(section.branch);
  const faults = [
    ...(/^[\p{L}\p{N} -]{1,30}$/u.test(name) ? [] : [refuseSection('BRANCH_INVALID', 'branch')]),
    ...faultsOfSection(section),
  ];
  if (faults.length > 0) return refused(...faults);

  const { upStationId, downStationId } = section;
  const stops = new Set(stopsOf(line));
  if (stops.has(upStationId) && stops.has(downStationId)) return refused(refuseSection('TOUCHES_BOTH_ENDS'));
  if (!stops.has(upStationId) && !stops.has(downStationId)) return refused(refuseSection('TOUCHES_NOTHING'));

  const branch = line.branches.find((known) => known.name === name);
  if (!branch) return done({ ...line, branches: [...line.branches, branchOf(name, section)] });

  const insertion: Insertion = stops.has(upStationId)
    ? { stop: downStationId, side: 'after', neighbor: upStationId, section: sectionOf(section) }
    : { stop: upStationId, side: 'before', neighbor: downStationId, section: sectionOf(section) };
  if (!branch.stops.includes(insertion.neighbor)) return refused(refuseSection('TOUCHES_NOTHING', 'branch'));

  const split = splitSection(branch, insertion);
  if (split) {
    const excesses = [
      ...(section.distanceMeters < split.distanceMeters ? [] : [refuseSection('TOO_LONG', 'distanceMeters')]),
      ...(section.durationSeconds < split.durationSeconds ? [] : [refuseSection('TOO_SLOW', 'durationSeconds')]),
    ];
    if (excesses.length > 0) return refused(...excesses);
  }
  const longer = withStop(branch, insertion);
  return done({ ...line, branches: line.branches.map((known) => (known === branch ? longer : known)) });
}

/**
 * Takes a station off the line. A branch that is left with no section goes, and if it was the main one, the next takes its place
 * and name.
 */
export function removeStation(line: Line, stationId: string): Outcome<Line, RemoveStationCode> {
  const [branch, other] = line.branches.filter(({ stops }) => stops.includes(stationId));
  if (!branch) return refused(refuseRemoval('STATION_NOT_ON_LINE', 'stationId'));
  if (other) return refused(refuseRemoval('BRANCHES_MEET', 'stationId'));
  const isLastCircle = isCircular(branch) && branch.sections.length <= 3;
  const isLastSection = branch.sections.length === 1 && line.branches.length === 1;
  if (isLastCircle || isLastSection) return refused(refuseRemoval('LAST_SECTION'));

  const shorter = withoutStop(branch, stationId);
  const branches = line.branches
    .map((known) => (known === branch ? shorter : known))
    .filter(({ sections }) => sections.length > 0)
    .map((known, index) => (index === 0 ? { ...known, name: mainBranch } : known));
  return done({ ...line, branches });
}
