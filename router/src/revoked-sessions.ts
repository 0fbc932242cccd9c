import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@moa/telemetry';
import { z } from 'zod';

/** Sessions whose access tokens count no more, although they have not expired. */
export interface RevokedSessions {
  has(sid: string): boolean;
  /** Calls back once for each session that is revoked from now on, until the function that it gives is called. */
  onRevoked(listener: (sid: string) => void): () => void;
  close(): Promise<void>;
}

export const noRevokedSessions: RevokedSessions = {
  has: () => false,
  onRevoked: () => () => {},
  close: async () => {},
};

const page = z.object({
  /** `until`: when the last token of the session has expired, ISO 8601 or seconds since 1970 as in a JWT. */
  revoked: z.array(
    z.object({
      sid: z.string().min(1),
      until: z.union([z.iso.datetime({ offset: true }).transform(Date.parse), z.number().transform((s) => s * 1_000)]),
    }),
  ),
  /** Where to go on. */
  next: z.union([z.string(), z.number()]),
});
type Page = z.output<typeof page>;

/** More than sign out within the life of an access token; beyond it the oldest is forgotten first. */
const remembered = 100_000;
/** The feed answers when there is something new, or says after a while that there is not. */
const deadlineMs = 25_000;
const backoff = { firstMs: 250, mostMs: 5_000 };
/** Before the next question to a feed that has said nothing new and did not wait with it. */
const breatherMs = 1_000;

type Options = { readonly url: string; readonly logger?: Logger | undefined; readonly most?: number };

/** Follows an issuer's feed, `GET url?after=<next of the answer before>`. While it is down, what is known stays. */
export function followRevokedSessions({ url, logger, most = remembered }: Options): RevokedSessions {
  const sessions = new Map<string, number>();
  const listeners = new Set<(sid: string) => void>();
  const closing = new AbortController();

  const take = ({ revoked }: Page): void => {
    const now = Date.now();
    for (const [sid, until] of sessions) if (until <= now) sessions.delete(sid);
    for (const { sid, until } of revoked) {
      const known = sessions.has(sid);
      sessions.delete(sid); // so that the entry moves to the young end
      if (until <= now) continue;
      sessions.set(sid, until);
      const oldest = sessions.size > most ? sessions.keys().next().value : undefined;
      if (oldest !== undefined) sessions.delete(oldest);
      if (!known) for (const listener of listeners) listener(sid);
    }
  };
  const following = follow(new URL(url), take, closing.signal, logger);

  return {
    has: (sid) => (sessions.get(sid) ?? 0) > Date.now(),
    onRevoked(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closing.abort();
      await following;
    },
  };
}

/** Reads one answer after the other until it is told to stop; it never throws. */
async function follow(url: URL, take: (page: Page) => void, stop: AbortSignal, logger?: Logger): Promise<void> {
  const wait = (ms: number) => pause(ms, undefined, { signal: stop }).catch(() => {}); // told to stop
  let after: Page['next'] | undefined;
  let failures = 0;
  while (!stop.aborted) {
    try {
      const asked = performance.now();
      const answer = await read(url, after, stop);
      const waited = performance.now() - asked > breatherMs;
      if (failures > 0) logger?.warn('The feed of revoked sessions is back');
      failures = 0;
      const isFirst = after === undefined;
      const isNews = answer.revoked.length > 0 && answer.next !== after;
      after = answer.next;
      take(answer);
      if (!isNews && !isFirst && !waited) await wait(breatherMs);
    } catch (error) {
      if (stop.aborted) return;
      if (failures === 0)
        logger?.warn({ err: error }, 'The feed of revoked sessions is away; those known stay refused');
      after = undefined; // what comes back may be another feed; what we know already is told once all the same
      const ms = Math.min(backoff.firstMs * 2 ** failures, backoff.mostMs);
      failures += 1;
      await wait(ms * (0.5 + Math.random() / 2));
    }
  }
}

async function read(url: URL, after: Page['next'] | undefined, stop: AbortSignal): Promise<Page> {
  const from = new URL(url);
  if (after !== undefined) from.searchParams.set('after', String(after));
  const response = await fetch(from, {
    headers: { accept: 'application/json' },
    signal: AbortSignal.any([stop, AbortSignal.timeout(deadlineMs)]),
  });
  if (response.ok) return page.parse(await response.json());
  await response.body?.cancel();
  throw new Error(`The feed of revoked sessions answered ${response.status}.`);
}
