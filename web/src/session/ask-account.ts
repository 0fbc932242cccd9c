import { CombinedGraphQLErrors, type TypedDocumentNode } from '@apollo/client';
import { print } from 'graphql';
import { postOperation } from '../graphql/post.ts';

/**
 * Asks past the client: what signs people in and out holds passwords and tokens, which neither the cache nor the list of operations
 * should know.
 * @throws CombinedGraphQLErrors, or what fetch throws when the network is away
 */
export async function askAccount<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const result = await postOperation({ query: print(document), variables });
  if (!result.data || result.errors) throw new CombinedGraphQLErrors(result, result.errors ?? []);
  return result.data as Data; // the router validates against the schema that the types are generated from
}
