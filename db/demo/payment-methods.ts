import { demoId } from './ids.ts';
import { doyun, jimin } from './members.ts';

/** A way to pay that a demo customer has saved. The token says how the payment provider's sandbox behaves. */
export type DemoPaymentMethod = {
  readonly id: string;
  readonly memberId: string;
  readonly providerToken: string;
};

const method = (number: number, { id }: { readonly id: string }, providerToken: string): DemoPaymentMethod => ({
  id: demoId('3', number),
  memberId: id,
  providerToken,
});

/** Both customers can pay; the first has also cards that are declined, slow, or charged without an answer. */
export const demoPaymentMethods: readonly DemoPaymentMethod[] = [
  method(1, jimin, 'tok_ok'),
  method(2, jimin, 'tok_declined'),
  method(3, jimin, 'tok_slow'),
  method(4, jimin, 'tok_timeout'),
  method(5, doyun, 'tok_ok'),
];
