import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { getOperationAST } from 'graphql';
import { excessOf } from '../admission.ts';
import { fragmentsIn } from '../cost/meter.ts';
import { RouterError } from '../errors.ts';
import type { Graph } from '../reload/graph.ts';
import type { ServedGraph } from '../reload/served-graph.ts';
import type { RequestContext } from '../request-context.ts';
import { checkVariables } from './operation.ts';

const overWebSocket =
  'Subscriptions are served over WebSocket (graphql-transport-ws) at this address, and as server-sent events at its /stream.';

/** Thrown, it would make Apollo Server answer 500. */
function refused(fault: unknown): { readonly errors: readonly RouterError[] } {
  if (fault instanceof RouterError) return { errors: [fault] };
  throw fault;
}

/** What Apollo Server asks of a gateway, over our own planners and executors: nothing polls, nothing phones home. */
export function createGateway(served: ServedGraph): GatewayInterface {
  const listeners = new Map<(graph: Graph) => void, () => void>();
  return {
    onSchemaLoadOrUpdate(listener) {
      const tell = ({ supergraph: { apiSchema, sdl } }: Graph): void => listener({ apiSchema, coreSupergraphSdl: sdl });
      listeners.set(tell, served.onSwap(tell));
      return () => {
        listeners.get(tell)?.();
        listeners.delete(tell);
      };
    },
    async load() {
      for (const tell of listeners.keys()) tell(served.graph);
      return {
        async executor({ source, document, request, context, schema }) {
          const { planner, executor } = served.ofSchema(schema); // the one that the document was validated against
          // Thrown, it would make Apollo Server answer 500.
          const definition = getOperationAST(document, request.operationName);
          if (!definition) return { errors: [new RouterError('OPERATION_RESOLUTION_FAILURE')] };
          const variables = request.variables ?? {};
          const excess = excessOf(planner.supergraph, definition, fragmentsIn(document), variables);
          if (excess) return { errors: [excess] };
          const faults = checkVariables({ definition, supergraph: planner.supergraph }, variables);
          if (faults.length > 0) return { errors: faults };
          const operation = planner.plan(source, document, request.operationName);
          if (operation.kind === 'subscription') return { errors: [new RouterError('BAD_REQUEST', overWebSocket)] };
          // Apollo's interface leaves the context open; open.ts gives every operation this one.
          return executor.request(operation, variables, context as RequestContext).catch(refused);
        },
      };
    },
    async stop() {
      for (const stop of listeners.values()) stop();
      listeners.clear();
    },
  };
}
