import { setImmediate as immediate } from 'node:timers/promises';
import type { FormattedExecutionResult } from 'graphql';
import { writeLine } from '../execute/json-text.ts';
import type { SocketSubscription } from './operation.ts';

/** A client's end of a subscription. After `end` or `fail` it hears nothing. */
export interface Listener {
  /** One answer as JSON, on a single line. */
  next(answer: string): void;
  end(): void;
  fail(reason: unknown): void;
}

/** A subscription that runs, for however many clients. */
export type Running = {
  readonly answers: AsyncGenerator<FormattedExecutionResult, undefined>;
  /** Its last event stands for all before it. */
  readonly latest: boolean;
  /** The last answer with what other subgraphs say now; nothing where it is the same as then. */
  refreshed(): Promise<FormattedExecutionResult> | undefined;
};

export type Membership = Pick<Running, 'latest'> & {
  /** @param why unless it has left of its own accord */
  leave(why?: 'too slow'): void;
};

export interface SharedSubscriptions {
  join(operation: SocketSubscription, listener: Listener): Membership;
}

type Shared = {
  readonly running: Running;
  readonly listeners: Set<Listener>;
  /** The last answer, once there was one; only of a subscription that may be joined then. */
  latest?: string;
  /** Those who have joined since, and the answer that they wait for: `latest` as other subgraphs complete it now. */
  readonly late: Set<Listener>;
  refreshing?: Promise<string> | undefined;
};

/** Answers are handed to so many clients at once before others have their turn. */
const clientsAtOnce = 500;

/**
 * Clients with the same document, variables and viewer share one subscription: each event is completed and written once, for
 * all of them. They can join until the first event has come, which a later one would miss; for ever where the last event
 * stands for all before it.
 */
export function createSharedSubscriptions(open: (operation: SocketSubscription) => Running): SharedSubscriptions {
  const joinable = new Map<string, Shared>();

  const begin = (key: string, operation: SocketSubscription): Shared => {
    const shared: Shared = { running: open(operation), listeners: new Set(), late: new Set() };
    joinable.set(key, shared);
    void relay(shared, () => joinable.get(key) === shared && joinable.delete(key));
    return shared;
  };

  return {
    join(operation, listener) {
      const key = keyOf(operation);
      const shared = joinable.get(key) ?? begin(key, operation);
      shared.listeners.add(listener);
      if (shared.latest !== undefined) tellLatest(shared, listener, shared.latest);
      return {
        latest: shared.running.latest,
        leave() {
          shared.listeners.delete(listener);
          if (shared.listeners.size > 0) return;
          if (joinable.get(key) === shared) joinable.delete(key);
          void shared.running.answers.return(undefined);
        },
      };
    },
  };
}

async function relay(shared: Shared, closeDoor: () => void): Promise<void> {
  const { running, listeners, late } = shared;
  try {
    for await (const answer of running.answers) {
      const text = writeLine(answer);
      if (running.latest) shared.latest = text;
      else closeDoor();
      late.clear();
      shared.refreshing = undefined; // it is about the event before
      let told = 0;
      for (const listener of [...listeners]) {
        if (listeners.has(listener)) listener.next(text);
        told += 1;
        if (told % clientsAtOnce === 0) await immediate();
      }
    }
    closeDoor();
    for (const listener of [...listeners]) listener.end();
  } catch (reason) {
    closeDoor();
    for (const listener of [...listeners]) listener.fail(reason);
  }
}

/** Several who come at the same moment are told the same. */
function tellLatest(shared: Shared, listener: Listener, latest: string): void {
  shared.refreshing ??= shared.running
    .refreshed()
    ?.then(writeLine)
    .catch(() => latest);
  const { refreshing } = shared;
  if (!refreshing) {
    listener.next(latest);
    return;
  }
  shared.late.add(listener);
  void refreshing.then((text) => {
    if (shared.refreshing === refreshing) shared.refreshing = undefined;
    // Who has heard of an event meanwhile knows more than this.
    if (shared.late.delete(listener) && shared.listeners.has(listener)) listener.next(text);
  });
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
