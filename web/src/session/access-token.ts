import { RefreshSessionDocument } from './account.gen.ts';
import { askAccount } from './ask-account.ts';
import { currentSession, keepSession, type Session } from './session.ts';

/** A token that ends within this time would end on its way. */
const marginMs = 15_000;

let refreshing: Promise<Session | undefined> | undefined;

/**
 * A token that the router will take, nothing for who is not signed in. An expired one is renewed on the way, and however many ask at
 * once, it is renewed once: a refresh token that comes twice ends the session.
 * @param stale a token that the router refused, whatever its time says
 */
export async function accessToken(stale?: string): Promise<string | undefined> {
  const session = currentSession();
  if (!session || isGood(session, stale)) return session?.accessToken;
  refreshing ??= alone(() => refreshUnlessDone(stale)).finally(() => {
    refreshing = undefined;
  });
  return (await refreshing)?.accessToken;
}

const isGood = ({ accessToken, expiresAt }: Session, stale?: string): boolean =>
  accessToken !== stale && Date.parse(expiresAt) - Date.now() > marginMs;

/** Of all tabs one at a time. Without TLS there are no locks but on localhost; then only this tab's requests are one. */
const alone = <Value>(work: () => Promise<Value>): Promise<Value> =>
  navigator.locks ? navigator.locks.request('moa.refresh', work) : work();

async function refreshUnlessDone(stale?: string): Promise<Session | undefined> {
  const session = currentSession();
  if (!session || isGood(session, stale)) return session; // another tab was faster
  const { refreshSession } = await askAccount(RefreshSessionDocument, {
    input: { refreshToken: session.refreshToken },
  });
  const next = refreshSession.session ?? undefined;
  if (currentSession()?.refreshToken === session.refreshToken) keepSession(next); // else somebody signed in or out meanwhile
  return currentSession();
}
