import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '@moa/identity';
import type { Passwords } from '../credentials/passwords.ts';
import type { TokenTerms } from '../tokens/access-token.ts';

/** What every action may use: who asks, the database, and the few things from outside that tests put in by hand. */
export type ActionContext = {
  readonly viewer: Viewer;
  /** For reading; writes go through `transaction`. */
  readonly em: EntityManager;
  readonly transaction: <Result>(work: (em: EntityManager) => Promise<Result>) => Promise<Result>;
  readonly clock: () => Date;
  readonly ids: () => string;
  readonly passwords: Passwords;
  readonly tokenTerms: TokenTerms;
};
