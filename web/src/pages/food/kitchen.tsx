import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { useSession } from '../../session/use-session.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './food.module.css';
import { KitchenMenuDocument } from './kitchen.gen.ts';
import { KitchenDish } from './kitchen-dish.tsx';
import { kitchenWords } from './kitchen-words.ts';
import { NewDish } from './new-dish.tsx';

export const Component = (): ReactNode => (
  <SignedIn as="MERCHANT">
    <Kitchen />
  </SignedIn>
);

/** A merchant's dishes: what is sold out, and what is new. */
function Kitchen(): ReactNode {
  const words = useWords(kitchenWords);
  const me = useSession()?.member.id;
  const { data, error, refetch, fetchMore } = useQuery(KitchenMenuDocument);
  const mine = data?.menuItems.nodes.filter(({ merchant }) => merchant?.id === me);
  return (
    <div className={styles.order}>
      <NewDish restaurant={mine?.[0]?.restaurant ?? ''} />
      <h2>{words.mine}</h2>
      <Problem error={error} onRetry={refetch} />
      {!mine && !error && <Skeleton count={4} height="5rem" />}
      {mine?.length === 0 && <EmptyState title={words.none} text={words.noneText} />}
      <ul className={`plain ${styles.rows}`}>
        {mine?.map((dish) => (
          <KitchenDish key={dish.id} dish={dish} />
        ))}
      </ul>
      {data && <More pageInfo={data.menuItems.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />}
    </div>
  );
}
