import { type FormEvent, type ReactNode, useState } from 'react';
import { Problem } from '../../errors/problem.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useWords } from '../../i18n/words.ts';
import { PaymentMethodField } from '../../payment/payment-method-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field } from '../../ui/field.tsx';
import { PurchaseOutcome } from './purchase-outcome.tsx';
import { TokensDocument } from './tokens.gen.ts';
import styles from './tokens.module.css';
import { tokensWords } from './tokens-words.ts';
import { useTokenPurchase } from './use-token-purchase.ts';

/** As pay's schema says. */
const wonEach = 500;

type Props = { readonly methods: readonly { readonly id: string; readonly label: string }[] };

/** Money is never taken for granted: what was bought is shown once the answer says so. */
export function BuyTokens({ methods }: Props): ReactNode {
  const words = useWords(tokensWords);
  const { won } = useFormat();
  const [quantity, setQuantity] = useState('3');
  const purchase = useTokenPurchase();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const paymentMethodId = String(new FormData(event.currentTarget).get('method'));
    purchase.buy({ quantity: Number(quantity), paymentMethodId });
  };
  return (
    <Card label={words.buyTitle}>
      <h2>{words.buyTitle}</h2>
      <p className="soft">{words.price(won(wonEach))}</p>
      <form className={styles.column} onSubmit={submit}>
        <Field
          label={words.quantity}
          type="number"
          inputMode="numeric"
          required
          min={1}
          max={100}
          value={quantity}
          onChange={({ target }) => setQuantity(target.value)}
        />
        <PaymentMethodField methods={methods} shownBy={TokensDocument} />
        <PurchaseOutcome outcome={purchase.outcome} />
        <Problem error={purchase.error} />
        <Button type="submit" tone="accent" busy={purchase.busy} disabled={methods.length === 0}>
          {purchase.outcome?.purchase?.status === 'PENDING' ? words.check : words.buy(won(wonEach * Number(quantity)))}
        </Button>
      </form>
    </Card>
  );
}
