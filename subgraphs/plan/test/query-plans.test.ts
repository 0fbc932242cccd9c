import type { EntityManager } from '@mikro-orm/postgresql';
import { migrate, openDatabase } from '@moa/database';
import { explainOn } from '@moa/subgraph/testing';
import { createLogger } from '@moa/telemetry';
import { freshDatabase } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findMostHeartedOnBoard, findNewestOnBoard } from '../src/persistence/board.ts';
import { database } from '../src/persistence/database.ts';
import { findHearted } from '../src/persistence/hearts.ts';
import { findTastes, findTrend } from '../src/persistence/inspirations.ts';
import { countKey, momentKey } from '../src/persistence/keyset.ts';
import { lockPlansAbout, removeHeartsOf } from '../src/persistence/leaving.ts';
import { findHeartedPlansOf, findPlansOf, findSharedPlansOf } from '../src/persistence/plan-lists.ts';
import { findByIdempotencyKey } from '../src/persistence/recommendations.ts';

/** 30,000 plans of 100 members, most of them shared, with words of 200 places; 20,000 hearts; 20,000 members who are followed. */
const population = [
  `insert into plans (id, version, owner_id, origin, title, location, group_size, days, details, shared_at, heart_count, created_at, updated_at)
   select md5('p' || n)::uuid, 2, md5('o' || n % 100)::uuid, 'MEMBER', '여행 ' || n, '도시' || chr(44032 + n % 200 * 28) || '동네', 2, 1,
     '맛집과 산책, ' || chr(45000 + n % 300) || chr(46000 + n % 500) || ' 구경', case when n % 5 > 0 then now() - n * interval '1 minute' end, n % 50, now(), now()
   from generate_series(1, 30000) n`,
  `insert into board_texts select id, location || E'\\n' || title || E'\\n' || details from plans where shared_at is not null`,
  `insert into plan_hearts select md5('p' || n)::uuid, md5('m' || n % 100)::uuid, case when n % 10 > 0 then now() - n * interval '1 second' end
   from generate_series(1, 20000) n`,
  `insert into follower_counts select md5('o' || n)::uuid, n % 1000 from generate_series(1, 20000) n`,
  `insert into recommendations (id, version, member_id, kind, request, state, requested_at, changed_at, idempotency_key, request_hash)
   select md5('r' || n)::uuid, 1, md5('m' || n % 100)::uuid, 'TASTE', '{}', 'REQUESTED', now(), now(), n::text, '' from generate_series(1, 20000) n`,
  'analyze plans, board_texts, plan_hearts, follower_counts, recommendations',
];

const logger = createLogger('plan', process.env.LOG_LEVEL ?? 'silent');
let books: Awaited<ReturnType<typeof freshDatabase>>;
let orm: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  books = await freshDatabase({ name: 'plan', migrate: (url) => migrate(url, database) });
  orm = await openDatabase(books.url, database, { logger });
  await orm.em.fork().execute(['set statement_timeout = 30000', ...population].join(';\n'));
}, 60_000);
afterAll(async () => {
  await orm?.close();
  await books?.drop();
});

const [first, somebody] = [20, '00000000-0000-7000-8000-000000000001'];
const page = { first, after: null };
const later = { first, after: momentKey(new Date(), somebody) };
const words = ['도시감동'];

/** The plan of the very statement of a reader, explained instead of run. */
async function explain(
  read: (em: EntityManager, ids: { owner: string; fan: string }) => Promise<unknown>,
): Promise<string> {
  const em = orm.em.fork();
  const [ids]: { owner: string; fan: string }[] = await em.execute(
    `select md5('o7')::uuid as owner, md5('m7')::uuid as fan`,
  );
  const { explaining, plans } = explainOn(em);
  await read(explaining, ids ?? { owner: '', fan: '' });
  expect(plans).toHaveLength(1);
  return plans[0] ?? '';
}

test.each<[string, Parameters<typeof explain>[0]]>([
  ['plans_newest', (em) => findNewestOnBoard(em, { words: [], page })],
  ['plans_newest', (em) => findNewestOnBoard(em, { words: [], page: later })],
  ['plans_most_hearted', (em) => findMostHeartedOnBoard(em, { words: [], page })],
  [
    'plans_most_hearted',
    (em) => findMostHeartedOnBoard(em, { words: [], page: { first, after: countKey(9, new Date(), somebody) } }),
  ],
  ['board_texts_by_grams', (em) => findNewestOnBoard(em, { words, page })],
  ['board_texts_by_grams', (em) => findNewestOnBoard(em, { words, page: later })],
  ['board_texts_by_grams', (em) => findMostHeartedOnBoard(em, { words: ['시감', '구경'], page })],
  ['board_texts_by_grams', (em) => findNewestOnBoard(em, { words: ['귤'], page })],
  ['plans_of_owner', (em, { owner }) => findPlansOf(em, owner, page)],
  ['plans_shared_of_owner', (em, { owner }) => findSharedPlansOf(em, [owner, somebody], page)],
  ['plans_shared_of_owner', (em, { owner }) => findSharedPlansOf(em, [owner, somebody], later)],
  ['plan_hearts_of_member', (em, { fan }) => findHeartedPlansOf(em, fan, page)],
  ['plan_hearts_of_member', (em, { fan }) => findHeartedPlansOf(em, fan, later)],
  ['plan_hearts_pkey', (em, { fan }) => findHearted(em, fan, [somebody])],
  ['follower_counts_ranking', (em) => findTrend(em)],
  ['plan_hearts_of_member', (em, { fan }) => findTastes(em, fan)],
  ['recommendations_member_id_idempotency_key_key', (em, { fan }) => findByIdempotencyKey(em, fan, '7')],
])('a reader goes by the index %s', async (index, read) => {
  const plan = await explain(read);
  expect(plan).toContain(`${index} `);
  expect(plan).not.toContain('Seq Scan');
});

test.each<[string, Parameters<typeof explain>[0]]>([
  ['locked', (em, { fan }) => lockPlansAbout(em, fan)],
  ['removed', (em, { fan }) => removeHeartsOf(em, fan)],
])('the hearts of who leaves are %s without reading those of others', async (_done, leave) => {
  const plan = await explain(leave);
  expect(plan).toContain('plan_hearts_of_member ');
  expect(plan).not.toContain('Seq Scan on plan_hearts');
});

test('the pages of the board are not sorted anew', async () => {
  expect(await explain((em) => findNewestOnBoard(em, { words: [], page: later }))).not.toContain('Sort');
  expect(await explain((em) => findMostHeartedOnBoard(em, { words: [], page }))).not.toContain('Sort');
});

test('a word that is everywhere is found by walking the board, not by collecting all of it', async () => {
  expect(await explain((em) => findNewestOnBoard(em, { words: ['산책'], page }))).toContain('plans_newest ');
});
