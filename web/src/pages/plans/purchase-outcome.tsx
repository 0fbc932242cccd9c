import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.ts';
import { useWords } from '../../i18n/words.ts';
import { Notice } from '../../ui/notice.tsx';
import { buyTokensRefusals } from './refusals.ts';
import type { BuyTokensMutation } from './tokens.gen.ts';
import { tokensWords } from './tokens-words.ts';

/** How a purchase ended, as it is: bought, refused and why, or not known yet. */
export function PurchaseOutcome({
  outcome,
}: {
  readonly outcome: BuyTokensMutation['buyTokens'] | undefined;
}): ReactNode {
  const words = useWords(tokensWords);
  const refusals = buyTokensRefusals[useLanguage()];
  if (!outcome) return null;
  const { purchase, userErrors } = outcome;
  if (userErrors.length > 0)
    return userErrors.map(({ code }) => (
      <Notice key={code} tone="danger">
        <p>{refusals[code]}</p>
        {code === 'PAYMENT_REFUSED' && <p>{reasonOf(purchase?.payment.refusal?.code, words.reasons)}</p>}
      </Notice>
    ));
  switch (purchase?.status) {
    case 'COMPLETED':
      return <Notice tone="good">{words.bought(purchase.quantity)}</Notice>;
    case 'PENDING':
      return <Notice>{words.pending}</Notice>;
    case 'REFUSED':
      return <Notice tone="danger">{refusals.PAYMENT_REFUSED}</Notice>;
    case undefined:
      return null;
  }
}

type Reasons = (typeof tokensWords)['ko']['reasons'];

/** Codes of refusals are the provider's; those that are known have words. */
function reasonOf(code: string | undefined, reasons: Reasons): string {
  switch (code) {
    case 'card_declined':
    case 'insufficient_funds':
      return reasons[code];
    default:
      return reasons.other;
  }
}
