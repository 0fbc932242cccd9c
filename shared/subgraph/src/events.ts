import { withCause } from '@moa/live';
import { currentTrace, inTrace, isTracing, type Trace } from '@moa/telemetry';
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, getOperationAST } from 'graphql';
import { endedWith } from './ended-with.ts';
import type { CountSubscription } from './subscription-metrics.ts';
import { inDelivery, inOperation } from './trace.ts';

/** A subscription as somebody asked for it. */
export type Subscribing = ExecutionArgs & {
  readonly subgraph: string;
  /** Of the request that asked. */
  readonly trace: Trace | undefined;
  readonly count: CountSubscription | undefined;
};

/**
 * What graphql-js's own `subscribe` does, with each event made in the trace of what has caused it: of a request that somebody
 * else sent, or of this one where there was nothing but the present state. The result says in `extensions.traceparent` what
 * span it was made in.
 */
export async function subscribeInTrace(
  args: Subscribing,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const asked = { query: 'subscription', operationName: args.operationName };
  const source = await inOperation(args.subgraph, asked, args.trace, () => createSourceEventStream(args));
  if (!(Symbol.asyncIterator in source)) return source;
  const states = source[Symbol.asyncIterator]();
  return endedWith({ return: async () => states.return?.() }, eventsOf(states, args));
}

async function* eventsOf(
  states: AsyncIterator<unknown>,
  args: Subscribing,
): AsyncGenerator<ExecutionResult, undefined> {
  const { subgraph, trace } = args;
  const field = fieldOf(args);
  const counted = args.count?.();
  try {
    for (;;) {
      const { value: state, cause = trace } = await inTrace(trace, () => withCause(() => states.next()));
      if (state.done) return;
      const event = await inDelivery(subgraph, field, cause, () => eventOf(state.value, args));
      counted?.event();
      yield event;
    }
  } finally {
    counted?.ended();
    await states.return?.(); // also when an event could not be made
  }
}

async function eventOf(state: unknown, args: ExecutionArgs): Promise<ExecutionResult> {
  const result = await execute({ ...args, rootValue: state });
  const traceparent = isTracing() ? currentTrace()?.traceparent : undefined;
  return traceparent ? { ...result, extensions: { ...result.extensions, traceparent } } : result;
}

function fieldOf({ document, operationName }: ExecutionArgs): string {
  const [field] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  return field?.kind === 'Field' ? field.name.value : 'event';
}
