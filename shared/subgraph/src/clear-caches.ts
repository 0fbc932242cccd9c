import type { ApolloServerPlugin } from '@apollo/server';
import { type GraphQLObjectType, Kind, type OperationDefinitionNode } from 'graphql';

/**
 * An answer to a mutation whose field is marked `@clearsCache` in the schema says to who keeps our answers, such as the router,
 * that they are of no use any more: `Clear-Site-Data: "cache"`. Also where it was refused or failed: nothing is lost by that.
 */
export const clearCaches: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ schema, operation, response }) {
        if (operation?.operation !== 'mutation') return;
        if (clearsCache(schema.getMutationType(), operation)) response.http.headers.set('clear-site-data', '"cache"');
      },
    };
  },
};

/** The router writes fragments out at the root of what it asks of a subgraph. */
const clearsCache = (
  mutations: GraphQLObjectType | null | undefined,
  { selectionSet }: OperationDefinitionNode,
): boolean =>
  selectionSet.selections.some(
    (selection) =>
      selection.kind === Kind.FIELD &&
      mutations
        ?.getFields()
        [selection.name.value]?.astNode?.directives?.some(({ name }) => name.value === 'clearsCache'),
  );
