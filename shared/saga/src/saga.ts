/** What an event does to a saga in one of its states: where it goes, and what it asks of others. */
export type Step<State extends string, Event, Subject, Command> = {
  readonly to: State;
  /** Commands are data; the caller writes them into the outbox in the transaction that stores the new state. */
  readonly send?: (subject: Subject, event: Event) => readonly Command[];
};

/** state × event type → step. A pair that is not in the table is no fault: the event has nothing to say there. */
export type SagaTable<State extends string, Event extends { readonly type: string }, Subject, Command> = {
  readonly [S in State]: {
    readonly [T in Event['type']]?: Step<State, Extract<Event, { readonly type: T }>, Subject, Command>;
  };
};

/** `Subject` is what the saga is about, an order for instance; its state is one of `State`. */
export type Saga<State extends string, Event extends { readonly type: string }, Subject, Command> = {
  readonly table: SagaTable<State, Event, Subject, Command>;
  /** What follows; undefined when the event has nothing to say in this state. */
  next(
    state: State,
    subject: Subject,
    event: Event,
  ): { readonly to: State; readonly commands: readonly Command[] } | undefined;
};

/**
 * A saga as a table that reads like its conversation: each state, what may arrive there, what follows.
 * Every state must be listed; a final one is `{}`. Late and repeated events fall through the table unharmed.
 */
export function defineSaga<State extends string, Event extends { readonly type: string }, Subject, Command>(
  table: SagaTable<State, Event, Subject, Command>,
): Saga<State, Event, Subject, Command> {
  return {
    table,
    next(state, subject, event) {
      const row: { readonly [type: string]: unknown } = table[state];
      // The table's type ties each step to the event type that it stands under; TypeScript can't follow that through an index.
      const step = (Object.hasOwn(row, event.type) ? row[event.type] : undefined) as
        | Step<State, Event, Subject, Command>
        | undefined;
      return step && { to: step.to, commands: step.send?.(subject, event) ?? [] };
    },
  };
}
