import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '@moa/subgraph';
import type { Plan } from '../domain/plan.ts';
import { afterCount, afterMoment } from './keyset.ts';
import { type PlanColumns, planColumns, toPlan } from './plan-columns.ts';

/** Lets a shared plan be found by its words, and a private one not. */
export async function indexForBoard(em: EntityManager, plan: Plan): Promise<void> {
  if (plan.sharedAt === null) {
    await em.execute('delete from board_texts where plan_id = ?', [plan.id]);
    return;
  }
  const text = [plan.location, plan.title, plan.details].filter((part) => part !== null).join('\n');
  await em.execute(
    `insert into board_texts (plan_id, text) values (?, ?) on conflict (plan_id) do update set text = excluded.text`,
    [plan.id, text],
  );
}

export type BoardQuery = { readonly words: readonly string[]; readonly page: PageRequest };

/** The shared plans in which each of the words is found, the last shared first, one more than asked for. */
export async function findNewestOnBoard(em: EntityManager, { words, page }: BoardQuery): Promise<readonly Plan[]> {
  const after = afterMoment('plans.shared_at, plans.id', page.after);
  return find(em, { words, after, order: 'plans.shared_at desc, plans.id desc', first: page.first });
}

/** The same, the most hearted first. The cursor is a place, not a plan: what gets a heart meanwhile may be met again, or missed. */
export async function findMostHeartedOnBoard(em: EntityManager, { words, page }: BoardQuery): Promise<readonly Plan[]> {
  const after = afterCount('plans.heart_count, plans.shared_at, plans.id', page.after);
  const order = 'plans.heart_count desc, plans.shared_at desc, plans.id desc';
  return find(em, { words, after, order, first: page.first });
}

async function find(
  em: EntityManager,
  {
    words,
    after,
    order,
    first,
  }: {
    readonly words: readonly string[];
    readonly after: ReturnType<typeof afterMoment>;
    readonly order: string;
    readonly first: number;
  },
): Promise<readonly Plan[]> {
  const found = words.map(conditionOf);
  const rows: PlanColumns[] = await em.execute(
    `select ${planColumns} from plans ${words.length > 0 ? 'join board_texts on plan_id = plans.id' : ''}
     where plans.shared_at is not null ${found.map(({ sql }) => `and ${sql}`).join(' ')} ${after.sql}
     order by ${order} limit ?`,
    [...found.flatMap(({ values }) => values), ...after.values, first + 1],
  );
  return rows.map(toPlan);
}

/** The index knows the characters and their pairs; the pattern, whether they stand together. */
function conditionOf(word: string): { readonly sql: string; readonly values: readonly string[] } {
  const isPair = [...word].length > 1;
  return {
    sql: `grams(text) @> ${isPair ? 'bigrams(?)' : 'array[lower(?)]'} and text ilike ?`,
    values: [word, `%${escapeLike(word)}%`],
  };
}

/** What people type is text to find, not a pattern. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
