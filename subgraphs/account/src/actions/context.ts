import type { ActionContext } from '@moa/subgraph';
import type { Passwords } from '../credentials/passwords.ts';
import type { TokenTerms } from '../tokens/access-token.ts';

/** What account's actions may use: the means to prove who somebody is, too. */
export type AccountContext = ActionContext & { readonly passwords: Passwords; readonly tokenTerms: TokenTerms };
