import type { Signer } from '@moa/identity';
import { currentTrace, inSpan, type SpanOf, traceHeaders } from '@moa/telemetry';
import { ConsecutiveBreaker, circuitBreaker, handleWhen, isBrokenCircuitError } from 'cockatiel';

/** The other subgraph did not answer, or not in time. Nobody knows whether it did what it was asked: ask again, or wait for its facts. */
export class PeerUnavailable extends Error {
  override readonly name = 'PeerUnavailable';
}

/** It lives, and has too much in hand to take this on (503 with `Retry-After`). */
class Busy extends Error {}

/** Another subgraph, asked synchronously over HTTP in this subgraph's own name. */
export interface Peer {
  /** The operation's `data`. @throws PeerUnavailable */
  ask<Data>(document: string, variables: object): Promise<Data>;
}

export type PeerOptions = {
  /** The name of the other subgraph, as in the audience of its tokens. */
  readonly name: string;
  readonly url: string;
  readonly signer: Signer;
  /** The name of this subgraph, which speaks for itself. */
  readonly self: string;
  /** How long an answer may take, in ms; 2,600 unless told, so that who asks can still answer the router within its 3 s. */
  readonly deadlineMs?: number;
};

/** A GraphQL response, or the `null` that is JSON too. */
type Answer = { readonly data?: unknown; readonly errors?: readonly unknown[] } | null;

/**
 * One try, a deadline, and a breaker that opens after five failures in a row and tries again after two seconds. There is no
 * retry here: who asked knows best whether asking again makes sense. A peer that has too much in hand fails the call, and is no reason
 * to leave it alone: it says so at next to no cost, and might have a place for the next one.
 */
export function createPeer({ name, url, signer, self, deadlineMs = 2_600 }: PeerOptions): Peer {
  const isFault = handleWhen((error) => !(error instanceof Busy));
  const breaker = circuitBreaker(isFault, { halfOpenAfter: 2_000, breaker: new ConsecutiveBreaker(5) });
  const span: SpanOf = { name: `ask ${name}`, kind: 'client', attributes: { 'subgraph.name': name } };
  const unavailable = (why: string, cause?: unknown) => new PeerUnavailable(`${name} ${why}`, { cause });

  const post = async (document: string, variables: object): Promise<Answer> => {
    const token = await signer.sign({ kind: 'service', name: self }, name);
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...traceHeaders(currentTrace()),
      },
      body: JSON.stringify({ query: document, variables }),
      signal: AbortSignal.timeout(deadlineMs),
      redirect: 'error', // the token is for this address alone
    });
    if (!response.ok) {
      await response.body?.cancel(); // or the connection would wait to be read
      if (response.status === 503 && response.headers.has('retry-after')) throw new Busy('It has too much in hand.');
      throw new Error(`HTTP ${response.status}`);
    }
    return (await response.json()) as Answer; // by protocol; JSON of another shape has none of these fields
  };

  return {
    async ask<Data>(document: string, variables: object) {
      const answer = await breaker
        .execute(() => inSpan(span, () => post(document, variables)))
        .catch((cause: unknown) => {
          throw unavailable(isBrokenCircuitError(cause) ? 'has not answered for a while' : 'did not answer', cause);
        });
      // The peer is up and refused this one: no reason to stop asking it other things.
      if (answer?.errors?.length || !answer?.data) throw unavailable('could not do it', answer?.errors);
      return answer.data as Data; // the caller wrote the document, and so knows the shape of its data
    },
  };
}
