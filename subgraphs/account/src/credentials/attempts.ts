import type { Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { Redis } from 'ioredis';
import { createCounter, type Rule } from './attempt-counter.ts';

export type AttemptRules = {
  readonly failuresPerAccount: Rule;
  /** Somebody who is signed in counts as an address of their own, here and below. */
  readonly failuresPerAddress: Rule;
  readonly signUpsPerAddress: Rule;
};

export const defaultRules: AttemptRules = {
  failuresPerAccount: { points: 5, seconds: 15 * 60 },
  failuresPerAddress: { points: 20, seconds: 15 * 60 },
  signUpsPerAddress: { points: 20, seconds: 60 * 60 },
};

export type Blocked = { readonly kind: 'blocked'; readonly retryAfterSeconds: number };
export type Verdict<Value> = { readonly kind: 'right'; readonly value: Value } | { readonly kind: 'wrong' } | Blocked;

export interface Attempts {
  /**
   * Runs an attempt to prove who somebody is, if there have not been too many; null says that it failed. It counts from its
   * beginning, so that many at once are no more than many in turn. `email` is normalized, somebody's or nobody's.
   */
  prove<Value>(who: { viewer: Viewer; email: string }, attempt: () => Promise<Value | null>): Promise<Verdict<Value>>;
  /** Counts somebody who wants to join. */
  signUp(viewer: Viewer): Promise<{ readonly kind: 'admitted' } | Blocked>;
  close(): void;
}

/** Counts in Redis where there is a `redisUrl`, else in this process. */
export function openAttempts({
  redisUrl,
  rules,
  logger,
}: {
  readonly redisUrl: string | undefined;
  readonly rules: AttemptRules;
  readonly logger: Logger;
}): Attempts {
  const redis = redisUrl === undefined ? undefined : connect(redisUrl, logger);
  const perAccount = createCounter('failed-sign-ins-account', rules.failuresPerAccount, redis);
  const perAddress = createCounter('failed-sign-ins-address', rules.failuresPerAddress, redis);
  const signUps = createCounter('sign-ups-address', rules.signUpsPerAddress, redis);

  return {
    async prove({ viewer, email }, attempt) {
      const origin = originOf(viewer);
      // The origin first: one that is blocked can block nobody else's account.
      const wait = (origin && (await perAddress.take(origin))) || (await perAccount.take(email));
      if (wait) return { kind: 'blocked', retryAfterSeconds: wait };
      try {
        const value = await attempt();
        if (value === null) return { kind: 'wrong' };
        await perAccount.reset(email);
        if (origin) await perAddress.giveBack(origin);
        return { kind: 'right', value };
      } catch (error) {
        // A fault of ours is nobody's wrong password.
        await perAccount.giveBack(email);
        if (origin) await perAddress.giveBack(origin);
        throw error;
      }
    },
    async signUp(viewer) {
      const origin = originOf(viewer);
      const wait = origin && (await signUps.take(origin));
      return wait ? { kind: 'blocked', retryAfterSeconds: wait } : { kind: 'admitted' };
    },
    close: () => redis?.disconnect(),
  };
}

/**
 * Where an attempt comes from: a network address, or the member who is signed in, of whom no address is known. Without that,
 * whoever joins first could try without end.
 */
function originOf(viewer: Viewer): string | undefined {
  switch (viewer.kind) {
    case 'anonymous':
      return viewer.address;
    case 'member':
      return `member ${viewer.memberId}`;
    case 'service':
      return undefined;
  }
}

/** Commands fail at once while Redis is away, rather than wait for it. Its absence is told once. */
function connect(url: string, logger: Logger): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, connectTimeout: 3_000, commandTimeout: 1_000 });
  let isTold = false;
  redis.on('ready', () => {
    isTold = false;
  });
  return redis.on('error', (error) => {
    if (!isTold) logger.warn({ err: error }, 'Redis is away: attempts are counted by each process alone');
    isTold = true;
  });
}
