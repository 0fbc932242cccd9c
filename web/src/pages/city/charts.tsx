import { type ReactNode, useMemo } from 'react';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { Card } from '../../ui/card.tsx';
import { BarChart } from './bar-chart.tsx';
import { byDay } from './by-day.ts';
import type { CityOrderFragment, CityRideFragment } from './city.gen.ts';
import { useLiveEvents } from './use-live-events.ts';
import { cityWords } from './words.ts';

type Props = { readonly orders: readonly CityOrderFragment[]; readonly rides: readonly CityRideFragment[] };

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

/** What came live, and what was ordered and ridden, in time. */
export function Charts({ orders, rides }: Props): ReactNode {
  const words = useWords(cityWords);
  const { number, time, day } = useFormat();
  const live = useLiveEvents();
  const days = useMemo(
    () =>
      byDay([...orders.map(({ placedAt }) => placedAt), ...rides.map(({ requestedAt }) => requestedAt)], new Date()),
    [orders, rides],
  );
  return (
    <>
      <Card label={words.liveEvents}>
        <h2>{words.liveEvents}</h2>
        <p className="soft small">{words.liveEventsText}</p>
        <BarChart label={words.liveEventsSum(number(sum(live.ys)))} {...live} nameOf={time} />
      </Card>
      <Card label={words.days}>
        <h2>{words.days}</h2>
        <p className="soft small">{words.daysText}</p>
        <BarChart label={words.daysSum(number(sum(days.ys)))} {...days} nameOf={day} />
      </Card>
    </>
  );
}
