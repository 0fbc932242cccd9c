import pg from 'pg';
import type { Place } from './place.ts';

const parts = ['pay', 'plan', 'follow', 'notification', 'sandbox'] as const;
export type SocialPart = (typeof parts)[number];

/** The books of a place, as nobody in Moa may read them together. */
export type SocialBooks = Readonly<Record<SocialPart, pg.Client>> & { readonly close: () => Promise<void> };

/** Something that must never be. */
export type SocialRule = {
  readonly forbids: string;
  /** What breaks it, by ids. */
  readonly offenders: (books: SocialBooks) => Promise<readonly string[]>;
  /** Breaks it in books that are well, so that one sees it found. */
  readonly spoil: { readonly part: SocialPart; readonly statement: string };
};

export async function openSocialBooks({ databases }: Place): Promise<SocialBooks> {
  const clients = await Promise.all(
    parts.map(async (part) => {
      const client = new pg.Client({ connectionString: databases[part] });
      await client.connect();
      return [part, client] as const;
    }),
  );
  const books = Object.fromEntries(clients) as Record<SocialPart, pg.Client>; // one of each part
  return { ...books, close: async () => void (await Promise.all(clients.map(([, client]) => client.end()))) };
}

/** What is wrong, in words; nothing when all is well. */
export async function faultsInSocial(books: SocialBooks, rules: readonly SocialRule[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { forbids, offenders } of rules) {
    for (const offender of await offenders(books)) faults.push(`${forbids}: ${offender}`);
  }
  return faults;
}

/** Something that is wrong: for who asks again and again until nothing is. */
export async function firstFault(books: SocialBooks, rules: readonly SocialRule[]): Promise<string | undefined> {
  for (const rule of rules) {
    const [fault] = await faultsInSocial(books, [rule]);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** The rules that do not notice when they are broken. The books stay as they are. */
export async function blindSocialRules(books: SocialBooks, rules: readonly SocialRule[]): Promise<readonly string[]> {
  const blind: string[] = [];
  for (const { forbids, offenders, spoil } of rules) {
    const book = books[spoil.part];
    await book.query('begin');
    await book.query(spoil.statement);
    if ((await offenders(books)).length === 0) blind.push(forbids);
    await book.query('rollback');
  }
  return blind;
}

/** Lines of text, the one column of a query's rows. */
export type Lines = readonly [part: SocialPart, query: string];

/** What one book says and the other does not. */
export const unmatched =
  (said: Lines, known: Lines): SocialRule['offenders'] =>
  async (books) => {
    const lines = await linesOf(books, said);
    const others = new Set(await linesOf(books, known));
    return lines.filter((line) => !others.has(line));
  };

/** What either of two books says and the other does not. */
export const differing =
  (one: Lines, other: Lines): SocialRule['offenders'] =>
  async (books) => [...(await unmatched(one, other)(books)), ...(await unmatched(other, one)(books))];

/** What a query finds in one book. */
export const found =
  (...lines: Lines): SocialRule['offenders'] =>
  (books) =>
    linesOf(books, lines);

async function linesOf(books: SocialBooks, [part, query]: Lines): Promise<readonly string[]> {
  const { rows } = await books[part].query<[string]>({ text: query, rowMode: 'array' });
  return rows.map(([line]) => line);
}
