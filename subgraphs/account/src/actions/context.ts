import type { ActionContext } from '@moa/subgraph';
import type { Attempts } from '../credentials/attempts.ts';
import type { Passwords } from '../credentials/passwords.ts';
import type { Providers } from '../providers/provider.ts';
import type { TokenTerms } from '../tokens/access-token.ts';
import type { RevocationFeed } from '../tokens/revocation-feed.ts';

/** What account's actions may use: the means to prove who somebody is, too. */
export type AccountContext = ActionContext & {
  readonly passwords: Passwords;
  readonly providers: Providers;
  readonly tokenTerms: TokenTerms;
  /** How often somebody may try. */
  readonly attempts: Attempts;
  /** To be told once a transaction has committed that ended sessions. */
  readonly revocations: Pick<RevocationFeed, 'announce'>;
};
