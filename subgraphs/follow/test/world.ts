import { randomUUIDv7 } from 'node:crypto';
import { migrate } from '@moa/database';
import type { Viewer } from '@moa/identity';
import { factQueue, jobQueue } from '@moa/outbox';
import { serveSubgraph } from '@moa/subgraph/testing';
import { type Bus, freshDatabase, until } from '@moa/testing';
import pg from 'pg';
import { database, openFollow } from '../src/index.ts';

export type Member = Extract<Viewer, { kind: 'member' }>;
/** Somebody with a token, of whom follow has not heard yet. */
export const member = (): Member => ({ kind: 'member', memberId: randomUUIDv7(), roles: ['MEMBER'] });
export const nobody: Viewer = { kind: 'anonymous' };

type Payload = {
  member: { id: string; followingCount: number } | null;
  followedMember?: { id: string; followerCount: number; followedByMe: boolean } | null;
  unfollowedMember?: { id: string; followerCount: number; followedByMe: boolean } | null;
  userErrors: { code: string; field: string[] | null; message: string }[];
};
type Fact = { topic: string; version: number; followerId: string; followeeId: string };

/** The follow subgraph with a database and a bus of its own, and what people ask of it. */
export async function openWorld(kind: Bus) {
  const books = await freshDatabase({ name: 'follow', migrate: (url) => migrate(url, database) });
  const served = await serveSubgraph(kind, (ground) => openFollow({ databaseUrl: books.url }, ground));
  const sql = new pg.Pool({ connectionString: books.url, max: 2 });
  sql.on('error', () => undefined); // the database may be dropped before the pool's last goodbye
  const { jobs } = served.bus;
  let messages = 0;

  /** Puts messages into a queue and waits until they were worked off. */
  const deliver = async (queue: string, entries: readonly { name: string; data: object }[]) => {
    const added = entries.map((entry) => {
      messages += 1;
      return { id: `account-${messages}`, ...entry };
    });
    await jobs.add(queue, added);
    await until(async () => {
      const states = await jobs.stateOf(
        queue,
        added.map(({ id }) => id),
      );
      return [...states.values()].every((state) => state === 'done');
    });
  };
  const hear = (type: 'MemberJoined' | 'MemberDeleted', ...members: readonly Member[]) =>
    deliver(
      factQueue('follow'),
      members.map(({ memberId }) => ({
        name: type,
        data: { type, version: 1, memberId, ...(type === 'MemberJoined' && { name: '김모아', language: 'KO' }) },
      })),
    );
  /** As many members as asked for, whom follow has heard of. */
  const joined = async <Count extends number>(count: Count) => {
    const members = Array.from({ length: count }, member);
    await hear('MemberJoined', ...members);
    return members;
  };
  /** Deletes a member and waits until nothing is left of what was between them and others. */
  const leave = async (gone: Member) => {
    await hear('MemberDeleted', gone);
    await until(
      async () => {
        const { rows } = await sql.query('select from pairs where follower_id = $1 or followee_id = $1 limit 1', [
          gone.memberId,
        ]);
        return rows.length === 0;
      },
      { timeoutMs: 25_000 },
    );
  };

  const change = (mutation: 'follow' | 'unfollow') => async (viewer: Viewer, other: { memberId: string }) => {
    const { data, errors } = await served.ask<{ [mutation: string]: Payload }>(
      viewer,
      `mutation ($memberId: ID!) { ${mutation}(input: { memberId: $memberId }) {
        member { id followingCount } ${mutation}edMember { id followerCount followedByMe } userErrors { code field message } } }`,
      { memberId: other.memberId },
    );
    const answer = data?.[mutation];
    const { member: me, userErrors } = answer ?? {};
    const them = answer?.followedMember ?? answer?.unfollowedMember;
    return { me, them, userErrors, codes: userErrors?.map(({ code }) => code), errors };
  };
  /** What `viewer` reads of a member. */
  const read = async <Shown>(viewer: Viewer, { memberId }: { memberId: string }, fields: string) => {
    const { data, errors } = await served.ask<{ _entities: [Shown | null] }>(
      viewer,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member { ${fields} } } }`,
      { r: [{ __typename: 'Member', id: memberId }] },
    );
    return { shown: data?._entities[0], code: errors?.[0]?.extensions?.code };
  };
  /** The facts that were published, oldest first; of one follower when one is given. */
  const facts = async (follower?: Member): Promise<Fact[]> => {
    const { rows } = await sql.query<Fact>(
      `select topic, (payload->>'version')::int as version, payload->>'followerId' as "followerId",
         payload->>'followeeId' as "followeeId"
       from outbox where kind = 'fact' and ($1::text is null or payload->>'followerId' = $1) order by id`,
      [follower?.memberId ?? null],
    );
    return rows;
  };
  /** Those whose counts are not what is counted. */
  const miscounted = async (): Promise<unknown[]> => {
    const { rows } = await sql.query(
      `with follow as (select follower_id, followee_id from pairs where number is not null),
         followers as (select followee_id as id, count(*) as followers from follow group by followee_id),
         following as (select follower_id as id, count(*) as following from follow group by follower_id)
       select * from members full join followers using (id) full join following using (id)
       where (follower_count, following_count) is distinct from (coalesce(followers, 0), coalesce(following, 0))`,
    );
    return rows;
  };

  return {
    ...served,
    databaseUrl: books.url,
    sql,
    hear,
    joined,
    leave,
    /** Runs the subgraph's own job once more. */
    endFollows: (gone: Member) =>
      deliver(jobQueue('follow'), [{ name: 'endFollows', data: { memberId: gone.memberId } }]),
    follow: change('follow'),
    unfollow: change('unfollow'),
    read,
    facts,
    miscounted,
    async close() {
      await served.close();
      await sql.end();
      await books.drop();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
