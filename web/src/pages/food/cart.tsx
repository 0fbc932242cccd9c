import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Money } from '../../ui/money.tsx';
import styles from './cart.module.css';
import { CartContent } from './cart-content.tsx';
import { totalOf, useCart } from './cart-lines.ts';
import { foodWords } from './words.ts';

/** Beside the menu; where there is no room for that, a bar that opens it. */
export function Cart(): ReactNode {
  const words = useWords(foodWords);
  const cart = useCart();
  const [open, setOpen] = useState(false);
  const count = cart.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <aside className={styles.beside}>
        <Card label={words.cart}>
          <h2>{words.cart}</h2>
          <CartContent />
        </Card>
      </aside>
      {count > 0 && (
        <div className={styles.bar}>
          <Button tone="accent" onClick={() => setOpen(true)}>
            {words.cartCount(count)} · <Money won={totalOf(cart)} />
          </Button>
        </div>
      )}
      <Dialog open={open} onClose={() => setOpen(false)} title={words.cart} place="side">
        <CartContent />
      </Dialog>
    </>
  );
}
