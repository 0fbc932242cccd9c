import type { AdvisorRequest } from './advisor.ts';
import type { Attraction } from './attraction.ts';
import { dayRadiusKm } from './day-trip.ts';
import { type Near, within } from './distance.ts';
import { compact, createGazetteer, isAnywhere, type Place } from './gazetteer.ts';
import { readInterests, readPace } from './interests.ts';
import { numbersFrom } from './jitter.ts';

/** What there is to see for a request, and how much each sight is worth to who asks. */
export type Survey = {
  /** Of the place, in words of ours. */
  readonly label: string;
  readonly attractions: readonly Attraction[];
  /** Above 0; about 1 for a sight that nothing is said of. */
  readonly worth: (attraction: Attraction) => number;
  /** Sights a day that suit who asks. */
  readonly pace: number;
  readonly neighbours: Neighbours;
};

/** What else lies within a day's radius: nearest first. */
export type Neighbours = (attraction: Attraction) => readonly Near<Attraction>[];
export type Surveyor = (request: AdvisorRequest) => Survey | undefined;

/** Enough to go there first, whatever else there is. */
const askedForByName = 10;
const inTheDetails = 10;
/** Sights around a place that has too few of its own. */
const besideThePlace = 0.3;
/** How far seeds make otherwise equal sights differ. */
const spread = 0.5;

/** Looks into the attractions; `undefined` when they know nothing of the place. */
export function createSurveyor(all: readonly Attraction[]): Surveyor {
  const find = createGazetteer(all);
  const spelled = new Map(all.map((attraction) => [attraction, compact(attraction.name)]));
  const neighbours = createNeighbours(all);

  return ({ location, details, tastes, days, seed }) => {
    const next = numbersFrom(seed);
    const jitter = new Map(all.map((attraction) => [attraction, 1 - spread / 2 + spread * next()]));
    const interests = readInterests(details, tastes);
    const said = compact(details);
    const appeal = (attraction: Attraction) =>
      (jitter.get(attraction) ?? 1) *
      (interests.get(attraction.kind) ?? 1) *
      (isSaid(said, spelled.get(attraction)) ? inTheDetails : 1);

    const place = isAnywhere(location) ? mostAppealing(all, appeal, find, next) : find(location);
    if (!place) return undefined;
    const pace = readPace(details);
    const own = new Set(place.attractions);
    const around =
      own.size < days * pace ? [...own].flatMap((attraction) => neighbours(attraction).map(({ spot }) => spot)) : [];
    const attractions = [...new Set([...own, ...around])];
    const worths = new Map(
      attractions.map((attraction) => {
        const share = place.named.has(attraction) ? askedForByName : own.has(attraction) ? 1 : besideThePlace;
        return [attraction, appeal(attraction) * share];
      }),
    );
    return { label: place.label, attractions, worth: (attraction) => worths.get(attraction) ?? 0, pace, neighbours };
  };
}

/** Names of two syllables, as 설산, stand in words that mean something else. */
const isSaid = (said: string, name: string | undefined): boolean =>
  name !== undefined && name.length > 2 && said.includes(name);

/** Remembers, as the sights never move. */
function createNeighbours(all: readonly Attraction[]): Neighbours {
  const known = new Map<Attraction, readonly Near<Attraction>[]>();
  return (attraction) => {
    const before = known.get(attraction);
    if (before) return before;
    const found = within(all, attraction, dayRadiusKm).filter(({ spot }) => spot !== attraction);
    known.set(attraction, found);
    return found;
  };
}

/** The region whose best sights appeal most; which one of similar ones is up to the seed. */
function mostAppealing(
  all: readonly Attraction[],
  appeal: (attraction: Attraction) => number,
  find: (location: string) => Place | undefined,
  next: () => number,
): Place | undefined {
  const best = 12;
  const regions = [...new Set(all.map(({ region }) => region))].map((region) => {
    const appeals = all.filter((attraction) => attraction.region === region).map(appeal);
    const top = appeals.sort((a, b) => b - a).slice(0, best);
    return { region, appeal: top.reduce((sum, value) => sum + value, 0) * (0.5 + next()) };
  });
  const [chosen] = regions.sort((a, b) => b.appeal - a.appeal);
  return chosen && find(chosen.region);
}
