import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Money } from '../../ui/money.tsx';
import { changeQuantity, useCart } from './cart-lines.ts';
import styles from './dish.module.css';
import type { DishFragment } from './menu.gen.ts';
import { Quantity } from './quantity.tsx';
import { foodWords } from './words.ts';

export function Dish({ dish }: { readonly dish: DishFragment }): ReactNode {
  const words = useWords(foodWords);
  const quantity = useCart().find((line) => line.dish.id === dish.id)?.quantity ?? 0;
  return (
    <article className={dish.soldOut ? styles.soldOut : styles.dish}>
      <p className="soft small">{dish.restaurant}</p>
      <h2 className={styles.name}>{dish.name}</h2>
      <p className={`soft small ${styles.description}`}>{dish.description}</p>
      <div className={styles.foot}>
        <strong>
          <Money won={dish.price} />
        </strong>
        {dish.soldOut ? (
          <span className={styles.badge}>{words.soldOut}</span>
        ) : quantity > 0 ? (
          <Quantity dish={dish} quantity={quantity} />
        ) : (
          <Button size="small" onClick={() => changeQuantity(dish, 1)} aria-label={words.add(dish.name)}>
            <Icon name="plus" size={18} />
          </Button>
        )}
      </div>
    </article>
  );
}
