import { isRecord } from '../is-record.ts';
import type { SubgraphRequest } from './client.ts';
import { readResponse, type SubgraphError, type SubgraphResponse, SubscriptionRefused } from './response.ts';

/**
 * One event of a subscription. A result without `data` is none: it says that the subscription could not be started.
 * @throws SubgraphUnavailable, SubscriptionRefused
 */
export function readEvent(payload: unknown, { resumption }: SubgraphRequest): SubgraphResponse {
  const response = readResponse(payload);
  if (response.data === undefined) throw new SubscriptionRefused(response.errors ?? []);
  const event = resumption ? withCursor(response, resumption.place) : response;
  const extensions = isRecord(payload) && isRecord(payload.extensions) ? payload.extensions : undefined;
  return typeof extensions?.traceparent === 'string' ? { ...event, traceparent: extensions.traceparent } : event;
}

/** Takes the cursor out of `data`, since no client has asked for it, and tells it beside. */
function withCursor({ data, errors, ...rest }: SubgraphResponse, [field, alias]: readonly [string, string]) {
  const item = data?.[field];
  const cursor = isRecord(item) ? item[alias] : undefined;
  if (isRecord(item)) delete item[alias];
  const shown = errors?.map((error) => (error.path?.at(-1) === alias ? withoutLast(error) : error));
  return {
    ...rest,
    ...(data !== undefined && { data }),
    ...(shown && { errors: shown }),
    ...(cursor !== undefined && cursor !== null && { cursor }),
  };
}

const withoutLast = ({ path, ...error }: SubgraphError): SubgraphError => ({ ...error, path: path?.slice(0, -1) });
