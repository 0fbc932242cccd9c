import { setImmediate as immediate } from 'node:timers/promises';
import type { FormattedExecutionResult } from 'graphql';
import { writeLine } from '../execute/json-text.ts';
import type { SocketSubscription } from './operation.ts';

/** A client's end of a subscription. After `end` or `fail` it hears nothing. */
export interface Listener {
  /** One answer as JSON, on a single line. */
  tell(answer: string): void;
  end(): void;
  fail(reason: unknown): void;
}

/** Where the answers of a subscription go that runs for however many clients. */
export interface AnswerSink {
  /** The next answer is due once this is told to all. */
  next(answer: FormattedExecutionResult): Promise<void> | undefined;
  end(): void;
  fail(reason: unknown): void;
}

/** A subscription that runs, for however many clients. */
export interface Running {
  /** Its last event stands for all before it. */
  readonly latest: boolean;
  /** The last answer with what other subgraphs say now; nothing where it is the same as then. */
  refreshed(): Promise<FormattedExecutionResult> | undefined;
  /** Nobody listens any more. */
  leave(): void;
}

export interface Membership {
  readonly latest: boolean;
  /** @param why unless it has left of its own accord */
  leave(why?: 'too slow'): void;
}

export interface SharedSubscriptions {
  join(operation: SocketSubscription, listener: Listener): Membership;
}

/** @returns what runs; its sink hears nothing before */
type Open = (operation: SocketSubscription, sink: AnswerSink) => Running;

/** Answers are handed to so many clients at once before others have their turn. */
const clientsAtOnce = 500;

/**
 * Clients with the same document, variables and viewer share one subscription: each event is completed and written once, for
 * all of them. They can join until the first event has come, which a later one would miss; for ever where the last event
 * stands for all before it.
 */
export function createSharedSubscriptions(open: Open): SharedSubscriptions {
  const joinable = new Map<string, Shared>();
  return {
    join(operation, listener) {
      const key = keyOf(operation);
      const shared = joinable.get(key) ?? new Shared(key, joinable, open, operation);
      return shared.join(listener);
    },
  };
}

/** Classes, for there may be one of each for every client: closures would take more memory than all else. */
class Shared implements AnswerSink {
  readonly running: Running;
  readonly #key: string;
  readonly #joinable: Map<string, Shared>;
  readonly #listeners = new Set<Listener>();
  /** The last answer, once there was one; only of a subscription that may be joined then. */
  #latest: string | undefined;
  /** Those who have joined since, and the answer that they wait for: `latest` as other subgraphs complete it now. */
  #late: Set<Listener> | undefined;
  #refreshing: Promise<string> | undefined;

  constructor(key: string, joinable: Map<string, Shared>, open: Open, operation: SocketSubscription) {
    this.#key = key;
    this.#joinable = joinable;
    this.running = open(operation, this);
    joinable.set(key, this);
  }

  join(listener: Listener): Membership {
    this.#listeners.add(listener);
    if (this.#latest !== undefined) this.#tellLatest(listener, this.#latest);
    return new Member(this, listener);
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    this.#closeDoor();
    this.running.leave();
  }

  next(answer: FormattedExecutionResult): Promise<void> | undefined {
    const text = writeLine(answer);
    if (this.running.latest) this.#latest = text;
    else this.#closeDoor();
    this.#late?.clear();
    this.#refreshing = undefined; // it is about the event before
    if (this.#listeners.size > clientsAtOnce) return this.#tellMany(text);
    for (const listener of [...this.#listeners]) if (this.#listeners.has(listener)) listener.tell(text);
    return undefined;
  }

  end(): void {
    this.#closeDoor();
    for (const listener of [...this.#listeners]) listener.end();
  }

  fail(reason: unknown): void {
    this.#closeDoor();
    for (const listener of [...this.#listeners]) listener.fail(reason);
  }

  async #tellMany(text: string): Promise<void> {
    let told = 0;
    for (const listener of [...this.#listeners]) {
      if (this.#listeners.has(listener)) listener.tell(text);
      told += 1;
      if (told % clientsAtOnce === 0) await immediate();
    }
  }

  /** Several who come at the same moment are told the same. */
  #tellLatest(listener: Listener, latest: string): void {
    this.#refreshing ??= this.running
      .refreshed()
      ?.then(writeLine)
      .catch(() => latest);
    const refreshing = this.#refreshing;
    if (!refreshing) {
      listener.tell(latest);
      return;
    }
    this.#late ??= new Set();
    this.#late.add(listener);
    void refreshing.then((text) => {
      if (this.#refreshing === refreshing) this.#refreshing = undefined;
      // Who has heard of an event meanwhile knows more than this.
      if (this.#late?.delete(listener) && this.#listeners.has(listener)) listener.tell(text);
    });
  }

  #closeDoor(): void {
    if (this.#joinable.get(this.#key) === this) this.#joinable.delete(this.#key);
  }
}

class Member implements Membership {
  readonly #shared: Shared;
  readonly #listener: Listener;

  constructor(shared: Shared, listener: Listener) {
    this.#shared = shared;
    this.#listener = listener;
  }

  get latest(): boolean {
    return this.#shared.running.latest;
  }

  leave(): void {
    this.#shared.leave(this.#listener);
  }
}

function keyOf({
  planned,
  payload: { query, operationName },
  variables,
  context: { viewer },
}: SocketSubscription): string {
  const declared = (planned.definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  // One that isn't given has its default, where null is null.
  const values = declared.filter((name) => Object.hasOwn(variables, name)).map((name) => [name, variables[name]]);
  return JSON.stringify([query, operationName, values, viewer]);
}
