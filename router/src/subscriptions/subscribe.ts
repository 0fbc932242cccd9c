import type { FormattedExecutionResult } from 'graphql';
import { presentable } from '../errors.ts';
import type { Executor } from '../execute/execute.ts';
import type { PlannedSubscription, Variables } from '../plan/operation.ts';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphClient, SubgraphResponse } from '../subgraphs/client.ts';
import { explain } from './ending.ts';
import { orderedMap } from './ordered-map.ts';

/**
 * Opens the subscription's source at its subgraph; each event is completed with the fields of other subgraphs, in order.
 * `next()` throws SubscriptionEnded.
 */
export function subscribe(
  operation: PlannedSubscription,
  variables: Variables,
  context: RequestContext,
  clients: ReadonlyMap<string, SubgraphClient>,
  executor: Executor,
): AsyncGenerator<FormattedExecutionResult, undefined> {
  const { source } = operation;
  const client = clients.get(source.serviceName);
  if (!client) throw new Error(`The plan names a subgraph that the supergraph doesn't: ${source.serviceName}`);
  const used = new Set(source.variableUsages);
  const { viewer, requestId } = context;
  const events = client.subscribe({
    query: source.operation,
    operationName: source.operationName,
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
    viewer,
    requestId,
  });
  const complete = async (event: SubgraphResponse) =>
    present(await executor.event(operation, variables, context, event), context);
  return orderedMap(events, complete, (reason) => explain(reason, source.serviceName, context));
}

function present(
  result: Awaited<ReturnType<Executor['event']>>,
  { requestId, logger }: RequestContext,
): FormattedExecutionResult {
  const { errors, data, extensions } = result;
  if (!errors) return { ...(data !== undefined && { data }), ...(extensions && { extensions }) };
  for (const error of errors)
    if (!error.extensions.code) logger.error({ err: error }, 'An event could not be completed');
  const shown = errors.map((error) => presentable(error.toJSON()));
  return { errors: shown, ...(data !== undefined && { data }), extensions: { ...extensions, requestId } };
}
