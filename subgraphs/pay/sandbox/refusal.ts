/** Every code that the sandbox answers in `error.code`, with its HTTP status. */
export const refusalStatus = {
  invalid_request: 400,
  unauthorized: 401,
  card_declined: 402,
  invalid_token: 402,
  not_found: 404,
  idempotency_key_reused: 409,
  amount_too_large: 409,
  not_captured: 409,
  internal_error: 500,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/** A request that the sandbox does not fulfil; answered as `{ error: { code, message } }`. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}
