import { useQuery } from '@apollo/client/react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { More } from '../../ui/more.tsx';
import { PlanBoardDocument } from './board.gen.ts';
import { PlanGrid } from './plan-grid.tsx';
import styles from './plans.module.css';
import { plansWords } from './words.ts';

/** All trips that people share. Visitors see it, too. */
export function Component(): ReactNode {
  const words = useWords(plansWords);
  const [text, setText] = useState('');
  const [orderBy, setOrderBy] = useState<'NEWEST' | 'HEARTS'>('NEWEST');
  const search = useDeferredValue(text.trim());
  const { data, previousData, error, refetch, fetchMore } = useQuery(PlanBoardDocument, {
    variables: search === '' ? { orderBy } : { orderBy, search },
    fetchPolicy: 'cache-and-network',
  });
  const board = (data ?? previousData)?.planBoard; // while a letter more is searched for, nothing jumps
  return (
    <div className={styles.page}>
      <div className={styles.tools}>
        <Field
          label={words.search}
          labelHidden
          type="search"
          maxLength={100}
          placeholder={words.searchHint}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <SelectField
          label={words.order}
          labelHidden
          value={orderBy}
          onChange={({ target }) => setOrderBy(target.value === 'HEARTS' ? 'HEARTS' : 'NEWEST')}
        >
          <option value="NEWEST">{words.orders.NEWEST}</option>
          <option value="HEARTS">{words.orders.HEARTS}</option>
        </SelectField>
        <ButtonLink to="/plans/recommend" tone="accent">
          {words.toRecommend}
        </ButtonLink>
      </div>
      <Problem error={error} onRetry={refetch} />
      {(board || !error) && <PlanGrid plans={board?.nodes} />}
      {board?.nodes.length === 0 && (
        <EmptyState title={words.nothingFound} text={words.nothingFoundText}>
          <ButtonLink to="/plans/new">{words.write}</ButtonLink>
        </EmptyState>
      )}
      {board && <More pageInfo={board.pageInfo} onMore={(after) => fetchMore({ variables: { after } })} />}
    </div>
  );
}
