import { EventEmitter, once } from 'node:events';
import type { FastifyInstance } from 'fastify';

/** A session that ended while access tokens of it may still be good, at the latest until `until`. */
export type RevokedSession = { readonly sid: string; readonly until: Date };

/** A page of the feed. `next` is where to go on. */
export type RevokedPage = { readonly revoked: readonly RevokedSession[]; readonly next: string };

export interface RevocationFeed {
  /** Wakes who waits in this process: some were added. */
  announce(): void;
  routes(app: FastifyInstance): void;
}

type Options = {
  /** Those after a place; '0' is the beginning. */
  readonly find: (after: string) => Promise<RevokedPage>;
  readonly waitMs?: number;
  /** How often to look for what other processes added. */
  readonly pollMs?: number;
};

const place = /^\d{1,18}$/;

/**
 * `GET /.well-known/revoked-sessions?after=…` → `{ revoked: [{ sid, until }], next }`: the sessions whose access tokens are not
 * good any more although they have not expired. Without `after` it says what there is; with it, it waits for something new.
 */
export function createRevocationFeed({ find, waitMs = 20_000, pollMs = 1_000 }: Options): RevocationFeed {
  const news = new EventEmitter().setMaxListeners(0);
  const closing = new AbortController();

  const waitForNews = async (after: string, gone: AbortSignal): Promise<RevokedPage> => {
    const end = AbortSignal.any([gone, closing.signal, AbortSignal.timeout(waitMs)]);
    for (;;) {
      // Listens before it looks, so that nothing falls between.
      const heard = once(news, 'added', { signal: AbortSignal.any([end, AbortSignal.timeout(pollMs)]) }).catch(
        () => undefined,
      );
      const page = await find(after);
      if (page.revoked.length > 0 || end.aborted) return page;
      await heard;
    }
  };

  return {
    announce: () => void news.emit('added'),
    routes(app) {
      app.addHook('preClose', async () => closing.abort());
      app.get<{ Querystring: { after?: unknown } }>('/.well-known/revoked-sessions', async (request, reply) => {
        const { after } = request.query;
        reply.header('cache-control', 'no-store');
        if (after === undefined) return find('0');
        if (typeof after !== 'string' || !place.test(after)) {
          return reply.code(400).send({ message: '`after` is the `next` of an earlier answer.' });
        }
        const gone = new AbortController();
        reply.raw.once('close', () => gone.abort());
        return waitForNews(after, gone.signal);
      });
    },
  };
}
