import { useQuery } from '@apollo/client/react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Cart } from './cart.tsx';
import { Dish } from './dish.tsx';
import styles from './food.module.css';
import { MenuDocument } from './menu.gen.ts';
import { foodWords } from './words.ts';

/** What there is to eat, and beside it what is going to be ordered. */
export function Component(): ReactNode {
  const words = useWords(foodWords);
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const { data, previousData, error, refetch, fetchMore } = useQuery(MenuDocument, {
    variables: search === '' ? {} : { search },
  });
  const menu = (data ?? previousData)?.menuItems; // while a letter more is searched for, nothing jumps
  return (
    <div className={styles.withCart}>
      <div className={styles.menu}>
        <Field
          label={words.search}
          labelHidden
          type="search"
          placeholder={words.searchHint}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Problem error={error} onRetry={refetch} />
        {!menu && !error && <Skeleton count={9} height="11.5rem" layout="cards" />}
        {menu?.nodes.length === 0 && <EmptyState title={words.nothingFound} text={words.nothingFoundText} />}
        <ul className={`plain ${styles.dishes}`}>
          {menu?.nodes.map((dish) => (
            <li key={dish.id}>
              <Dish dish={dish} />
            </li>
          ))}
        </ul>
        {menu && <More pageInfo={menu.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />}
      </div>
      <Cart />
    </div>
  );
}
