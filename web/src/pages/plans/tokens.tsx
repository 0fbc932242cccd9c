import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BuyTokens } from './buy-tokens.tsx';
import { TokenMovement } from './token-movement.tsx';
import { TokensDocument } from './tokens.gen.ts';
import styles from './tokens.module.css';
import { tokensWords } from './tokens-words.ts';

export const Component = (): ReactNode => (
  <SignedIn>
    <Tokens />
  </SignedIn>
);

/** How many tokens I have, where they came from and where they went. */
function Tokens(): ReactNode {
  const words = useWords(tokensWords);
  const { data, error, refetch, fetchMore } = useQuery(TokensDocument, { fetchPolicy: 'cache-and-network' });
  const account = data?.me?.tokenAccount;
  if (!account) return error ? <Problem error={error} onRetry={refetch} /> : <Skeleton count={2} height="16rem" />;
  return (
    <div className={styles.tokens}>
      <div className={styles.column}>
        <Card label={words.mine}>
          <h2>{words.mine}</h2>
          <p className={styles.balance}>{words.pieces(account.balance)}</p>
          <p className="soft">{words.what}</p>
          <div>
            <ButtonLink to="/plans/recommend">{words.toRecommend}</ButtonLink>
          </div>
        </Card>
        <BuyTokens methods={data.me?.paymentMethods ?? []} />
      </div>
      <Card label={words.history}>
        <h2>{words.history}</h2>
        <Problem error={error} onRetry={refetch} />
        {account.entries.nodes.length === 0 && <EmptyState title={words.none} />}
        <ul className={`plain ${styles.movements}`}>
          {account.entries.nodes.map((entry) => (
            <TokenMovement key={entry.id} entry={entry} />
          ))}
        </ul>
        <More pageInfo={account.entries.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />
      </Card>
    </div>
  );
}
