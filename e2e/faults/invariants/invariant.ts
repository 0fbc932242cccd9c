import type { Book, Books } from '../books.ts';
import type { History } from '../history.ts';

/** Something that must never be. */
export type Invariant = {
  readonly name: string;
  readonly forbids: string;
  /** The requirement it stands for. */
  readonly promise: string;
  /** Always: at any moment. Settled: once nobody wants anything new and everything has come to its end. */
  readonly holds: 'always' | 'settled';
  /** What breaks it, in words or ids. */
  offenders(books: Books, history: History): Promise<readonly string[]>;
  /** Breaks it where all is well, so that one sees it found. */
  readonly spoil: Spoil;
};

/** A change of a book, which is taken back afterwards, or of the history. */
export type Spoil =
  | { readonly book: Book; readonly statement: string; readonly told?: Retold }
  | { readonly told: Retold }
  /** Seen to fail by its own test alone. */
  | 'by its test';

type Retold = (history: History) => Pick<History, 'operations' | 'sightings' | 'disturbances'>;

/** The one column of a query's rows, in one book. */
export type Lines = readonly [book: Book, query: string];

/** What a query finds in one book. */
export const found =
  (...lines: Lines): Invariant['offenders'] =>
  (books) =>
    books.lines(...lines);

/** What the first book says and the second does not. The first is read first. */
export const unmatched =
  (said: Lines, known: Lines): Invariant['offenders'] =>
  async (books) => {
    const lines = await books.lines(...said);
    const others = new Set(await books.lines(...known));
    return lines.filter((line) => !others.has(line));
  };

/** What either of two books says and the other does not. */
export const differing =
  (one: Lines, other: Lines): Invariant['offenders'] =>
  async (books, history) => [
    ...(await unmatched(one, other)(books, history)).map((line) => `${line} (${one[0]} alone)`),
    ...(await unmatched(other, one)(books, history)).map((line) => `${line} (${other[0]} alone)`),
  ];
