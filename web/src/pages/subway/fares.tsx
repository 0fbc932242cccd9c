import { useQuery } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { Money } from '../../ui/money.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SubwayFaresDocument } from './fares.gen.ts';
import styles from './fares.module.css';
import type { Criterion } from './use-journey.ts';
import { subwayWords } from './words.ts';

type Props = { readonly from: string; readonly to: string; readonly by: Criterion };

/** What the way costs whom, now or when one leaves. Lines with a surcharge make ways differ. */
export function Fares({ from, to, by }: Props): ReactNode {
  const words = useWords(subwayWords);
  const [leaving, setLeaving] = useState(''); // as the field writes it: local, without a zone
  const { data, previousData, error, refetch } = useQuery(SubwayFaresDocument, {
    variables: { from, to, by, ...(leaving !== '' && { departAt: new Date(leaving).toISOString() }) },
  });
  const fares = (data ?? previousData)?.subwayPath.fares;
  const price = (won: number): ReactNode => (won === 0 ? words.free : <Money won={won} />);
  return (
    <Card label={words.fare}>
      <h2>{words.fare}</h2>
      <Problem error={error} onRetry={refetch} />
      {!fares && !error && <Skeleton count={6} height="2rem" />}
      {fares && (
        <table className={styles.fares}>
          <thead>
            <tr>
              <th scope="col">{words.passenger}</th>
              <th scope="col">{words.card}</th>
              <th scope="col">{words.single}</th>
            </tr>
          </thead>
          <tbody>
            {fares.map(({ passenger, card, single }) => (
              <tr key={passenger}>
                <th scope="row">{words.passengers[passenger]}</th>
                <td>{price(card)}</td>
                <td>{price(single)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {fares?.some(({ isEarlyBird }) => isEarlyBird) && <p className="small">{words.earlyBird}</p>}
      <Field
        label={words.departAt}
        hint={words.departAtHint}
        type="datetime-local"
        value={leaving}
        onChange={({ target }) => setLeaving(target.value)}
      />
    </Card>
  );
}
