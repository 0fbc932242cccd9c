import { useMutation } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';
import {
  AcceptDeliveryDocument,
  CompleteDeliveryDocument,
  type CourierDeliveryFragment,
  MyDeliveriesDocument,
  OpenDeliveriesDocument,
} from './deliveries.gen.ts';
import { deliveriesWords } from './deliveries-words.ts';
import styles from './food.module.css';
import { deliveryRefusals } from './refusals.ts';

type Props = { readonly delivery: CourierDeliveryFragment; readonly next: 'accept' | 'complete' };

/** One delivery and the one thing to do with it. Couriers race for it, so the answer is waited for. */
export function DeliveryWork({ delivery: { id, address, startedAt }, next }: Props): ReactNode {
  const words = useWords(deliveriesWords);
  const refusals = deliveryRefusals[useLanguage()];
  const onceTold = { refetchQueries: [MyDeliveriesDocument, OpenDeliveriesDocument], variables: { id } };
  const [accept, accepting] = useMutation(AcceptDeliveryDocument, onceTold);
  const [complete, completing] = useMutation(CompleteDeliveryDocument, onceTold);
  const refused = accepting.data?.acceptDelivery.userErrors ?? completing.data?.completeDelivery.userErrors ?? [];
  const act = () => {
    (next === 'accept' ? accept() : complete()).catch(() => undefined); // the error is shown
  };
  return (
    <li className={styles.work}>
      <p>
        <strong>{address}</strong>
        <br />
        {startedAt && (
          <span className="soft small">
            <Time at={startedAt} />
          </span>
        )}
      </p>
      {refused.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refusals[code]}
        </Notice>
      ))}
      <Problem error={accepting.error ?? completing.error} />
      <Button
        tone={next === 'complete' ? 'accent' : 'plain'}
        busy={accepting.loading || completing.loading}
        onClick={act}
      >
        {words[next]}
      </Button>
    </li>
  );
}
