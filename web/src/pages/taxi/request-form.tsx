import { useMutation } from '@apollo/client/react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { freshKey } from '../../graphql/fresh-key.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { PaymentMethodField } from '../../payment/payment-method-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { MyTaxiDocument, RequestTaxiDocument } from './call.gen.ts';
import type { Place } from './place.ts';
import { requestTaxiRefusals } from './refusals.ts';
import styles from './taxi.module.css';
import { useMyTaxi } from './use-my-taxi.ts';
import { useSecondsUntil } from './use-seconds-until.ts';
import { taxiWords } from './words.ts';

type Props = { readonly pickup: Place; readonly dropoff: Place; readonly fare: number };

/** How to pay; then a car is looked for. */
export function RequestForm({ pickup, dropoff, fare }: Props): ReactNode {
  const words = useWords(taxiWords);
  const format = useFormat();
  const refusals = requestTaxiRefusals[useLanguage()];
  const navigate = useNavigate();
  const { data, refetch } = useMyTaxi();
  const [requestTaxi, requesting] = useMutation(RequestTaxiDocument);
  const [retryAt, setRetryAt] = useState<number>();
  const waiting = useSecondsUntil(retryAt);
  const key = useRef<{ of: string; value: string }>(undefined);
  const methods = data?.me?.paymentMethods;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const paymentMethodId = String(new FormData(event.currentTarget).get('method'));
    const wish = { pickup, dropoff, paymentMethodId };
    // The same wish, sent again after an answer that was lost, is the same booking.
    const of = JSON.stringify(wish);
    if (key.current?.of !== of) key.current = { of, value: freshKey() };
    const input = { ...wish, idempotencyKey: key.current.value };
    const { data } = await requestTaxi({ variables: { input } }).catch(() => ({ data: undefined })); // `requesting.error` tells
    const [refusal] = data?.requestTaxi.userErrors ?? [];
    if (refusal?.code === 'ALREADY_BOOKED') refetch().catch(() => undefined);
    if (refusal?.retryAfterSeconds) setRetryAt(Date.now() + refusal.retryAfterSeconds * 1000);
    const booking = data?.requestTaxi.booking;
    if (!booking) return;
    key.current = undefined;
    navigate(`/taxi/rides/${booking.id}`);
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <PaymentMethodField methods={methods ?? undefined} shownBy={MyTaxiDocument} />
      {requesting.data?.requestTaxi.userErrors.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refusals[code]}
        </Notice>
      ))}
      <Problem error={requesting.error} />
      <Button type="submit" tone="accent" busy={requesting.loading} disabled={!methods?.length || waiting > 0}>
        {waiting > 0 ? words.callAgainIn(waiting) : words.callFor(format.won(fare))}
      </Button>
    </form>
  );
}
