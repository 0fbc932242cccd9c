import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../i18n/words.ts';
import { Card } from '../../ui/card.tsx';
import { Money } from '../../ui/money.tsx';
import { Time } from '../../ui/time.tsx';
import { beginOf } from './calendar-day.ts';
import { Heart } from './heart.tsx';
import { Itinerary } from './itinerary.tsx';
import type { PlanShownFragment } from './plan.gen.ts';
import { planWords } from './plan-words.ts';
import styles from './trip.module.css';

/** All of a trip: what it is about, and where it goes day by day. */
export function Trip({ plan }: { readonly plan: PlanShownFragment }): ReactNode {
  const words = useWords(planWords);
  const { location, details, origin, days, groupSize, travelDate, returnDate, budget, estimatedCost, owner } = plan;
  const title = plan.title ?? words.untitled(location);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.location, <span lang="ko">{location}</span>],
    [words.when, travelDate ? <Dates from={travelDate} to={returnDate} /> : words.whenOpen],
    [words.length, words.days(days)],
    [words.group, words.people(groupSize)],
    ...(budget === null ? [] : [[words.budget, <Money won={budget} />] as const]),
    ...(estimatedCost === null ? [] : [[words.cost, <Money won={estimatedCost} />] as const]),
  ];
  return (
    <>
      <Card as="article">
        <header className={styles.head}>
          <div>
            <p className="soft small">
              {words.origin[origin]}
              {owner && (
                <>
                  {' · '}
                  <Link to={`/people/${owner.id}`}>{owner.name}</Link>
                </>
              )}
            </p>
            <h2 className={styles.title}>{title}</h2>
          </div>
          <Heart plan={plan} />
        </header>
        {details && <p className={styles.details}>{details}</p>}
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      {plan.itinerary.length > 0 && <Itinerary title={title} days={plan.itinerary} />}
    </>
  );
}

const Dates = ({ from, to }: { readonly from: string; readonly to: string | null }): ReactNode => (
  <>
    <Time at={beginOf(from)} as="day" />
    {to !== null && to !== from && (
      <>
        {' – '}
        <Time at={beginOf(to)} as="day" />
      </>
    )}
  </>
);
