import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { anonymous, type Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { LRUCache } from 'lru-cache';
import { excessOf } from '../admission.ts';
import { fragmentsIn } from '../cost/meter.ts';
import { RouterError } from '../errors.ts';
import { limits } from '../limits.ts';
import { checkVariables, type PlannedSubscription, type Variables } from '../plan/operation.ts';
import type { Graph } from '../reload/graph.ts';
import { contextOf, type RequestContext } from '../request-context.ts';
import { validationRules } from '../validation.ts';

type Accepted = {
  readonly document: DocumentNode;
  readonly payload: SubscribePayload;
  readonly variables: Variables;
  readonly context: RequestContext;
};

export type SocketSubscription = Accepted & { readonly kind: 'subscription'; readonly planned: PlannedSubscription };

/** An operation that came over a socket. Requests are left to Apollo Server to validate, plan and run. */
export type SocketOperation = (Accepted & { readonly kind: 'request' }) | SocketSubscription;

type Asking = {
  readonly viewer?: Viewer;
  readonly requestId?: string;
  readonly clientHeaders?: IncomingHttpHeaders;
};

/** @throws RefusedOperation, RouterError, or what the planner throws, for an operation that can't be run */
export function readOperation(
  payload: SubscribePayload,
  { viewer = anonymous, requestId = randomUUID(), clientHeaders }: Asking,
  graph: Graph,
  logger: Logger,
): SocketOperation {
  const document = parseDocument(payload.query);
  const operationName = payload.operationName ?? undefined;
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new RouterError('OPERATION_RESOLUTION_FAILURE');
  const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
  const context = contextOf(
    isSubscription
      ? { requestId, viewer: anywhere(viewer) }
      : { requestId, viewer, ...(clientHeaders && { clientHeaders }) },
    logger,
  );
  const accepted = { document, payload, variables: payload.variables ?? {}, context };
  if (!isSubscription) return { ...accepted, kind: 'request' };
  return { ...accepted, kind: 'subscription', planned: planSubscription(accepted, graph) };
}

/** A subscription of somebody who isn't signed in may be anybody's: others hear the same, wherever they are, whatever headers they sent. */
const anywhere = (viewer: Viewer): Viewer => (viewer.kind === 'anonymous' ? anonymous : viewer);

/** Done anew when another graph takes the place of this one. @throws as `readOperation` */
export function planSubscription(
  { payload: { query, operationName: name }, document, variables }: Omit<Accepted, 'context'>,
  { planner, supergraph }: Graph,
): PlannedSubscription {
  const operationName = name ?? undefined;
  const known = planner.known(query, operationName);
  const invalid = known ? [] : validate(supergraph.apiSchema, document, [...specifiedRules, ...validationRules]);
  if (invalid.length > 0) throw new RefusedOperation(invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')));
  const definition = getOperationAST(document, operationName);
  const excess = definition && excessOf(supergraph, definition, fragmentsIn(document), variables);
  if (excess) throw excess;
  const planned = known ?? planner.plan(query, document, operationName);
  if (planned.kind !== 'subscription') throw new Error('A subscription was planned as a request.');
  const faults = checkVariables(planned, variables);
  if (faults.length > 0) throw new RefusedOperation(faults);
  return planned;
}

/** Several faults of one operation. */
export class RefusedOperation extends Error {
  override readonly name = 'RefusedOperation';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('The operation is refused.');
    this.errors = errors;
  }
}

/** Clients of one kind send the same text; what is made of it is many times as large. */
const parsed = new LRUCache<string, DocumentNode>({
  max: 500,
  maxSize: 512 * 1024,
  sizeCalculation: (_document, source) => source.length + 1,
});

function parseDocument(source: string): DocumentNode {
  const known = parsed.get(source);
  if (known) return known;
  try {
    const document = parse(source, { maxTokens: limits.tokens });
    parsed.set(source, document);
    return document;
  } catch (cause) {
    throw new RouterError('GRAPHQL_PARSE_FAILED', cause instanceof GraphQLError ? cause.message : undefined, { cause });
  }
}

const coded = ({ message, nodes }: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(message, { ...(nodes && { nodes }), extensions: { code } });
