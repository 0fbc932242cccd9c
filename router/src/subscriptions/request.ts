import type { ApolloServer } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { refusal } from '../errors.ts';
import type { LoadShedding } from '../load-shedding/load-shedding.ts';
import type { OperationMetrics } from '../metrics/operations.ts';
import type { ServedGraph } from '../reload/served-graph.ts';
import { type RequestContext, recordedIn } from '../request-context.ts';
import type { SocketOperation } from './operation.ts';

export type Requests = {
  readonly apollo: ApolloServer<RequestContext>;
  readonly served: ServedGraph;
  readonly load: LoadShedding;
  readonly operations?: OperationMetrics | undefined;
};

/** Has Apollo Server run a query or a mutation that came where subscriptions do, or refuses it where there is too much to do. */
export async function answerRequest(
  { payload, context }: Pick<SocketOperation, 'payload' | 'context'>,
  { apollo, served, load, operations }: Requests,
): Promise<FormattedExecutionResult> {
  const { query, operationName, variables, extensions } = payload;
  if (load.refusal) {
    operations?.refused(load.refusal.code);
    return refusal(load.refusal, context.requestId);
  }
  load.enter();
  const release = served.graph.use();
  const request = {
    query,
    ...(operationName && { operationName }),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
  const record = operations?.begin({ id: context.requestId });
  try {
    const contextValue = record ? recordedIn(record, context) : context;
    const { body } = await apollo.executeOperation(request, { contextValue });
    if (body.kind === 'incremental') throw new Error('Incremental delivery is not offered.');
    if (record) operations?.answered(record);
    return body.singleResult;
  } catch (error) {
    if (record) operations?.failed(record, error);
    throw error;
  } finally {
    release();
    load.leave();
  }
}
