/**
 * An idempotency key that nobody else makes. Keep it until the answer has come: what is sent again with the same key is done once.
 * Pages that come without TLS from elsewhere than localhost have no crypto.randomUUID.
 */
export const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
