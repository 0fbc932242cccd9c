import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { codeOf } from '../errors.ts';
import { limits } from '../limits.ts';
import { overloaded } from '../load-shedding/load-shedding.ts';
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
  /** A query or a mutation, whole. @throws RouterError OVERLOADED when no subgraph that was asked has taken its part on: nothing was done */
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
    async request(operation, variables, context) {
      const run = await carriedOut(operation, variables, context, ask);
      if (isRefused(run)) throw overloaded;
      return answerOf(run, operation, compiledOf(operation).shape);
    },
    async event(operation, variables, context, event) {
      const run = await carriedOut(operation, variables, context, (subgraph, call) =>
        subgraph === eventSource ? Promise.resolve(event) : ask(subgraph, call),
      );
      return answerOf(run, operation, compiledOf(operation).shape);
    },
  };
}

async function carriedOut(
  operation: PlannedOperation,
  variables: Variables,
  context: RequestContext,
  ask: Ask,
): Promise<Run> {
  const dueAt = performance.now() + limits.answerMs;
  const run: Run = { variables, context, ask, dueAt, data: Object.create(null), errors: [] };
  await compiledOf(operation).carryOut(run);
  return run;
}

/** Each subgraph that was asked had too much in hand. One of which nobody knows what it did would have left another error. */
const isRefused = ({ data, errors }: Run): boolean =>
  errors.length > 0 && errors.every((error) => codeOf(error) === 'OVERLOADED') && Object.keys(data).length === 0;

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
