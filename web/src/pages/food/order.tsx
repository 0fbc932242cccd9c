import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Money } from '../../ui/money.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatusLine } from '../../ui/status-line.tsx';
import { Time } from '../../ui/time.tsx';
import { CancelOrder } from './cancel-order.tsx';
import styles from './food.module.css';
import { stepsOf } from './order-steps.ts';
import { orderWords } from './order-words.ts';
import { useLiveOrder } from './use-live-order.ts';

export function Component(): ReactNode {
  const { orderId = '' } = useParams();
  return (
    <SignedIn>
      <LiveOrder id={orderId} />
    </SignedIn>
  );
}

function LiveOrder({ id }: { readonly id: string }): ReactNode {
  const words = useWords(orderWords);
  const { order, loading, error, refetch } = useLiveOrder(id);
  if (loading && !order) return <Skeleton count={2} height="8rem" />;
  if (!order) return error ? <Problem error={error} onRetry={refetch} /> : <EmptyState title={words.notFound} />;
  const canCancel = order.status === 'ORDERED' || order.status === 'PAID';
  return (
    <div className={styles.order}>
      <p>
        <Link to="/food/orders">← {words.back}</Link>
      </p>
      <Card label={words.progress}>
        <StatusLine label={words.progress} steps={stepsOf(order, words)} />
        <Problem error={error} onRetry={refetch} />
      </Card>
      <Card label={words.orderOf}>
        <ul className={`plain ${styles.lines}`}>
          {order.lines.map(({ name, price, quantity }) => (
            <li key={name} className={styles.line}>
              <span>
                {name} <span className="soft">× {quantity}</span>
              </span>
              <Money won={price * quantity} />
            </li>
          ))}
          <li className={styles.total}>
            <span>{words.total}</span>
            <Money won={order.total} />
          </li>
        </ul>
        <dl className={styles.facts}>
          <dt>{words.placed}</dt>
          <dd>
            <Time at={order.placedAt} as="moment" />
          </dd>
          <dt>{words.address}</dt>
          <dd>{order.deliveryAddress}</dd>
        </dl>
        {/* It stays while its refusal is read, though the order moves on meanwhile. */}
        <CancelOrder orderId={order.id} offered={canCancel} />
      </Card>
    </div>
  );
}
