/**
 * A session: everything that follows from one sign-in. Its refresh tokens work once each, one after the other; they are known
 * here by their hashes alone.
 */
export type Session = { readonly id: string; readonly memberId: string } & (
  | { readonly status: 'OPEN'; readonly unused: RefreshToken }
  | { readonly status: 'ENDED'; readonly because: EndReason }
);

export type OpenSession = Extract<Session, { readonly status: 'OPEN' }>;

export type RefreshToken = { readonly hash: string; readonly expiresAt: Date };

/**
 * `REUSED`: a refresh token came a second time, so that two people hold it and nobody can tell which is the member.
 * `ADDRESS_PROVEN`: the owner of the e-mail address came, who need not be the one who joined with it.
 */
export type EndReason = 'SIGNED_OUT' | 'REUSED' | 'EXPIRED' | 'PASSWORD_CHANGED' | 'ADDRESS_PROVEN';

export type SessionCommand =
  /** `presented` is the hash of a refresh token that this session once gave out; `next` takes its place. */
  | { readonly kind: 'refresh'; readonly presented: string; readonly next: RefreshToken; readonly now: Date }
  | { readonly kind: 'end'; readonly because: EndReason };

export type SessionChange =
  | { readonly kind: 'refreshed'; readonly used: string; readonly next: RefreshToken }
  | { readonly kind: 'ended'; readonly because: EndReason };

/** What a command changes; nothing of a session that has ended. */
export function decide(session: Session, command: SessionCommand): SessionChange | null {
  if (session.status === 'ENDED') return null;
  switch (command.kind) {
    case 'end':
      return { kind: 'ended', because: command.because };
    case 'refresh': {
      const { presented, next, now } = command;
      const { hash, expiresAt } = session.unused;
      if (presented !== hash) return { kind: 'ended', because: 'REUSED' };
      if (expiresAt <= now) return { kind: 'ended', because: 'EXPIRED' };
      return { kind: 'refreshed', used: presented, next };
    }
  }
}

export function evolve({ id, memberId }: Session, change: SessionChange): Session {
  switch (change.kind) {
    case 'refreshed':
      return { id, memberId, status: 'OPEN', unused: change.next };
    case 'ended':
      return { id, memberId, status: 'ENDED', because: change.because };
  }
}
