import type { Attraction } from './attraction.ts';
import type { AttractionKind } from './attraction-kind.ts';
import { wayKm } from './distance.ts';

/**
 * What a trip costs, in whole won. All of it is our own assumption, made to compare plans with a budget and not with a bill:
 * no price list stands behind it, everybody counts as an adult, and the way to the place and back home is left out.
 */
const entry: Readonly<Record<AttractionKind, number>> = {
  바다: 0,
  '산과 계곡': 2_000,
  '호수와 강': 0,
  숲: 1_000,
  공원: 0,
  온천: 12_000,
  '사찰과 성지': 0,
  유적: 1_000,
  박물관: 3_000,
  예술: 3_000,
  체험: 10_000,
  놀이: 20_000,
  '마을과 거리': 0,
  전망: 3_000,
  명소: 2_000,
};
/** Each, for every kilometre between one sight and the next as the crow flies, also from one day to the next. */
const perKm = 200;
/** Each and day, for buses around. */
const localTransport = 5_000;
const peopleInRoom = 2;

/** How a group travels. */
export type Style = {
  /** Each and day. */
  readonly meals: number;
  /** A room and night. */
  readonly room: number;
  /** Sights a day. */
  readonly stops: number;
  /** A sight of this entry fee counts half as much as a free one; `undefined` when fees don't matter. */
  readonly halfAt?: number;
};

/** From comfortable to as cheap as it gets: the first within the budget is taken. */
export const styles: readonly Style[] = [
  { meals: 36_000, room: 90_000, stops: 5 },
  { meals: 24_000, room: 60_000, stops: 5 },
  { meals: 24_000, room: 50_000, stops: 3, halfAt: 3_000 },
  { meals: 18_000, room: 40_000, stops: 2, halfAt: 500 },
  { meals: 15_000, room: 40_000, stops: 1, halfAt: 1 },
];

/** The usual entry fee, each. */
export const entryFee = ({ kind }: Pick<Attraction, 'kind'>): number => entry[kind];

export function costOf(days: readonly (readonly Attraction[])[], groupSize: number, style: Style): number {
  const stops = days.flat();
  const entries = stops.reduce((sum, stop) => sum + entryFee(stop), 0);
  const each = days.length * (style.meals + localTransport) + entries + Math.round(wayKm(stops)) * perKm;
  const rooms = Math.ceil(groupSize / peopleInRoom) * (days.length - 1);
  return groupSize * each + rooms * style.room;
}
