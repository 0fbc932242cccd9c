import { SignOutDocument } from './account.gen.ts';
import { askAccount } from './ask-account.ts';
import { currentSession, keepSession } from './session.ts';

/** Signed out here at once; that the session ends at the other side too is asked, and not waited for. */
export function signOut(): void {
  const session = currentSession();
  keepSession(undefined);
  if (session)
    askAccount(SignOutDocument, { input: { refreshToken: session.refreshToken, everywhere: false } }).catch(() => {
      // Out of reach: the refresh token is gone from here, and ends by itself.
    });
}
