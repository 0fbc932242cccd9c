import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { SignedIn } from '../../session/signed-in.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Money } from '../../ui/money.tsx';
import styles from './cart.module.css';
import { totalOf, useCart } from './cart-lines.ts';
import { OrderForm } from './order-form.tsx';
import { Quantity } from './quantity.tsx';
import { foodWords } from './words.ts';

export function CartContent(): ReactNode {
  const words = useWords(foodWords);
  const cart = useCart();
  if (cart.length === 0) return <EmptyState title={words.cartEmpty} text={words.cartEmptyText} />;
  return (
    <>
      <ul className={`plain ${styles.lines}`}>
        {cart.map(({ dish, quantity }) => (
          <li key={dish.id} className={styles.line}>
            <span>{dish.name}</span>
            <Quantity dish={dish} quantity={quantity} />
            <span className="soft small">
              <Money won={dish.price * quantity} />
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.total}>
        <span>{words.total}</span>
        <Money won={totalOf(cart)} />
      </p>
      <SignedIn>
        <OrderForm />
      </SignedIn>
    </>
  );
}
