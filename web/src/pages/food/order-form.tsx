import { useMutation, useQuery } from '@apollo/client/react';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Problem } from '../../errors/problem.tsx';
import { freshKey } from '../../graphql/fresh-key.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { PaymentMethodField } from '../../payment/payment-method-field.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './cart.module.css';
import { emptyCart, useCart } from './cart-lines.ts';
import { MyPaymentMethodsDocument, PlaceOrderDocument } from './order-form.gen.ts';
import { placeOrderRefusals } from './refusals.ts';
import { foodWords } from './words.ts';

/** Where to bring it and how to pay; then off it goes. */
export function OrderForm(): ReactNode {
  const words = useWords(foodWords);
  const refusals = placeOrderRefusals[useLanguage()];
  const cart = useCart();
  const navigate = useNavigate();
  const { data, error: methodsError } = useQuery(MyPaymentMethodsDocument);
  const [placeOrder, placing] = useMutation(PlaceOrderDocument);
  const [address, setAddress] = useState('서울 중구 세종대로 110');
  const key = useRef<{ of: string; value: string }>(undefined);
  const methods = data?.me?.paymentMethods ?? [];

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wish = {
      lines: cart.map(({ dish, quantity }) => ({ menuItemId: dish.id, quantity })),
      deliveryAddress: address,
      paymentMethodId: String(new FormData(event.currentTarget).get('method')),
    };
    // The same wish, sent again after an answer that was lost, is the same order.
    const of = JSON.stringify(wish);
    if (key.current?.of !== of) key.current = { of, value: freshKey() };
    const input = { ...wish, idempotencyKey: key.current.value };
    const { data } = await placeOrder({ variables: { input } }).catch(() => ({ data: undefined })); // `placing.error` tells
    const order = data?.placeOrder.order;
    if (!order) return;
    key.current = undefined;
    emptyCart();
    navigate(`/food/orders/${order.id}`);
  };
  const refused = placing.data?.placeOrder.userErrors ?? [];

  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={words.address}
        value={address}
        onChange={({ target }) => setAddress(target.value)}
        autoComplete="street-address"
        required
        maxLength={200}
      />
      <PaymentMethodField methods={data && methods} shownBy={MyPaymentMethodsDocument} />
      {refused.map(({ code }) => (
        <Notice key={code} tone="danger">
          {refusals[code]}
        </Notice>
      ))}
      <Problem error={placing.error ?? methodsError} />
      <Button type="submit" tone="accent" busy={placing.loading} disabled={methods.length === 0}>
        {words.order}
      </Button>
    </form>
  );
}
