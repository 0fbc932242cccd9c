/** Rows of the benchmark graph: six people, nine products, eleven reviews. */
export type UserRow = {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  /** Seconds since 1970. */
  readonly birthday: number;
};
export type ProductRow = {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
};
export type ReviewRow = { readonly id: string; readonly authorId: string; readonly upc: string; readonly body: string };

const people = ['Ada Park', 'Boris Lund', 'Chen Rui', 'Dina Okoro', 'Eli Moss', 'Fay Ortiz'];

export const users: readonly UserRow[] = people.map((name, index) => ({
  id: String(index + 1),
  name,
  username: name.toLowerCase().replace(' ', '.'),
  birthday: 600_000_000 + index * 86_400_000,
}));

export const products: readonly ProductRow[] = (
  [
    ['Table', 899, 100],
    ['Couch', 1299, 1000],
    ['Glass', 15, 20],
    ['Chair', 499, 100],
    ['TV', 1299, 1000],
    ['Lamp', 6999, 300],
    ['Grill', 3999, 2000],
    ['Fridge', 100_000, 6000],
    ['Sofa', 9999, 800],
  ] as const
).map(([name, price, weight], index) => ({ upc: String(index + 1), name, price, weight }));

const bodies = [
  'Love it!',
  'Prefer something else.',
  'Could be better',
  'Too expensive.',
  'Works as described, and it still looks new after a year of daily use.',
];

export const reviews: readonly ReviewRow[] = (
  [
    [1, 1],
    [1, 2],
    [2, 3],
    [2, 1],
    [3, 4],
    [3, 5],
    [4, 6],
    [4, 7],
    [5, 8],
    [6, 9],
    [6, 1],
  ] as const
).map(([author, product], index) => ({
  id: String(index + 1),
  authorId: String(author),
  upc: String(product),
  body: bodies[index % bodies.length] ?? '',
}));
