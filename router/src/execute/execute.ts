import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { limits } from '../limits.ts';
import {
  eventSource,
  type PlannedOperation,
  type PlannedRequest,
  type PlannedSubscription,
  type Variables,
} from '../plan/operation.ts';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphClient } from '../subgraphs/client.ts';
import { type SubgraphResponse, SubgraphUnavailable } from '../subgraphs/response.ts';
import { answerOf } from './answer.ts';
import { compilePlan } from './plan-nodes.ts';
import type { Ask, Run, Step } from './run.ts';
import { createShaper, type Shaper } from './shape/shaper.ts';

/** `data` of an answer is a `JsonText` wherever nothing odd was in it. */
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
  const ask: Ask = (subgraph, call) => {
    const client = clients.get(subgraph);
    if (client) return client.execute(call);
    return Promise.reject(new SubgraphUnavailable(`Nobody knows a subgraph called "${subgraph}".`));
  };
  return {
    request: (operation, variables, context) => execute(operation, variables, context, ask),
    event: (operation, variables, context, event) =>
      execute(operation, variables, context, (subgraph, call) =>
        subgraph === eventSource ? Promise.resolve(event) : ask(subgraph, call),
      ),
  };
}

async function execute(
  operation: PlannedOperation,
  variables: Variables,
  context: RequestContext,
  ask: Ask,
): Promise<GatewayExecutionResult> {
  const { carryOut, shape } = compiledOf(operation);
  const dueAt = performance.now() + limits.answerMs;
  const run: Run = { variables, context, ask, dueAt, data: Object.create(null), errors: [] };
  await carryOut(run);
  return answerOf(run, operation, shape);
}

type Compiled = { readonly carryOut: Step; readonly shape: Shaper };

/** What was made of an operation goes when the planner forgets it. */
const compiled = new WeakMap<PlannedOperation, Compiled>();

function compiledOf(planned: PlannedOperation): Compiled {
  const known = compiled.get(planned);
  if (known) return known;
  const { operation, renames, supergraph } = planned;
  const plan = planned.kind === 'request' ? planned.plan : planned.perEvent;
  const made: Compiled = {
    carryOut: compilePlan(plan, { schema: supergraph.fullSchema, operation }),
    shape: createShaper(operation, renames),
  };
  compiled.set(planned, made);
  return made;
}
