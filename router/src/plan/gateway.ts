import type { GatewayInterface, GatewaySchemaLoadOrUpdateCallback } from '@apollo/server-gateway-interface';
import { getOperationAST } from 'graphql';
import { RouterError } from '../errors.ts';
import type { Executor } from '../execute/execute.ts';
import type { RequestContext } from '../request-context.ts';
import { checkVariables } from './operation.ts';
import type { Planner } from './planner.ts';

const overWebSocket = 'Subscriptions are served over WebSocket (graphql-transport-ws) at this address.';

/** What Apollo Server asks of a gateway, over our own planner and executor: nothing polls, nothing phones home. */
export function createGateway(planner: Planner, executor: Executor): GatewayInterface {
  const listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  return {
    onSchemaLoadOrUpdate(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      const { apiSchema, sdl } = planner.supergraph;
      for (const listener of listeners) listener({ apiSchema, coreSupergraphSdl: sdl });
      return {
        async executor({ source, document, request, context }) {
          // Thrown, it would make Apollo Server answer 500.
          if (!getOperationAST(document, request.operationName))
            return { errors: [new RouterError('OPERATION_RESOLUTION_FAILURE')] };
          const operation = planner.plan(source, document, request.operationName);
          if (operation.kind === 'subscription') return { errors: [new RouterError('BAD_REQUEST', overWebSocket)] };
          const variables = request.variables ?? {};
          const faults = checkVariables(operation, variables);
          if (faults.length > 0) return { errors: faults };
          // Apollo's interface leaves the context open; open.ts gives every operation this one.
          return executor.request(operation, variables, context as RequestContext);
        },
      };
    },
    async stop() {
      listeners.clear();
    },
  };
}
