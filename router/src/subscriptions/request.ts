import type { ApolloServer } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { OperationMetrics } from '../metrics/operations.ts';
import type { ServedGraph } from '../reload/served-graph.ts';
import { type RequestContext, recordedIn } from '../request-context.ts';
import type { SocketOperation } from './operation.ts';

export type Requests = {
  readonly apollo: ApolloServer<RequestContext>;
  readonly served: ServedGraph;
  readonly operations?: OperationMetrics | undefined;
};

/** Has Apollo Server run a query or a mutation that came where subscriptions do. */
export async function answerRequest(
  { payload, context }: Pick<SocketOperation, 'payload' | 'context'>,
  { apollo, served, operations }: Requests,
): Promise<FormattedExecutionResult> {
  const { query, operationName, variables, extensions } = payload;
  const release = served.graph.use();
  const request = {
    query,
    ...(operationName && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
  const run = (contextValue: RequestContext) => apollo.executeOperation(request, { contextValue });
  const running = operations
    ? operations.measure((record) => run(recordedIn(record, context)), { id: context.requestId })
    : run(context);
  const { body } = await running.finally(release);
  if (body.kind === 'incremental') throw new Error('Incremental delivery is not offered.');
  return body.singleResult;
}
