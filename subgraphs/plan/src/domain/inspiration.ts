/** A plan that others are inspired by: where it goes, and words of what it is about. */
export type Inspiration = {
  readonly location: string;
  /** Kinds of the sights in its itinerary. */
  readonly kinds: readonly string[];
  /** Its title and details. */
  readonly text: string;
};

const mostPlaces = 5;
const mostKinds = 10;
const mostWords = 20;

/** Where these plans go, most of them first; of equal ones what came first. */
export const favouritePlaces = (plans: readonly Inspiration[]): readonly string[] =>
  ranked(plans.map(({ location }) => location)).slice(0, mostPlaces);

/** What these plans are about: kinds of sights, then words, each the commonest first. */
export function tastesOf(plans: readonly Inspiration[]): readonly string[] {
  const kinds = ranked(plans.flatMap(({ kinds }) => kinds)).slice(0, mostKinds);
  const words = ranked(plans.flatMap(({ text }) => wordsOf(text))).slice(0, mostWords);
  return [...new Set([...kinds, ...words])];
}

/** Each word of a plan once, so that nobody's repeating counts. */
const wordsOf = (text: string): readonly string[] => [
  ...new Set(text.split(/[^\p{L}\p{N}]+/u).filter(({ length }) => length >= 2 && length <= 20)),
];

function ranked(items: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([item]) => item);
}
