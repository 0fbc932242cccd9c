import type { ApolloServerPlugin } from '@apollo/server';
import { createBoundedNames, metrics } from '@moa/telemetry';

/** Names of operations come from clients, by way of the router. */
const mostNames = 200;
/** What an operation is counted under that was not understood. */
const unknown = 'unknown';
/** The router names its part of an operation `PlaceOrder__order__0`. */
const partOfPlan = /__\w+__\d+$/;

/** Counts and times what a subgraph answers; nothing where no metrics are taken. */
export function countOperations(subgraph: string): readonly ApolloServerPlugin[] {
  const taken = metrics();
  if (!taken) return [];
  const tallies = taken.tallies(
    'subgraph_operations_total',
    'Queries and mutations by name, type and outcome, which is ok or the code of the first error.',
  );
  const durations = taken.durations(
    'subgraph_operation_duration_seconds',
    'Time that a subgraph took for a query or a mutation.',
  );
  const bounded = createBoundedNames(mostNames);
  const plugin: ApolloServerPlugin = {
    async requestDidStart() {
      const startedAt = performance.now();
      return {
        async willSendResponse({ operation, operationName, response: { body } }) {
          const type = operation?.operation ?? unknown;
          const name = operation ? bounded(operationName?.replace(partOfPlan, '') || 'unnamed') : unknown;
          const [error] = (body.kind === 'single' && body.singleResult.errors) || [];
          const outcome = error ? String(error.extensions?.code ?? 'INTERNAL_SERVER_ERROR') : 'ok';
          tallies({ subgraph, graphql_operation_name: name, graphql_operation_type: type, outcome }).count += 1;
          durations({ subgraph, graphql_operation_type: type }).observeSince(startedAt);
        },
      };
    },
  };
  return [plugin];
}

/** Shows whether a subgraph can serve, until the function that this gives is called. */
export function watchReadiness(subgraph: string, ready: () => Promise<unknown>): () => void {
  const isReady = () =>
    ready().then(
      () => 1,
      () => 0,
    );
  const stop = metrics()?.collect({
    name: 'readiness',
    labels: { subgraph },
    gauges: { subgraph_ready: '1 while a subgraph can serve, as its /readyz says, else 0.' },
    read: async () => [{ gauge: 'subgraph_ready', value: await isReady() }],
  });
  return stop ?? (() => {});
}
