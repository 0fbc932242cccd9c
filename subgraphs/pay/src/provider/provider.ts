/** A payment provider. Amounts are whole won. Keys make every call safe to repeat. */
export interface PaymentProvider {
  /**
   * Charges once per key, whatever is repeated.
   * @throws ProviderRejection when our request is at fault
   */
  charge(request: ChargeRequest, signal?: AbortSignal): Promise<ChargeOutcome>;
  /**
   * Refunds once per key.
   * @throws ProviderRejection when our request is at fault, as when it asks for more than was charged
   */
  refund(request: RefundRequest, signal?: AbortSignal): Promise<RefundOutcome>;
}

/** `token` stands for the customer's card; `reference` is what the charge is for, shown to people. */
export type ChargeRequest = { key: string; token: string; amount: number; reference: string };
export type RefundRequest = { key: string; chargeId: string; amount: number };

export type ChargeOutcome = Captured | Refused | Unknown;
export type RefundOutcome = Refunded | Unknown;

export type Captured = { kind: 'captured'; chargeId: string };
/** The customer's card was refused. Final: the same key gets the same answer. */
export type Refused = { kind: 'refused'; code: string; message: string };
export type Refunded = { kind: 'refunded'; refundId: string };
/** The money may have moved or not. Repeat with the same key, later. */
export type Unknown = { kind: 'unknown'; reason: string };

/**
 * The provider understood the request and says that it is ours to correct: a key used for something else, a wrong secret,
 * more refunded than charged. Nothing was booked, and a repeat alone does not help. `code` is the provider's own.
 */
export class ProviderRejection extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, message: string) {
    super(`The payment provider rejected the request (${status} ${code}): ${message}`);
    this.name = 'ProviderRejection';
    this.code = code;
    this.status = status;
  }
}
