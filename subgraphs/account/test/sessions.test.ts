import { anonymous } from '@moa/identity';
import { until } from '@moa/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  codesIn,
  freshAccountDatabase,
  newcomer,
  runAccount,
  type Session,
  sessionIn,
  sidIn,
  viewerIn,
} from './running-account.ts';
import { query } from './sql.ts';

let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
let account: Awaited<ReturnType<typeof runAccount>>;
let now = new Date('2026-03-01T09:00:00Z');
beforeAll(async () => {
  database = await freshAccountDatabase();
  account = await runAccount(database.url, () => now);
});
afterAll(async () => {
  await account.close();
  await database.drop();
});

let people = 0;
/** Somebody new, signed in. */
const join = async (): Promise<Session> => {
  people += 1;
  return sessionIn(await account.signUp({ email: `person${people}@example.com` }));
};
const signInAgain = async ({ member }: Session): Promise<Session> =>
  sessionIn(await account.signIn({ email: member.email ?? '', password: newcomer.password }));
const isRevoked = async (session: Session): Promise<boolean> =>
  (await account.revoked()).revoked.some(({ sid }) => sid === sidIn(session));
const hasEnded = async (session: Session): Promise<boolean> =>
  codesIn(await account.refresh(session)).includes('SESSION_ENDED');

describe('A2: going on with a session', () => {
  test('gives new tokens of the same session, time and again', async () => {
    const first = await join();
    let last = first;
    for (let turn = 0; turn < 3; turn += 1) {
      const next = sessionIn(await account.refresh(last));
      expect(next.refreshToken).not.toBe(last.refreshToken);
      expect(next.accessToken).not.toBe(last.accessToken);
      expect(sidIn(next)).toBe(sidIn(first));
      expect(next.member).toMatchObject({ id: first.member.id, email: first.member.email });
      last = next;
    }
    expect(await isRevoked(first)).toBe(false);
  });

  test('keeps no token, only what it can be known by again', async () => {
    const { refreshToken } = await join();
    expect(refreshToken).toMatch(/^[\w-]{43}$/);
    const rows = await query(database.url, `select row_to_json(refresh_tokens)::text as row from refresh_tokens`);
    expect(JSON.stringify(rows)).not.toContain(refreshToken);
    const hex = Buffer.from(refreshToken, 'base64url').toString('hex');
    expect(JSON.stringify(rows)).not.toContain(hex);
  });

  test('with a token that was used ends the session, its access tokens and what came of it', async () => {
    const first = await join();
    const second = sessionIn(await account.refresh(first));
    expect(await account.refresh(first)).toEqual({
      session: null,
      userErrors: [{ code: 'SESSION_ENDED', field: null, message: expect.stringMatching(/[가-힣].+[a-z]/) }],
    });
    expect(await hasEnded(second)).toBe(true);
    expect(await isRevoked(first)).toBe(true);
  });

  test('leaves the other sessions of the member alone when one ends', async () => {
    const first = await join();
    const other = await signInAgain(first);
    sessionIn(await account.refresh(first));
    await account.refresh(first);
    expect(await isRevoked(other)).toBe(false);
    sessionIn(await account.refresh(other));
  });

  test('twenty times at once with one token gives one new session, and then ends it', async () => {
    const first = await join();
    const answers = await Promise.all(Array.from({ length: 20 }, () => account.refresh(first)));
    const winners = answers.flatMap(({ session }) => session ?? []);
    expect(winners).toHaveLength(1);
    expect(answers.flatMap(codesIn)).toEqual(Array(19).fill('SESSION_ENDED'));
    for (const winner of winners) expect(await hasEnded(winner)).toBe(true);
    const { revoked } = await account.revoked();
    expect(revoked.filter(({ sid }) => sid === sidIn(first))).toHaveLength(1);
  });

  test('gives no access token that outlives its revocation, however long the signing takes', async () => {
    const before = now;
    const session = await join();
    const gate = new pg.Client({ connectionString: database.url });
    await gate.connect();
    await gate.query('begin; lock table signing_keys in access exclusive mode');
    const refreshing = account.refresh(session);
    await until(async () => (await query(database.url, waiting)).length === 1);
    await account.signOut(anonymous, { refreshToken: session.refreshToken });
    now = new Date(before.getTime() + 5_000);
    await gate.query('commit');
    await gate.end();
    const { expiresAt } = sessionIn(await refreshing);
    now = before;
    const { revoked } = await account.revoked();
    const { until: revokedUntil = '' } = revoked.find(({ sid }) => sid === sidIn(session)) ?? {};
    expect(Date.parse(expiresAt)).toBeLessThanOrEqual(Date.parse(revokedUntil));
  });

  test('ends after thirty days without it', async () => {
    const before = now;
    const session = await join();
    now = new Date(before.getTime() + 30 * 86_400_000 - 1);
    const renewed = sessionIn(await account.refresh(session));
    now = new Date(now.getTime() + 30 * 86_400_000);
    expect(await hasEnded(renewed)).toBe(true);
    now = before;
  });

  test.each(['', 'x', 'A'.repeat(43), 'ü\u0000', 'x'.repeat(100_000)])(
    'is refused with no token of ours',
    async (refreshToken) => {
      expect(codesIn(await account.refresh({ refreshToken }))).toEqual(['SESSION_ENDED']);
    },
  );
});

describe('A2: signing out', () => {
  test('here ends this session alone, however often', async () => {
    const here = await join();
    const there = await signInAgain(here);
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await account.signOut(anonymous, { refreshToken: here.refreshToken })).toEqual({
        signedOut: true,
        userErrors: [],
      });
    }
    expect(await hasEnded(here)).toBe(true);
    expect([await isRevoked(here), await isRevoked(there)]).toEqual([true, false]);
    sessionIn(await account.refresh(there));
  });

  test('with a token that was used ends the session, too', async () => {
    const first = await join();
    const second = sessionIn(await account.refresh(first));
    await account.signOut(anonymous, { refreshToken: first.refreshToken });
    expect(await hasEnded(second)).toBe(true);
  });

  test('everywhere ends all sessions of the member and nobody else’s', async () => {
    const here = await join();
    const there = await signInAgain(here);
    const somebody = await join();
    expect(await account.signOut(viewerIn(here), { everywhere: true })).toMatchObject({ signedOut: true });
    expect([await isRevoked(here), await isRevoked(there), await isRevoked(somebody)]).toEqual([true, true, false]);
    expect([await hasEnded(here), await hasEnded(there)]).toEqual([true, true]);
    sessionIn(await account.refresh(somebody));
  });

  test('everywhere is for who is signed in; a refresh token is not enough', async () => {
    const session = await join();
    const { errors } = await account.ask(
      anonymous,
      'mutation ($token: String!) { signOut(input: { everywhere: true, refreshToken: $token }) { signedOut } }',
      { token: session.refreshToken },
    );
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    sessionIn(await account.refresh(session));
  });

  test('of nothing in particular is refused', async () => {
    expect(await account.signOut(anonymous, {})).toEqual({
      signedOut: false,
      userErrors: [{ code: 'REFRESH_TOKEN_MISSING', field: ['refreshToken'] }],
    });
  });
});

describe('A2: the feed of revoked sessions', () => {
  test('says until when, goes on after what was read, and drops what has expired', async () => {
    const before = now;
    const first = await join();
    await account.signOut(anonymous, { refreshToken: first.refreshToken });
    const all = await account.revoked();
    expect(all.revoked.at(-1)).toEqual({ sid: sidIn(first), until: '2026-03-01T09:15:00.000Z' });

    const second = await join();
    await account.signOut(anonymous, { refreshToken: second.refreshToken });
    expect((await account.revoked(all.next)).revoked.map(({ sid }) => sid)).toEqual([sidIn(second)]);
    now = new Date('2026-03-01T09:15:00Z');
    const stillThere = (await account.revoked()).revoked.map(({ sid }) => sid);
    expect([sidIn(first), sidIn(second)].filter((sid) => stillThere.includes(sid))).toEqual([]);
    now = before;
  });

  test('is woken by a session that ends in the same process', async () => {
    const session = await join();
    const { next } = await account.revoked();
    let answered = false;
    const waiting = account.revoked(next).finally(() => {
      answered = true;
    });
    await account.keySet();
    expect(answered).toBe(false);
    await account.signOut(anonymous, { refreshToken: session.refreshToken });
    expect((await waiting).revoked.map(({ sid }) => sid)).toEqual([sidIn(session)]);
  });

  test('hears of a session that ends in another process', async () => {
    const other = await runAccount(database.url, () => now);
    const session = await join();
    const { next } = await account.revoked();
    const waiting = account.revoked(next);
    await other.signOut(anonymous, { refreshToken: session.refreshToken });
    expect((await waiting).revoked.map(({ sid }) => sid)).toEqual([sidIn(session)]);
    await other.close();
  });

  test('shows none before one that has an earlier place and is not committed yet', async () => {
    const session = await join();
    const early = '0190a000-0000-7000-8000-00000000000e';
    const gate = new pg.Client({ connectionString: database.url });
    await gate.connect();
    await gate.query(`begin; select pg_advisory_xact_lock(hashtext('revoked_sessions'))`);
    await gate.query('insert into revoked_sessions (session_id, until) values ($1, $2)', [
      early,
      new Date(now.getTime() + 60_000),
    ]);
    const ending = account.signOut(anonymous, { refreshToken: session.refreshToken });
    await Promise.race([ending, until(async () => (await query(database.url, waiting)).length > 0)]);
    const { next } = await account.revoked();
    await gate.query('commit');
    await gate.end();
    await ending;
    expect((await account.revoked(next)).revoked.map(({ sid }) => sid)).toEqual([early, sidIn(session)]);
  });

  test('lets nobody miss one, however many end at once in two processes', async () => {
    const other = await runAccount(database.url, () => now);
    const sessions = await Promise.all(Array.from({ length: 12 }, join));
    let { next } = await account.revoked();
    const ending = sessions.map(({ refreshToken }, n) =>
      (n % 2 ? account : other).signOut(anonymous, { refreshToken }),
    );
    const heard = new Set<string>();
    await until(async () => {
      const page = await account.revoked(next);
      for (const { sid } of page.revoked) heard.add(sid);
      next = page.next;
      return heard.size === sessions.length;
    });
    await Promise.all(ending);
    expect(heard).toEqual(new Set(sessions.map(sidIn)));
    await other.close();
  });

  test('lets a process end at once while somebody waits', async () => {
    const other = await runAccount(database.url, () => now);
    const { next } = await other.revoked();
    const waiting = other.revoked(next);
    await until(async () => (await other.keySet()).ok);
    await other.close();
    expect(await waiting).toEqual({ revoked: [], next });
  });

  test.each(['', 'x', '-1', '1.5', '9'.repeat(19)])('takes no other cursor: %j', async (after) => {
    const address = new URL('/.well-known/revoked-sessions', account.url);
    address.searchParams.set('after', after);
    expect((await fetch(address)).status).toBe(400);
  });
});

const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
