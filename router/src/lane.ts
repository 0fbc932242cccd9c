import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import { excessOf } from './admission.ts';
import { codeOf, type Presenter } from './errors.ts';
import { writeAnswer } from './execute/json-text.ts';
import { isRecord } from './is-record.ts';
import { isOverload } from './load-shedding/load-shedding.ts';
import { outcomeOf } from './metrics/operation-record.ts';
import { checkVariables } from './plan/operation.ts';
import type { Graph } from './reload/graph.ts';
import type { RequestContext } from './request-context.ts';

/** An answer with status 200. */
export type LaneAnswer = { readonly contentType: string; readonly text: string };

/**
 * The short way past Apollo Server's pipeline for queries that it has taken once: parsed, validated and planned, they need
 * none of it. Whatever isn't plain — a mutation, an extension, a variable that doesn't fit — is left to the pipeline, and
 * answers are the same on both ways to the byte.
 */
export interface Lane {
  /**
   * Nothing for a request that is to go through the pipeline.
   * @throws RouterError OVERLOADED
   */
  answer(request: LaneRequest, context: RequestContext, graph: Graph): Promise<LaneAnswer | undefined>;
  /** Which content type Apollo Server has chosen for an `Accept` header when it answered 200. */
  learn(accept: string | undefined, contentType: string): void;
  /** Whether it has learned that. */
  knows(accept: string | undefined): boolean;
}

/** `body` is what JSON gave. Requests as JSON are never "simple" ones by CORS, so a page of another origin can't forge them. */
export type LaneRequest = {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
};

export function createLane(present: Presenter): Lane {
  const contentTypes = new LRUCache<string, string>({ max: 100 });

  return {
    async answer(request, context, { planner, executor }) {
      const contentType = contentTypes.get(request.headers.accept ?? '');
      const asked = contentType === undefined ? undefined : plainQuery(request);
      if (contentType === undefined || !asked) return undefined;
      const operation = planner.known(asked.query, asked.operationName);
      if (operation?.kind !== 'request' || operation.definition.operation !== 'query') return undefined;
      const { definition, context: document, supergraph } = operation;
      if (excessOf(supergraph, definition, document.fragments, asked.variables)) return undefined;
      if (checkVariables(operation, asked.variables).length > 0) return undefined;

      // What the executor throws is told of by the pipeline, to which it happens again: a query changes nothing. Not where there is too much to do.
      const result = await executor.request(operation, asked.variables, context).catch((error: unknown) => {
        if (isOverload(error)) throw error;
      });
      if (!result) return undefined;
      const { errors, data, extensions } = result;
      const { record } = context;
      if (record) record.planned = operation;
      if (!errors) return { contentType, text: writeAnswer({ data, extensions }) };
      for (const error of errors) if (!codeOf(error)) context.logger.error({ err: error }, 'An operation failed');
      const shown = errors.map((error) => present(error.toJSON()));
      if (record) record.code = outcomeOf(shown);
      const text = writeAnswer({ errors: shown, data, extensions: { ...extensions, requestId: context.requestId } });
      return { contentType, text };
    },
    learn(accept, contentType) {
      contentTypes.set(accept ?? '', contentType);
    },
    knows: (accept) => contentTypes.has(accept ?? ''),
  };
}

type Asked = {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

function plainQuery({ method, headers, body }: LaneRequest): Asked | undefined {
  if (method !== 'POST' || !isJson(headers['content-type']) || !isRecord(body)) return undefined;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || (extensions !== undefined && extensions !== null)) return undefined;
  // An empty name is one that no operation has.
  const named = typeof operationName === 'string' && operationName !== '';
  if (operationName !== undefined && operationName !== null && !named) return undefined;
  if (variables !== undefined && variables !== null && !isRecord(variables)) return undefined;
  return { query, operationName: named ? operationName : undefined, variables: variables ?? {} };
}

const isJson = (contentType: string | undefined): boolean =>
  contentType === 'application/json' || /^application\/json\s*;/i.test(contentType ?? '');
