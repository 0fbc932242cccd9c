import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * An answer to a mutation whose field is marked `@clearsCache` in the schema says to who keeps our answers, such as the router,
 * that they are of no use any more: `Clear-Site-Data: "cache"`. Also where it was refused or failed: nothing is lost by that.
 */
export const clearCaches: ApolloServerPlugin = {
  async requestDidStart() {
    return {
      async willSendResponse({ schema, document, operation, response }) {
        if (!document || operation?.operation !== 'mutation') return;
        if (clearsCache(schema.getMutationType(), document, operation))
          response.http.headers.set('clear-site-data', '"cache"');
      },
    };
  },
};

const clearsCache = (
  mutations: GraphQLObjectType | null | undefined,
  document: DocumentNode,
  { selectionSet }: OperationDefinitionNode,
): boolean => {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return rootFieldsOf(selectionSet, fragments).some(({ name }) =>
    mutations
      ?.getFields()
      [name.value]?.astNode?.directives?.some((directive) => directive.name.value === 'clearsCache'),
  );
};

/** Those in fragments included: the router sends some on, such as `... on Mutation @include(if: $sure)`. */
const rootFieldsOf = (
  { selections }: SelectionSetNode,
  fragments: readonly FragmentDefinitionNode[],
): readonly FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : fragments.find(({ name }) => name.value === selection.name.value);
    return fragment ? rootFieldsOf(fragment.selectionSet, fragments) : [];
  });
