import { connectionOf, pageRequest } from '@moa/subgraph';
import { openTokenAccount } from '../actions/move-tokens.ts';
import { balanceOf, findTokenEntriesOf, isEntryNumber } from '../persistence/token-ledger.ts';
import type { GraphContext } from './context.ts';
import type { TokenAccountResolvers, TokenEntryResolvers } from './schema.gen.ts';

/** Whose tokens they are; what is asked of them is read then. */
export type TokenAccountReference = { readonly memberId: string };

/** A member's tokens, for the member: their account is open when they look. */
export async function tokenAccountOf(context: GraphContext, memberId: string): Promise<TokenAccountReference> {
  await openTokenAccount(context, memberId);
  return { memberId };
}

export const TokenAccount: TokenAccountResolvers = {
  balance: ({ memberId }, _arguments, { em }) => balanceOf(em, memberId),
  entries: async ({ memberId }, { first, after }, { em }) => {
    const page = pageRequest(first, after, isEntryNumber);
    return connectionOf(await findTokenEntriesOf(em, memberId, page), page, ({ number }) => String(number));
  },
};

export const TokenEntry: TokenEntryResolvers = {
  recommendation: ({ kind, reference }) => (kind === 'RESERVATION' || kind === 'RELEASE' ? { id: reference } : null),
  purchase: ({ kind, reference }, _arguments, { loaders }) =>
    kind === 'PURCHASE' ? loaders.purchase.load(reference) : null,
};
