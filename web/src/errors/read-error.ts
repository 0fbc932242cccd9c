import { CombinedGraphQLErrors } from '@apollo/client';

/** What is to be known of anything that a request threw. */
export type ReadError = {
  readonly kind: 'graph' | 'network' | 'unknown';
  /** One of the graph's catalogue, or one that this page does not know yet. */
  readonly code?: string;
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;
};

export function readError(error: unknown): ReadError {
  if (CombinedGraphQLErrors.is(error)) {
    const { code, retryAfterSeconds, requestId = error.extensions?.requestId } = error.errors[0]?.extensions ?? {};
    return {
      kind: 'graph',
      ...(typeof code === 'string' && { code }),
      ...(typeof requestId === 'string' && { requestId }),
      ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }),
    };
  }
  return { kind: error instanceof TypeError ? 'network' : 'unknown' }; // TypeError: what fetch throws when it reaches nobody
}
