import type { IncomingHttpHeaders } from 'node:http';
import { RouterError } from '../../errors.ts';
import { isRecord } from '../../is-record.ts';
import type { AskedDocument } from '../../persisted-queries/documents.ts';

/** A GraphQL request for an event stream. */
export type StreamRequest = AskedDocument & {
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown> | null;
};

type Received = {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly query: unknown;
  readonly body: unknown;
};

/**
 * Reads what GraphQL over HTTP has in a POST's JSON or in a GET's parameters.
 * @throws RouterError for what is no such request, or what a page of another origin could send without being asked
 */
export function readStreamRequest({ method, headers, query, body }: Received): StreamRequest {
  if (method !== 'GET') {
    if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) throw new RouterError('UNSUPPORTED_MEDIA_TYPE');
    return checked(body);
  }
  if (!isForEventStream(headers))
    throw new RouterError('BAD_REQUEST', 'Send "accept: text/event-stream", or a header apollo-require-preflight.');
  const { variables, extensions, ...parameters } = isRecord(query) ? query : {};
  return checked({ ...parameters, variables: parsed(variables), extensions: parsed(extensions) });
}

/** No image, script or form asks for an event stream; EventSource and those who may set headers do. */
const isForEventStream = ({ accept = '', ...headers }: IncomingHttpHeaders): boolean =>
  /\btext\/event-stream\b/i.test(accept) ||
  Boolean(headers['apollo-require-preflight'] || headers['x-apollo-operation-name']);

function checked(request: unknown): StreamRequest {
  if (!isRecord(request)) throw new RouterError('BAD_REQUEST');
  const { query, operationName, variables, extensions } = request;
  if (!isTextOrNothing(query) || !isTextOrNothing(operationName)) throw new RouterError('BAD_REQUEST');
  if (!isRecordOrNothing(variables) || !isRecordOrNothing(extensions)) throw new RouterError('BAD_REQUEST');
  return { query, operationName: operationName ?? null, variables: variables ?? null, extensions };
}

function parsed(json: unknown): unknown {
  if (json === undefined || json === '') return undefined;
  try {
    return JSON.parse(String(json));
  } catch (cause) {
    throw new RouterError('BAD_REQUEST', undefined, { cause });
  }
}

const isRecordOrNothing = (value: unknown): value is Record<string, unknown> | null | undefined =>
  value === undefined || value === null || isRecord(value);

const isTextOrNothing = (value: unknown): value is string | null | undefined =>
  value === undefined || value === null || typeof value === 'string';
