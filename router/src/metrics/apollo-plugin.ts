import type { ApolloServerPlugin } from '@apollo/server';
import type { ServedGraph } from '../reload/served-graph.ts';
import type { RequestContext } from '../request-context.ts';
import { outcomeOf } from './operation-record.ts';

/** Notes what Apollo Server has answered, and to which operation. */
export const noteOutcomes = (served: ServedGraph): ApolloServerPlugin<RequestContext> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ schema, source, request, operation, response: { body }, contextValue: { record } }) {
        if (!record || body.kind !== 'single') return;
        record.planned = source ? served.ofSchema(schema).planner.known(source, request.operationName) : undefined;
        record.type = operation?.operation;
        record.code = outcomeOf(body.singleResult.errors);
      },
    };
  },
});
