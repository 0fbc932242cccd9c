import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { More } from '../../ui/more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './people.module.css';
import type { PersonFragment } from './person.gen.ts';
import { PersonRow } from './person-row.tsx';

type Page = {
  /** Null for a member who has just left. */
  readonly nodes: readonly (PersonFragment | null)[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

type Props = {
  readonly people: Page | null | undefined;
  readonly none: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onMore: (after: string) => Promise<unknown>;
};

export function PersonList({ people, none, error, onRetry, onMore }: Props): ReactNode {
  return (
    <div className={styles.page}>
      <Problem error={error} onRetry={onRetry} />
      {!people && !error && <Skeleton count={4} height="5rem" />}
      {people?.nodes.length === 0 && <EmptyState title={none} />}
      <ul className={`plain ${styles.people}`}>
        {people?.nodes.map(
          (person) =>
            person && (
              <li key={person.id}>
                <PersonRow person={person} />
              </li>
            ),
        )}
      </ul>
      {people && <More pageInfo={people.pageInfo} onMore={onMore} />}
    </div>
  );
}
