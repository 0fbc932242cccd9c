import { type ReactNode, useEffect, useState } from 'react';
import { useFormat } from '../i18n/format.ts';

type Props = {
  /** As the graph gives it. */
  readonly at: string;
  /** `ago` goes on by itself while it is seen. */
  readonly as?: 'ago' | 'moment' | 'time' | 'day';
};

export function Time({ at, as = 'ago' }: Props): ReactNode {
  const format = useFormat();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (as !== 'ago') return;
    const ticking = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(ticking);
  }, [as]);
  return (
    <time dateTime={at} title={format.moment(at)}>
      {as === 'ago' ? format.ago(at, now) : format[as](at)}
    </time>
  );
}
