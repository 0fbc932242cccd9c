import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './food.module.css';
import { type KitchenDishFragment, SetSoldOutDocument } from './kitchen.gen.ts';
import { kitchenWords } from './kitchen-words.ts';
import { menuItemRefusals } from './refusals.ts';

/** Its switch turns at once; a refusal, or a lost connection, turns it back. */
export function KitchenDish({ dish: { id, name, price, soldOut } }: { readonly dish: KitchenDishFragment }): ReactNode {
  const words = useWords(kitchenWords);
  const refusals = menuItemRefusals[useLanguage()];
  const [setSoldOut, { data, error }] = useMutation(SetSoldOutDocument);
  const turn = () => {
    const next = !soldOut;
    setSoldOut({
      variables: { id, soldOut: next },
      optimisticResponse: {
        __typename: 'Mutation',
        setMenuItemSoldOut: {
          __typename: 'SetMenuItemSoldOutPayload',
          menuItem: { __typename: 'MenuItem', id, soldOut: next },
          userErrors: [],
        },
      },
    }).catch(() => undefined); // the error is shown
  };
  return (
    <li className={styles.work}>
      <p>
        <strong>{name}</strong> {soldOut && <span className="soft">({words.isSoldOut})</span>}
        <br />
        <span className="soft small">
          <Money won={price} />
        </span>
      </p>
      {data?.setMenuItemSoldOut.userErrors.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refusals[code]}
        </Notice>
      ))}
      <Problem error={error} />
      <Button size="small" aria-label={`${name}: ${soldOut ? words.back : words.soldOut}`} onClick={turn}>
        {soldOut ? words.back : words.soldOut}
      </Button>
    </li>
  );
}
