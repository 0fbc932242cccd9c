import { executeQueryPlan } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import {
  eventSource,
  type PlannedOperation,
  type PlannedRequest,
  type PlannedSubscription,
  type Variables,
} from '../plan/operation.ts';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphClient, SubgraphResponse } from '../subgraphs/client.ts';
import { createDataSource, type DataSource } from '../subgraphs/data-source.ts';
import { settleAbsences } from './absences.ts';

export interface Executor {
  /** A query or a mutation, whole. */
  request(operation: PlannedRequest, variables: Variables, context: RequestContext): Promise<GatewayExecutionResult>;
  /** One event of a subscription, completed with the fields of other subgraphs. */
  event(
    operation: PlannedSubscription,
    variables: Variables,
    context: RequestContext,
    event: SubgraphResponse,
  ): Promise<GatewayExecutionResult>;
}

export function createExecutor(clients: ReadonlyMap<string, SubgraphClient>): Executor {
  const sources: Record<string, DataSource> = {};
  for (const [name, client] of clients) sources[name] = createDataSource(name, (request) => client.execute(request));

  return {
    request: (operation, variables, context) => run(operation, operation.plan, sources, variables, context),
    event(operation, variables, context, event) {
      const answer = createDataSource(operation.source.serviceName, async () => event);
      return run(operation, operation.perEvent, { ...sources, [eventSource]: answer }, variables, context);
    },
  };
}

async function run(
  { context: operationContext, supergraph }: PlannedOperation,
  plan: QueryPlan,
  sources: Record<string, DataSource>,
  variables: Variables,
  context: RequestContext,
): Promise<GatewayExecutionResult> {
  const { logger } = context;
  // The interface asks for all that Apollo Server knows of a request; executeQueryPlan reads only these.
  const request = { request: { variables }, context, metrics: {}, logger } as unknown as GatewayGraphQLRequestContext;
  const result = await executeQueryPlan(
    plan,
    sources,
    request,
    operationContext,
    supergraph.fullSchema,
    supergraph.plannedSchema,
  );
  return result.errors
    ? { ...result, data: result.data ?? null, errors: settleAbsences(result.errors, result.data) }
    : result;
}
