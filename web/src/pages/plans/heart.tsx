import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/use-session.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './heart.module.css';
import type { PlanCardFragment } from './plan-card.gen.ts';
import { planWords } from './plan-words.ts';
import { useHeart } from './use-heart.ts';

type Props = { readonly plan: Pick<PlanCardFragment, 'id' | 'title' | 'location' | 'heartCount' | 'heartedByMe'> };

/** My heart for a trip, and how many it has. It beats at once; visitors are brought to sign in, and back. */
export function Heart({ plan }: Props): ReactNode {
  const words = useWords(planWords);
  const { pathname, search } = useLocation();
  const isMember = useSession() !== undefined;
  const { turn, problem } = useHeart(plan);
  const title = plan.title ?? words.untitled(plan.location);
  const inside = (
    <>
      <Icon name="heart" size={20} />
      <span className="figures">{plan.heartCount}</span>
      <span className="visually-hidden">
        {words.hearts(plan.heartCount)}. {words.heart(title)}
      </span>
    </>
  );
  if (!isMember)
    return (
      <Link to="/sign-in" state={{ from: pathname + search }} className={styles.heart}>
        {inside}
      </Link>
    );
  return (
    <div className={styles.around}>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <button type="button" className={styles.heart} aria-pressed={plan.heartedByMe ?? false} onClick={turn}>
        {inside}
      </button>
    </div>
  );
}
