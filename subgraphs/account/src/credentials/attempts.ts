import type { Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { Redis } from 'ioredis';
import { createCounter, type Rule } from './attempt-counter.ts';

export type AttemptRules = {
  readonly failuresPerAccount: Rule;
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
      const address = addressOf(viewer);
      // The address first: one that is blocked can block nobody else's account.
      const wait = (address && (await perAddress.take(address))) || (await perAccount.take(email));
      if (wait) return { kind: 'blocked', retryAfterSeconds: wait };
      try {
        const value = await attempt();
        if (value === null) return { kind: 'wrong' };
        await perAccount.reset(email);
        if (address) await perAddress.giveBack(address);
        return { kind: 'right', value };
      } catch (error) {
        // A fault of ours is nobody's wrong password.
        await perAccount.giveBack(email);
        if (address) await perAddress.giveBack(address);
        throw error;
      }
    },
    async signUp(viewer) {
      const address = addressOf(viewer);
      const wait = address && (await signUps.take(address));
      return wait ? { kind: 'blocked', retryAfterSeconds: wait } : { kind: 'admitted' };
    },
    close: () => redis?.disconnect(),
  };
}

const addressOf = (viewer: Viewer): string | undefined => (viewer.kind === 'anonymous' ? viewer.address : undefined);

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
