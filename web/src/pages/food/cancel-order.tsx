import { useMutation } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './food.module.css';
import { CancelOrderDocument } from './order.gen.ts';
import { orderWords } from './order-words.ts';
import { cancelOrderRefusals } from './refusals.ts';

type Props = { readonly orderId: string; readonly offered: boolean };

/** Whether it can still be cancelled the delivery decides; so nothing is shown as cancelled before the answer is there. */
export function CancelOrder({ orderId, offered }: Props): ReactNode {
  const words = useWords(orderWords);
  const refusals = cancelOrderRefusals[useLanguage()];
  const [asking, setAsking] = useState(false);
  const [cancelOrder, { data, error, loading }] = useMutation(CancelOrderDocument);
  const cancel = async () => {
    await cancelOrder({ variables: { id: orderId } }).catch(() => undefined); // `error` tells
    setAsking(false);
  };
  return (
    <>
      {data?.cancelOrder.userErrors.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refusals[code]}
        </Notice>
      ))}
      <Problem error={error} />
      {offered && (
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
