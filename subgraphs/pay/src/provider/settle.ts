import { Abandoned, Unreachable } from './breaker.ts';
import type { Call, Exchange, Http } from './exchange.ts';

export type Answer = Extract<Exchange, { kind: 'answered' }>;

/** The call that moves money, and how to learn what became of it. */
export type Settlement<T> = {
  post: Call;
  /** Reads a question to the provider's books. */
  ask: Call;
  /** Reads the answer to `post`; `undefined` when it leaves open what happened. */
  readPost(answer: Answer): T | undefined;
  /** Reads the answer to `ask`; `undefined` when the books don't (yet) know. `posted` is what `post` was answered, if at all. */
  readBooks(answer: Answer, posted: Answer | undefined): T | undefined;
};

/**
 * Sends `post` once. When its answer is lost or leaves the matter open, asks the books once instead of guessing.
 * @throws Unreachable when neither tells, Abandoned when the caller's signal was aborted meanwhile
 */
export async function settle<T>(http: Http, { post, ask, readPost, readBooks }: Settlement<T>): Promise<T> {
  const posted = await http.send(post);
  if (posted.kind === 'answered') {
    const outcome = readPost(posted);
    if (outcome !== undefined) return outcome;
  }
  const reason =
    posted.kind === 'lost' ? posted.reason : `the provider answered ${posted.status}, which settles nothing`;
  if (post.signal?.aborted) throw new Abandoned(reason);

  const asked = await http.send(ask);
  if (asked.kind === 'answered') {
    const outcome = readBooks(asked, posted.kind === 'answered' ? posted : undefined);
    if (outcome !== undefined) return outcome;
    throw new Unreachable(`${reason}; its books don't know the request yet`);
  }
  // A provider that let `post` run out of time is unreachable, however soon its caller leaves after that.
  if (post.signal?.aborted && posted.kind === 'answered') throw new Abandoned(reason);
  throw new Unreachable(`${reason}; asking its books: ${asked.reason}`);
}
