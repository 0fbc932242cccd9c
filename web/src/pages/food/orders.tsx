import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField } from '../../ui/field.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './food.module.css';
import type { OrderStatus } from './order.gen.ts';
import { OrderRow } from './order-row.tsx';
import { orderWords } from './order-words.ts';
import { MyOrdersDocument } from './orders.gen.ts';

export const Component = (): ReactNode => (
  <SignedIn>
    <Orders />
  </SignedIn>
);

const statuses = ['ORDERED', 'PAID', 'COMPLETED', 'CANCELLED'] as const satisfies readonly OrderStatus[];

/** My page: what I ordered, the newest first; those that are under way move by themselves. */
function Orders(): ReactNode {
  const words = useWords(orderWords);
  const [status, setStatus] = useState<OrderStatus>();
  const { data, error, refetch, fetchMore } = useQuery(MyOrdersDocument, {
    variables: status ? { status } : {},
    fetchPolicy: 'cache-and-network',
  });
  const orders = data?.me?.orders;
  return (
    <div className={styles.order}>
      <div className={styles.filter}>
        <SelectField
          label={words.filter}
          value={status ?? ''}
          onChange={({ target }) => setStatus(statuses.find((each) => each === target.value))}
        >
          <option value="">{words.all}</option>
          {statuses.map((each) => (
            <option key={each} value={each}>
              {words.status[each]}
            </option>
          ))}
        </SelectField>
      </div>
      <Problem error={error} onRetry={refetch} />
      {!orders && !error && <Skeleton count={4} height="6rem" />}
      {orders?.nodes.length === 0 && (
        <EmptyState title={words.none} text={words.noneText}>
          <ButtonLink to="/food" tone="accent">
            {words.toMenu}
          </ButtonLink>
        </EmptyState>
      )}
      <ul className={`plain ${styles.rows}`}>
        {orders?.nodes.map((order) => (
          <OrderRow key={order.id} order={order} />
        ))}
      </ul>
      {orders && <More pageInfo={orders.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />}
    </div>
  );
}
