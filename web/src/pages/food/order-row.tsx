import { useSubscription } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { Money } from '../../ui/money.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './food.module.css';
import { OrderChangedDocument, type OrderShownFragment } from './order.gen.ts';
import { orderWords } from './order-words.ts';
import { isSettled } from './use-live-order.ts';

export function OrderRow({ order }: { readonly order: OrderShownFragment }): ReactNode {
  const words = useWords(orderWords);
  useSubscription(OrderChangedDocument, { variables: { id: order.id }, skip: isSettled(order) });
  const { id, status, lines, total, placedAt, progress } = order;
  return (
    <li>
      <Link to={`/food/orders/${id}`} className={styles.row}>
        <span className={styles[status]}>{words.status[status]}</span>
        <strong>{lines.map(({ name, quantity }) => `${name} × ${quantity}`).join(', ')}</strong>
        <span className="soft small">
          <Time at={placedAt} />
          {progress.courier && ` · ${progress.courier.name}`}
        </span>
        <Money won={total} />
      </Link>
    </li>
  );
}
