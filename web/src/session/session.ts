import type { AccountSessionFragment } from './account.gen.ts';

/** Who is signed in, and with what. The member's name and roles are those of the sign-in. */
export type Session = AccountSessionFragment;
export type Role = NonNullable<Session['member']['roles']>[number];

/**
 * The graph gives the refresh token to the client rather than to a cookie, so it lies where the page's own scripts read it: that is
 * the price of staying signed in after the browser is closed. What guards it is the content security policy, which runs no script
 * but ours, and its rotation, which ends a session whose token comes twice. The access token lies beside it, so that a page needs
 * no refresh to begin.
 */
const place = 'moa.session';

const listeners = new Set<() => void>();
let known: { text: string | null; session: Session | undefined } = { text: null, session: undefined };

/** What other tabs wrote meanwhile counts. The same object as long as nothing changed. */
export function currentSession(): Session | undefined {
  const text = localStorage.getItem(place);
  if (text !== known.text) known = { text, session: read(text) };
  return known.session;
}

export function keepSession(session: Session | undefined): void {
  if (session) localStorage.setItem(place, JSON.stringify(session));
  else localStorage.removeItem(place);
  for (const listener of listeners) listener();
}

/** Calls back after each change of the session, by this tab or another; gives the way to stop. */
export function onSessionChange(listener: () => void): () => void {
  const hear = ({ key }: StorageEvent) => {
    if (key === place || key === null) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', hear);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', hear);
  };
}

function read(text: string | null): Session | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Session); // nobody but keepSession writes there
  } catch {
    return undefined;
  }
}
