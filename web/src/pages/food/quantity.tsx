import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { changeQuantity } from './cart-lines.ts';
import styles from './dish.module.css';
import type { DishFragment } from './menu.gen.ts';
import { foodWords } from './words.ts';

/** How many of a dish are in the cart, with a way to more and to less. */
export function Quantity({ dish, quantity }: { readonly dish: DishFragment; readonly quantity: number }): ReactNode {
  const words = useWords(foodWords);
  return (
    <span className={styles.quantity}>
      <Button size="small" onClick={() => changeQuantity(dish, -1)} aria-label={words.less(dish.name)}>
        <Icon name="minus" size={18} />
      </Button>
      <span className={styles.count} aria-live="polite">
        {quantity}
      </span>
      <Button size="small" onClick={() => changeQuantity(dish, 1)} aria-label={words.more(dish.name)}>
        <Icon name="plus" size={18} />
      </Button>
    </span>
  );
}
