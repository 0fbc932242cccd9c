import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, evolve, type Session, type SessionCommand } from '../src/domain/session.ts';

const start = Date.parse('2026-03-01T09:00:00Z');
const at = (day: number) => new Date(start + day * 86_400_000);
const token = (n: number, day: number) => ({ hash: `token ${n}`, expiresAt: at(day + 30) });
const open: Session = { id: 's', memberId: 'm', status: 'OPEN', unused: token(0, 0) };
const refresh = (presented: number, next: number, day: number): SessionCommand => ({
  kind: 'refresh',
  presented: `token ${presented}`,
  next: token(next, day),
  now: at(day),
});

describe('a session', () => {
  test.each([
    [
      'goes on with its unused token',
      open,
      refresh(0, 1, 1),
      { kind: 'refreshed', used: 'token 0', next: token(1, 1) },
    ],
    [
      'goes on until the last moment',
      open,
      refresh(0, 1, 29.999),
      { kind: 'refreshed', used: 'token 0', next: token(1, 29.999) },
    ],
    ['ends when the token is 30 days old', open, refresh(0, 1, 30), { kind: 'ended', because: 'EXPIRED' }],
    ['ends when a used token comes again', open, refresh(7, 8, 1), { kind: 'ended', because: 'REUSED' }],
    ['ends', open, { kind: 'end', because: 'SIGNED_OUT' }, { kind: 'ended', because: 'SIGNED_OUT' }],
  ] as const)('%s', (_what, session, command, change) => {
    expect(decide(session, command)).toEqual(change);
  });

  type Step = { readonly presented: number; readonly days: number } | 'end';
  const step = fc.oneof(
    { weight: 9, arbitrary: fc.record({ presented: fc.nat({ max: 8 }), days: fc.integer({ min: 0, max: 31 }) }) },
    { weight: 1, arbitrary: fc.constant('end' as const) },
  );

  /** What a session went through, with all tokens that it ever gave out. */
  function live(steps: readonly Step[]) {
    let session = open;
    let day = 0;
    const given = [0];
    const used = new Set<string>();
    const story: { before: Session; command: SessionCommand; change: ReturnType<typeof decide>; after: Session }[] = [];
    for (const one of steps) {
      if (one !== 'end') day += one.days;
      const next = given.length;
      const command =
        one === 'end'
          ? ({ kind: 'end', because: 'SIGNED_OUT' } as const)
          : refresh(given[one.presented % given.length] ?? 0, next, day);
      const change = decide(session, command);
      const after = change ? evolve(session, change) : session;
      story.push({ before: session, command, change, after });
      if (change?.kind === 'refreshed') {
        given.push(next);
        expect(used).not.toContain(change.used);
        used.add(change.used);
      }
      session = after;
    }
    return story;
  }

  test('whatever comes: a token works once, and what has ended stays as it is', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        for (const { before, command, change, after } of live(steps)) {
          expect(after).toMatchObject({ id: 's', memberId: 'm' });
          if (before.status === 'ENDED') {
            expect(change).toBeNull();
            continue;
          }
          // An open session always goes on or ends.
          expect(change).not.toBeNull();
          const mayGoOn =
            command.kind === 'refresh' &&
            command.presented === before.unused.hash &&
            command.now < before.unused.expiresAt;
          expect(after.status).toBe(mayGoOn ? 'OPEN' : 'ENDED');
          if (after.status === 'OPEN') expect(after.unused.hash).not.toBe(before.unused.hash);
        }
      }),
    );
  });
});
