import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { ErrorCode } from './errors.ts';
import type { HttpRequest } from './persisted-queries/http-request.ts';
import type { RequestContext } from './request-context.ts';

export type PipelineAnswer = {
  /** Nothing was run. */
  readonly refused: boolean;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
};

/** Has Apollo Server answer a request. */
export async function answerByApollo(
  apollo: ApolloServer<RequestContext>,
  { method, headers, search, body }: HttpRequest,
  context: RequestContext,
): Promise<PipelineAnswer> {
  const sent = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value) sent.set(name, String(value));
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method, headers: sent, search, body },
    context: async () => context,
  });
  if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not offered.');
  const {
    status = 200,
    body: { string: text },
  } = answer;
  const shown =
    status === 400 && isLegacy(headers.accept, answer.headers.get('content-type')) ? legacyStatus(text) : status;
  return { refused: status >= 400, status: shown, headers: answer.headers, text };
}

/**
 * To who asks for `application/json` by name and takes nothing newer, GraphQL over HTTP wants documents and variables that
 * don't fit refused with 200: a proxy's own 4xx in JSON couldn't be told from an answer. Everybody else is told by the status.
 */
const isLegacy = (accept: string | undefined, contentType: string | undefined): boolean =>
  /\bapplication\/json\b/i.test(accept ?? '') && /^application\/json\b/i.test(contentType ?? '');

const misfits: ReadonlySet<string> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

function legacyStatus(text: string): 200 | 400 {
  const { errors }: { errors?: { extensions: { code: string } }[] } = JSON.parse(text); // as formatError left it
  return errors?.every(({ extensions }) => misfits.has(extensions.code)) ? 200 : 400;
}
