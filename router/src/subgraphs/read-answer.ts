import { freshnessOf } from '../cache/http-headers.ts';
import type { HttpAnswer } from './exchange.ts';
import { readResponse, SubgraphBusy, type SubgraphResponse, SubgraphUnavailable } from './response.ts';

/** The one place where a subgraph's answer to a query or a mutation comes in. @throws SubgraphUnavailable when it is none */
export function readAnswer(answer: HttpAnswer): SubgraphResponse {
  const { status, headers, text } = refuseFailure(answer);
  // Apollo Server among others answers 400 to a value that only the subgraph's own scalar could refuse.
  if (status !== 400 && (status < 200 || status > 299))
    throw new SubgraphUnavailable(`The answer has HTTP status ${status}.`);
  const response = readResponse(parse(text));
  const plain = headers['cache-control'] === undefined && headers['clear-site-data'] === undefined;
  return plain ? response : { ...response, ...freshnessOf(headers) };
}

/** What tells of the subgraph's own state counts as no answer; other statuses are about the request. @throws SubgraphUnavailable */
export function refuseFailure(answer: HttpAnswer): HttpAnswer {
  if (answer.status < 500) return answer;
  if (answer.status === 503 && answer.headers['retry-after'] !== undefined) throw new SubgraphBusy();
  throw new SubgraphUnavailable(`The answer has HTTP status ${answer.status}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SubgraphUnavailable('The answer is not JSON.', { cause });
  }
}
