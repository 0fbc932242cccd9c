import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { ReadBody } from './body-text.ts';
import type { CorsHeaders } from './cors.ts';
import type { RouterError } from './errors.ts';
import type { Begin, BegunRequest } from './graphql-request.ts';
import { handedOn } from './handed-on.ts';
import type { Health } from './health.ts';
import type { Lane, LaneAnswer } from './lane.ts';
import { limits } from './limits.ts';
import { isOverload, type LoadShedding } from './load-shedding/load-shedding.ts';
import { writeRefusal } from './load-shedding/write-refusal.ts';
import type { OperationMetrics } from './metrics/operations.ts';
import { requestIdOf } from './request-id.ts';

/**
 * Lets queries that the lane answers pass before fastify, whose routing, hooks and replies take a fifth of the time that such
 * a query takes. Everything else is handed on to it; answers are the same to the byte.
 */
export interface LaneDoor {
  /** Looks at each request first and hands on to `next` what isn't for the lane. */
  before(next: RequestListener): RequestListener;
  /** Nobody passes until then. */
  open(inside: Inside): void;
}

type Inside = {
  readonly begin: Begin;
  readonly lane: Lane;
  readonly load: LoadShedding;
  readonly operations?: OperationMetrics | undefined;
};

export type LaneDoorOptions = {
  readonly path: string;
  readonly readBody: ReadBody;
  readonly corsHeaders: CorsHeaders;
  readonly compression: boolean;
  readonly health: Readonly<Health>;
};

export function createLaneDoor({ path, readBody, corsHeaders, compression, health }: LaneDoorOptions): LaneDoor {
  let inside: Inside | undefined;

  const mayEnter = ({ method, url, headers }: IncomingMessage, { lane, load }: Inside): boolean =>
    method === 'POST' &&
    url === path &&
    contentTypes.has(headers['content-type'] ?? '') &&
    headers['access-control-request-private-network'] === undefined &&
    lane.knows(headers.accept) &&
    !load.refusal;

  const mayLeave = (answer: LaneAnswer, request: IncomingMessage): boolean =>
    health.phase !== 'draining' && !(compression && isWorthPacking(answer, request));

  /** Nothing for what isn't for the lane; how far that has come is noted. */
  const pass = async (request: IncomingMessage, { begin, load, operations }: Inside): Promise<Passed | undefined> => {
    const { headers } = request;
    const body = readBody(request);
    let begun: Promise<BegunRequest> | undefined;
    try {
      const asked = parse(await body);
      if (asked !== undefined) {
        headers['x-request-id'] = requestIdOf(headers); // fastify calls it the same, if it comes to that
        if (load.refusal) throw load.refusal;
        load.enter();
        begun = begin(request, { method: 'POST', headers, search: '', body: asked }, headers['x-request-id']);
        const { quick, context } = await begun.finally(load.leave);
        if (quick && mayLeave(quick, request)) {
          if (context.record) operations?.answered(context.record);
          return { answer: quick, requestId: context.requestId };
        }
      }
    } catch (error) {
      if (isOverload(error) && health.phase !== 'draining') {
        operations?.refused(error.code);
        return { refusal: error, requestId: requestIdOf(headers) };
      }
      // Whoever goes on with it meets the same fault, and knows what to say.
    }
    handedOn.set(request, { body, ...(begun && { begun }) });
    return undefined;
  };

  const write = (response: ServerResponse, requestId: string, origin: string | undefined, answer: LaneAnswer): void => {
    const { contentType, text } = answer;
    const length = String(Buffer.byteLength(text));
    const kind = ['cache-control', 'no-store', 'content-type', contentType, 'content-length', length];
    response.writeHead(200, ['x-request-id', requestId, ...corsHeaders(origin), ...kind]);
    response.end(text);
  };

  return {
    before: (next) => (request, response) => {
      if (!inside || !mayEnter(request, inside)) return next(request, response);
      const { origin } = request.headers;
      void pass(request, inside).then((passed) => {
        if (!passed) next(request, response);
        else if ('answer' in passed) write(response, passed.requestId, origin, passed.answer);
        else writeRefusal(response, passed.refusal, passed.requestId, corsHeaders(origin));
      });
    },
    open(given) {
      inside = given;
    },
  };
}

type Passed = { readonly requestId: string } & ({ readonly answer: LaneAnswer } | { readonly refusal: RouterError });

/** As clients write it. Others may mean the same by other words; fastify knows. */
const contentTypes: ReadonlySet<string> = new Set(['application/json', 'application/json; charset=utf-8']);

/** Nothing for what is no JSON, and for what could have keys that nobody means well with: fastify looks at those. */
function parse(text: string): unknown {
  if (text.includes('proto') || text.includes('\\u')) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isWorthPacking = ({ text }: LaneAnswer, { headers }: IncomingMessage): boolean =>
  headers['accept-encoding'] !== undefined && Buffer.byteLength(text) >= limits.uncompressedBytes;
