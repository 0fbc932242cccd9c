/** Rows of the test graph. All that they hold follows from their ids, so every run and every gateway sees the same. */
export type Row = { readonly __typename: string; readonly id: string } & Readonly<Record<string, unknown>>;

const words = [
  '',
  'plain',
  'a "quoted" \\ word',
  'tab\tand\nline',
  '서울 — é',
  '\u2028\u2029\u0000',
  '\ud83d',
  '</script>',
];
const floats = [0, 0.1, -2.5, 1e21, 1e-7, 5e-324, 3, 123456789.125];
const extras = [
  {},
  [],
  0,
  false,
  'text',
  { a: [1, { b: null }], constructor: 1 },
  [[1, [2]], { __typename: 'Book' }],
  JSON.parse('{"__proto__":{"x":1},"toJSON":"no","then":2}'),
];

/** The same number below `below` for the same text, on every machine (FNV-1a). */
export function numberOf(text: string, below: number): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) % below;
}

const pick = <T>(from: readonly T[], text: string): T | undefined => from[numberOf(text, from.length)];
export const wordOf = (text: string) => pick(words, text);
export const floatOf = (text: string) => pick(floats, text);
export const extraOf = (text: string) => pick(extras, text);

const numbered = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);

const item = (__typename: string, id: string) => ({
  __typename,
  id,
  name: wordOf(`${id}.name`),
  kind: __typename.toUpperCase(),
  tags: [wordOf(`${id}.tag`), id].slice(0, numberOf(`${id}.tags`, 3)),
});

const books = numbered('b', 5).map((id) => ({
  ...item('Book', id),
  isbn: `isbn-${id}`,
  pages: numberOf(id, 900),
  dimensions:
    id === 'b4'
      ? null
      : { id: `size of ${id}`, width: floatOf(`${id}.width`), height: id === 'b3' ? null : floatOf(id) },
  weight: id === 'b5' ? null : numberOf(id, 50) / 8,
  grid: [[floatOf(`${id}.0`), null], null, [], [floatOf(`${id}.1`)]].slice(numberOf(`${id}.grid`, 4)),
  extra: extraOf(id),
  published: `200${numberOf(id, 9)}-01-01T00:00:00Z`,
}));
const films = numbered('f', 4).map((id) => ({
  ...item('Film', id),
  title: `title of ${id}`,
  year: 1990 + numberOf(id, 30),
  length: floatOf(`${id}.length`),
}));
const games = numbered('g', 3).map((id) => ({
  ...item('Game', id),
  players: numberOf(id, 8),
  levels: [[1, 2], [], [3]].map((row) => row.map((number) => ({ id: `${id}.${number}`, number, boss: wordOf(id) }))),
}));
const vaults = numbered('v', 1).map((id) => item('Vault', id));
const users = numbered('u', 5).map((id) => ({
  __typename: 'User',
  id,
  name: wordOf(`${id}.user`),
  email: `${id}@example.org`,
  account: { id: `account of ${id}`, region: id < 'u3' ? 'north' : 'south', number: Number(id.slice(1)) },
  roles: ['READER', 'EDITOR', 'GHOST'].slice(numberOf(id, 3)),
  scores: [floatOf(`${id}.a`), floatOf(`${id}.b`)],
}));
const reviews = numbered('r', 8).map((id) => ({
  __typename: 'Review',
  id,
  body: wordOf(`${id}.body`),
  stars: 1 + numberOf(id, 5),
  mood: pick(['GOOD', 'BAD', null], id),
}));
const notes = numbered('n', 3).map((id) => ({ __typename: 'Note', id, text: wordOf(`${id}.note`) }));
const parcels = numbered('p', 4).map((id) => ({ __typename: 'Parcel', id, fee: `${numberOf(id, 90)}.50 EUR` }));

const all: readonly Row[] = [...books, ...films, ...games, ...vaults, ...users, ...reviews, ...notes, ...parcels];
const byId = new Map(all.map((row) => [row.id, row]));

export const rowOf = (id: unknown): Row | null => byId.get(String(id)) ?? null;

export const rowsOf = (...typenames: readonly string[]): readonly Row[] =>
  all.filter(({ __typename }) => typenames.includes(__typename));

/** The row of these types that has these values; the way to an entity by any of its keys. */
export function rowWith(values: Readonly<Record<string, unknown>>, ...typenames: readonly string[]): Row | null {
  const fits = (row: Row) => Object.entries(values).every(([name, value]) => row[name] === value);
  return rowsOf(...typenames).find(fits) ?? null;
}

/** A few rows of these types, always the same for the same `seed`; some more than once, and some places empty. */
export function someOf(seed: string, count: number, ...typenames: readonly string[]): readonly Row[] {
  const rows = rowsOf(...typenames);
  return Array.from({ length: count }, (_, at) => pick(rows, `${seed}#${at}`)).filter((row) => row !== undefined);
}

/** How many a client may have, whatever it asks for. */
export function few(first: unknown): number {
  if (typeof first !== 'number') return 2;
  if (first < 0) throw new Error(`There is no such number of things: ${first}.`);
  return Math.min(first, 3);
}

export const idsForArguments = [...byId.keys(), 'nobody', ''];
