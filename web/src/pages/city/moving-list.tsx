import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Time } from '../../ui/time.tsx';
import type { CityOrderFragment, CityRideFragment } from './city.gen.ts';
import styles from './city.module.css';
import { cityWords } from './words.ts';

type Props = { readonly orders: readonly CityOrderFragment[]; readonly rides: readonly CityRideFragment[] };

/** My orders and rides that are under way, each with the way to its page. */
export function MovingList({ orders, rides }: Props): ReactNode {
  const words = useWords(cityWords);
  if (orders.length + rides.length === 0)
    return (
      <EmptyState title={words.nothing} text={words.nothingText}>
        <ButtonLink to="/food">{words.orderFood}</ButtonLink>
        <ButtonLink to="/taxi">{words.callTaxi}</ButtonLink>
      </EmptyState>
    );
  return (
    <ul className={`plain ${styles.rows}`} aria-live="polite">
      {rides.map(({ id, status, pickup, dropoff, requestedAt }) => (
        <li key={id}>
          <Link to="/taxi" className={styles.row}>
            <Icon name="taxi" />
            <strong>
              {pickup.name} → {dropoff.name}
            </strong>
            <span className="soft small">
              {words.ride[status]} · <Time at={requestedAt} />
            </span>
          </Link>
        </li>
      ))}
      {orders.map(({ id, status, lines, placedAt }) => (
        <li key={id}>
          <Link to={`/food/orders/${id}`} className={styles.row}>
            <Icon name="food" />
            <strong>{lines.map(({ name, quantity }) => `${name} × ${quantity}`).join(', ')}</strong>
            <span className="soft small">
              {words.order[status]} · <Time at={placedAt} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
