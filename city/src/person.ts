import { setTimeout as wait } from 'node:timers/promises';
import type { Graph } from './graph.ts';
import { type Random, randomFor } from './random.ts';
import type { Book } from './tally.ts';

/** Somebody of the city, and all they can do. */
export type Person = {
  readonly name: string;
  readonly graph: Graph;
  readonly count: Book['count'];
  /** Tells what they do, to whoever listens. */
  readonly say: (text: string) => void;
  /** Chance of a stream of its own for each purpose. */
  readonly randomFor: (purpose: string) => Random;
  /** Simulated seconds in a real one. */
  readonly speed: number;
  /** Waits so many simulated seconds. @throws AbortError when the city closes */
  readonly pause: (seconds: number) => Promise<void>;
  /** Waits so many real seconds, for what the graph's own clock decides. @throws AbortError when the city closes */
  readonly rest: (seconds: number) => Promise<void>;
  readonly closing: AbortSignal;
};

export type Surroundings = {
  readonly book: Book;
  readonly seed: number;
  readonly speed: number;
  readonly closing: AbortSignal;
  readonly onEvent: (text: string) => void;
};

export function createPerson(name: string, graph: Graph, around: Surroundings): Person {
  const { book, seed, speed, closing, onEvent } = around;
  const rest = (seconds: number) => wait(seconds * 1000, undefined, { signal: closing });
  return {
    name,
    graph,
    count: book.count,
    say: (text) => onEvent(`${name} ${text}`),
    randomFor: (purpose) => randomFor(seed, name, purpose),
    speed,
    pause: (seconds) => rest(seconds / speed),
    rest,
    closing,
  };
}

/** A payload of the graph: what the mutation is about, and why it was refused. */
export type Payload<Result> = Result & {
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly retryAfterSeconds?: number | null;
  }[];
};

/**
 * Runs a mutation, counting its refusals. Null when nothing came back.
 *
 * @param field the mutation; its input's type is named after it, as everywhere in the graph
 * @param selection of the payload, besides its refusals
 */
export async function change<Result>(
  { graph, count }: Person,
  field: string,
  input: object,
  selection: string,
  refusal = 'code message',
): Promise<Payload<Result> | null> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { ${refusal} } } }`;
  const data = await graph.ask<Record<string, Payload<Result>>>(document, { input });
  const payload = data?.[field] ?? null;
  for (const { code } of payload?.userErrors ?? []) count({ kind: 'refusal', code });
  return payload;
}

/** Follows something until `see` says that it is over; `stop` gives up on it, and `over` comes as well. */
export function follow<Data>(
  { graph }: Person,
  document: string,
  variables: Readonly<Record<string, unknown>>,
  see: (data: Data) => 'goes on' | 'over',
): { readonly over: Promise<void>; readonly stop: () => void } {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const watch = graph.watch<Data>(document, variables, (data) => {
    if (see(data) === 'over') stop();
  });
  const stop = (): void => {
    watch.stop();
    resolve();
  };
  return { over, stop };
}

/** Waits for `work`. @throws AbortError when the city closes before */
export async function orClosing<Result>({ closing }: Person, work: Promise<Result>): Promise<Result> {
  closing.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const end = (): void => reject(closing.reason);
  closing.addEventListener('abort', end, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    closing.removeEventListener('abort', end);
  }
}

/** Waits for work that goes on until the city closes, or ends before. */
export async function untilClosing({ closing }: Person, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!closing.aborted) throw error;
  }
}
