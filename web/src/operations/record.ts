import { useSyncExternalStore } from 'react';

export type OperationKind = 'query' | 'mutation' | 'subscription';

/** An operation that the page ran, as the drawer tells it. */
export type RecordedOperation = {
  readonly id: number;
  readonly name: string;
  readonly kind: OperationKind;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly outcome: 'running' | 'done' | 'failed';
  /** From the request to the answer; of a subscription to its first event. */
  readonly tookMs?: number;
  readonly requestId?: string;
  /** The last answer or event. */
  readonly result?: unknown;
  readonly events: number;
};

const most = 60;
/** It stays however many others run: its events go on. */
const isListening = ({ kind, outcome }: RecordedOperation): boolean => kind === 'subscription' && outcome === 'running';
let operations: readonly RecordedOperation[] = [];
let ids = 0;
const listeners = new Set<() => void>();

function keep(next: readonly RecordedOperation[]): void {
  operations = next.filter((each, index) => index < most || isListening(each));
  for (const listener of listeners) listener();
}

/** Notes that an operation begins; the rest of its story is told by `change`. */
export function record(begun: Pick<RecordedOperation, 'name' | 'kind' | 'document' | 'variables'>): number {
  ids += 1;
  keep([{ ...begun, id: ids, at: Date.now(), outcome: 'running', events: 0 }, ...operations]);
  return ids;
}

export function change(id: number, how: (known: RecordedOperation) => RecordedOperation): void {
  keep(operations.map((known) => (known.id === id ? how(known) : known)));
}

export const forgetOperations = (): void => keep([]);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The newest first. */
export const useOperations = (): readonly RecordedOperation[] => useSyncExternalStore(subscribe, () => operations);
