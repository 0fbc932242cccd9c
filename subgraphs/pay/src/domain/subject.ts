/** What a payment is for. */
export type Subject =
  | { readonly kind: 'ORDER'; readonly orderId: string }
  /** `rideId` is the id of the taxi's booking. */
  | { readonly kind: 'RIDE'; readonly rideId: string }
  /** `quantity` counts the tokens. */
  | { readonly kind: 'TOKENS'; readonly purchaseId: string; readonly quantity: number };

/** The id of what is paid for. */
export function idOf(subject: Subject): string {
  switch (subject.kind) {
    case 'ORDER':
      return subject.orderId;
    case 'RIDE':
      return subject.rideId;
    case 'TOKENS':
      return subject.purchaseId;
  }
}

/**
 * What the provider writes beside a charge. It takes a repeat only with the same words, so they must never change; and they end
 * with the subject's id, by which an auditor finds it.
 */
export function referenceOf(subject: Subject): string {
  switch (subject.kind) {
    case 'ORDER':
      return `모아 주문 ${subject.orderId}`;
    case 'RIDE':
      return `모아 택시 ${subject.rideId}`;
    case 'TOKENS':
      return `모아 토큰 ${subject.purchaseId}`;
  }
}
