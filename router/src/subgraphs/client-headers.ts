import type { IncomingHttpHeaders } from 'node:http';

/** Subgraph → names of the client's headers that it is sent; `*` is for all subgraphs. None unless told. */
export type ClientHeaderRules = Readonly<Record<string, readonly string[]>>;

/** What the router says itself, and what belongs to the client's own connection. */
const ours = new Set(
  (
    'accept accept-encoding authorization connection content-encoding content-length content-type expect host ' +
    'keep-alive proxy-authorization te trailer transfer-encoding upgrade ' +
    'traceparent tracestate x-request-id x-timeout-ms'
  ).split(' '),
);

/** Names and values by turns, to be sent to one subgraph. */
export type PassedHeaders = (client: IncomingHttpHeaders | undefined) => readonly string[];

/** @throws Error for a header that is never passed on */
export function createPassedHeaders(subgraph: string, rules: ClientHeaderRules = {}): PassedHeaders {
  const names = new Set([...(rules['*'] ?? []), ...(rules[subgraph] ?? [])].map((name) => name.toLowerCase()));
  for (const name of names)
    if (ours.has(name)) throw new Error(`The header "${name}" of clients can't be passed on to subgraphs.`);
  if (names.size === 0) return () => [];
  return (client = {}) =>
    [...names].flatMap((name) => {
      const value = client[name];
      return value === undefined ? [] : [name, Array.isArray(value) ? value.join(', ') : value];
    });
}
