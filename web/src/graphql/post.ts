import type { ApolloLink } from '@apollo/client';

export const graphqlPath = '/graphql';

export type PostedOperation = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
};

/**
 * One request, without a retry: what may be repeated is for who asks to know. Answers of any HTTP status are read where they are
 * GraphQL; each carries its request id in `extensions`.
 * @throws TypeError when the network is away, Error when something that is no router answered
 */
export async function postOperation(
  operation: PostedOperation,
  { token, signal }: { token?: string | undefined; signal?: AbortSignal } = {},
): Promise<ApolloLink.Result> {
  const response = await fetch(graphqlPath, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(operation),
    ...(signal && { signal }),
  });
  const result = (await response.json().catch(() => undefined)) as ApolloLink.Result | undefined; // checked on the next line
  if (typeof result !== 'object' || (result.data === undefined && result.errors === undefined))
    throw new Error(`The answer with status ${response.status} is no GraphQL.`);
  const requestId = response.headers.get('x-request-id') ?? undefined;
  return { ...result, extensions: { requestId, ...result.extensions } };
}
