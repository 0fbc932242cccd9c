import { useMutation } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CancelTaxiDocument, type TaxiBookingShownFragment } from './booking.gen.ts';
import { cancelTaxiRefusals } from './refusals.ts';
import { rideWords } from './ride-words.ts';
import styles from './taxi.module.css';

/**
 * The wish is noted at once and settled a moment later: a driver who says in between that the customer is in the car was faster.
 * So nothing is shown as cancelled before it is.
 */
export function CancelTaxi({ id, status }: Pick<TaxiBookingShownFragment, 'id' | 'status'>): ReactNode {
  const words = useWords(rideWords);
  const refusals = cancelTaxiRefusals[useLanguage()];
  const [asking, setAsking] = useState(false);
  const [cancelTaxi, { data, error, loading }] = useMutation(CancelTaxiDocument);
  const cancel = async () => {
    await cancelTaxi({ variables: { id } }).catch(() => undefined); // `error` tells
    setAsking(false);
  };
  const wasNoted = data?.cancelTaxi.booking != null;
  const isOffered = status === 'REQUESTED' || status === 'DISPATCHING' || status === 'DISPATCHED';
  return (
    <>
      {data?.cancelTaxi.userErrors.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refusals[code]}
        </Notice>
      ))}
      {wasNoted && (status === 'IN_RIDE' || status === 'COMPLETED') && <Notice tone="danger">{words.tooLate}</Notice>}
      <Problem error={error} />
      {isOffered && (
        <div>
          <Button tone="danger" onClick={() => setAsking(true)}>
            {words.cancel}
          </Button>
        </div>
      )}
      <Dialog open={asking} onClose={() => setAsking(false)} title={words.cancelTitle}>
        <p>{words.cancelText}</p>
        <div className={styles.ways}>
          <Button tone="danger" busy={loading} onClick={cancel}>
            {words.cancel}
          </Button>
          <Button onClick={() => setAsking(false)}>{words.keep}</Button>
        </div>
      </Dialog>
    </>
  );
}
