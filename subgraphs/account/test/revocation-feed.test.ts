import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { createRevocationFeed, type RevokedSession } from '../src/tokens/revocation-feed.ts';

const never = 60_000;
const opened: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((app) => app.close()));
});

/** A feed that neither polls nor gives up within the life of a test. */
async function feedOf(sessions: RevokedSession[]) {
  const looks: string[] = [];
  const feed = createRevocationFeed({
    find: async (after) => {
      looks.push(after);
      return { revoked: sessions.slice(Number(after)), next: String(sessions.length) };
    },
    waitMs: never,
    pollMs: never,
  });
  const app = fastify({ forceCloseConnections: 'idle' });
  feed.routes(app);
  opened.push(app);
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const ask = async (after: string): Promise<unknown> =>
    (await fetch(`${address}/.well-known/revoked-sessions?after=${after}`)).json();
  return { feed, app, ask, looks };
}

const session = { sid: 's', until: new Date('2026-03-01T09:10:00Z') };

test('A2: who waits is woken by the news, not by the clock', async () => {
  const sessions: RevokedSession[] = [];
  const { feed, looks, ask } = await feedOf(sessions);
  const answer = ask('0');
  await expect.poll(() => looks).toEqual(['0']);
  sessions.push(session);
  feed.announce();
  expect(await answer).toEqual({ revoked: [{ sid: 's', until: '2026-03-01T09:10:00.000Z' }], next: '1' });
});

test('A2: a process that closes answers who waits, and does not wait for them', async () => {
  const { app, ask, looks } = await feedOf([]);
  const answer = ask('0');
  await expect.poll(() => looks).toEqual(['0']);
  await app.close();
  expect(await answer).toEqual({ revoked: [], next: '0' });
});

test('A2: news for somebody else keeps who waits waiting', async () => {
  const sessions = [session];
  const { feed, looks, ask } = await feedOf(sessions);
  const answer = ask('1');
  await expect.poll(() => looks).toEqual(['1']);
  feed.announce();
  await expect.poll(() => looks).toEqual(['1', '1']);
  sessions.push({ ...session, sid: 't' });
  feed.announce();
  expect(await answer).toMatchObject({ revoked: [{ sid: 't' }], next: '2' });
});
