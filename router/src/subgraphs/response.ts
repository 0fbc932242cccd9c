import { isRecord } from '../is-record.ts';

export type SubgraphError = {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
};

export type SubgraphResponse = {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
  /** Seconds for which anybody may be given `data` again; not at all when absent. */
  readonly maxAge?: number;
  /** What was kept of this subgraph's answers is of no use any more. */
  readonly clearsCache?: boolean;
  /** Of an event: the span in which the subgraph has made it. */
  readonly traceparent?: string;
  /** Of an event that is an item of a list: which one. */
  readonly cursor?: unknown;
};

/** The subgraph can't be reached, is too slow, or answers something that isn't GraphQL. Its message is for the log. */
export class SubgraphUnavailable extends Error {
  override readonly name = 'SubgraphUnavailable';
}

/** The subgraph lives, and has too much in hand to take this on: it has done nothing of it. */
export class SubgraphBusy extends SubgraphUnavailable {
  constructor() {
    super('It has too much in hand.');
  }
}

/** The subgraph doesn't start, or doesn't go on with, this subscription. */
export class SubscriptionRefused extends Error {
  override readonly name = 'SubscriptionRefused';
  readonly errors: readonly SubgraphError[];

  constructor(errors: readonly SubgraphError[]) {
    super('The subgraph refused the subscription.');
    this.errors = errors;
  }
}

/** @throws SubgraphUnavailable when `body` is not a GraphQL response */
export function readResponse(body: unknown): SubgraphResponse {
  if (
    isRecord(body) &&
    isRecordOrNullish(body.data) &&
    isErrorsOrNullish(body.errors) &&
    ('data' in body || 'errors' in body)
  ) {
    return {
      ...(body.data !== undefined && { data: body.data }),
      ...(body.errors && { errors: body.errors }),
    };
  }
  throw new SubgraphUnavailable('The answer is not a GraphQL response.');
}

const isRecordOrNullish = (value: unknown): value is Record<string, unknown> | null | undefined =>
  value === undefined || value === null || isRecord(value);

const isErrorsOrNullish = (value: unknown): value is SubgraphError[] | null | undefined =>
  value === undefined ||
  value === null ||
  (Array.isArray(value) && value.every((error) => isRecord(error) && typeof error.message === 'string'));
