import type { Logger } from '@moa/telemetry';
import { forgetRevokedSessions } from '../persistence/revoked-sessions.ts';
import { forgetSessions } from '../persistence/sessions.ts';
import type { AccountContext } from './context.ts';
import { rotateSigningKey } from './rotate-signing-key.ts';

type Means = Pick<AccountContext, 'transaction' | 'clock'>;

const dayMs = 86_400_000;

/** Rotates the signing key when it is due, and forgets what nobody can use any more. */
async function upkeep(means: Means): Promise<void> {
  await rotateSigningKey(means, { whenDue: true });
  await means.transaction((em) => forgetSessions(em, means.clock()));
  await means.transaction((em) => forgetRevokedSessions(em, means.clock()));
}

/** At the start and once a day. Gives back how to stop, which waits for a run under way. */
export function startDailyUpkeep({ logger, ...means }: Means & { readonly logger: Logger }): () => Promise<void> {
  const run = (): Promise<void> =>
    upkeep(means).catch((error: unknown) => logger.warn({ err: error }, 'upkeep failed; it runs again tomorrow'));
  let running = run();
  const timer = setInterval(() => {
    running = running.then(run);
  }, dayMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
