import type { GraphQLDataSource } from '@apollo/gateway';
import type { RequestContext } from '../request-context.ts';
import { concealErrors, unavailable } from './answer.ts';
import type { SubgraphClient } from './client.ts';

export type DataSource = GraphQLDataSource<RequestContext>;

/** A subgraph client in the shape that Apollo's plan executor calls. Never throws: a fault is an answer without data. */
export function createDataSource(name: string, execute: SubgraphClient['execute']): DataSource {
  return {
    async process({ request, context }) {
      // Apollo's type allows health checks, which carry no context; ours are no GraphQL operations.
      const { requestId, viewer, logger, heard } = context as RequestContext;
      const { query = '', operationName, variables = {} } = request;
      try {
        const answer = await execute({ query, operationName, variables, viewer, requestId });
        heard?.(name, answer);
        const { data, errors } = answer;
        return {
          ...(data !== undefined && { data }),
          ...(errors?.length && { errors: concealErrors(name, errors, logger) }),
        };
      } catch (error) {
        heard?.(name, undefined);
        logger.warn({ err: error, subgraph: name }, 'A subgraph is unavailable');
        return { data: null, errors: unavailable(query, variables) };
      }
    },
  };
}
