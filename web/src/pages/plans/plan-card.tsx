import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Money } from '../../ui/money.tsx';
import { Time } from '../../ui/time.tsx';
import { beginOf } from './calendar-day.ts';
import { Heart } from './heart.tsx';
import type { PlanCardFragment } from './plan-card.gen.ts';
import styles from './plan-card.module.css';
import { planWords } from './plan-words.ts';

/** One trip of a list; a click anywhere but on the heart and the name opens it. */
export function PlanCard({ plan }: { readonly plan: PlanCardFragment }): ReactNode {
  const words = useWords(planWords);
  const { id, location, details, origin, days, groupSize, travelDate, budget, sharedAt, owner } = plan;
  return (
    <article className={styles.card}>
      <p className={styles.place}>
        <Icon name="pin" size={18} />
        <span lang="ko">{location}</span>
        {origin !== 'MEMBER' && <span className={styles.chip}>{words.origin[origin]}</span>}
        {!sharedAt && <span className={styles.chip}>{words.private}</span>}
      </p>
      <h2 className={styles.title}>
        <Link to={`/plans/${id}`}>{plan.title ?? words.untitled(location)}</Link>
      </h2>
      <p className={`soft small ${styles.details}`}>{details}</p>
      <p className={`small ${styles.facts}`}>
        <span>{words.days(days)}</span>
        {travelDate && <Time at={beginOf(travelDate)} as="day" />}
        <span>{words.people(groupSize)}</span>
        {budget !== null && <Money won={budget} />}
      </p>
      <div className={styles.foot}>
        {owner ? (
          <Link to={`/people/${owner.id}`} className={styles.owner}>
            {owner.name}
          </Link>
        ) : (
          <span />
        )}
        <Heart plan={plan} />
      </div>
    </article>
  );
}
