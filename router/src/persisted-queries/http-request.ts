import type { IncomingHttpHeaders } from 'node:http';
import { isRecord } from '../is-record.ts';
import { type AskedDocument, withText } from './documents.ts';

/** A GraphQL request as it came over HTTP. */
export type HttpRequest = {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Of the address, with its question mark. */
  readonly search: string;
  /** What JSON gave. */
  readonly body: unknown;
};

/** Nothing where the request is none of GraphQL; what is odd about it is told by whoever answers it. */
export function askedBy({ method, search, body }: HttpRequest): AskedDocument {
  if (method === 'GET') {
    const parameters = new URLSearchParams(search);
    return { query: parameters.get('query'), extensions: recordOf(parsed(parameters.get('extensions'))) };
  }
  if (method !== 'POST' || !isRecord(body)) return {};
  const { query, extensions } = body;
  return { query: textOf(query), extensions: recordOf(extensions) };
}

/** The same request with the document as text and without its id. */
export function withTextIn(request: HttpRequest, text: string): HttpRequest {
  if (request.method === 'GET') {
    const parameters = new URLSearchParams(request.search);
    const { extensions } = withText(askedBy(request), text);
    parameters.set('query', text);
    if (extensions) parameters.set('extensions', JSON.stringify(extensions));
    else parameters.delete('extensions');
    return { ...request, search: `?${parameters}` };
  }
  return isRecord(request.body)
    ? { ...request, body: withText({ ...request.body, ...askedBy(request) }, text) }
    : request;
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? undefined : JSON.parse(json);
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const recordOf = (value: unknown): Record<string, unknown> | undefined => (isRecord(value) ? value : undefined);
