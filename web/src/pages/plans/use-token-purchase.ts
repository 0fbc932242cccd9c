import { useMutation } from '@apollo/client/react';
import { useRef } from 'react';
import { freshKey } from '../../graphql/fresh-key.ts';
import { BuyTokensDocument, type BuyTokensInput, TokensDocument } from './tokens.gen.ts';

type Wish = Omit<BuyTokensInput, 'idempotencyKey'>;

/**
 * Buys tokens. The same wish is the same purchase until it is known how that ended: an answer that was lost, or a payment that is
 * still PENDING, is asked for again and never paid twice.
 */
export function useTokenPurchase() {
  const [buyTokens, { data, error, loading }] = useMutation(BuyTokensDocument, { refetchQueries: [TokensDocument] });
  const key = useRef<{ of: string; value: string }>(undefined);
  const buy = async (wish: Wish) => {
    const of = JSON.stringify(wish);
    if (key.current?.of !== of) key.current = { of, value: freshKey() };
    const input = { ...wish, idempotencyKey: key.current.value };
    const { data } = await buyTokens({ variables: { input } }).catch(() => ({ data: undefined })); // `error` tells
    if (data && data.buyTokens.purchase?.status !== 'PENDING') key.current = undefined;
  };
  return { buy, outcome: data?.buyTokens, error, busy: loading };
}
