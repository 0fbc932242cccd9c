import { randomUUID } from 'node:crypto';
import { anonymous } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { type DocumentNode, GraphQLError, getOperationAST, parse, specifiedRules, validate } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { RouterError } from '../errors.ts';
import { limits } from '../limits.ts';
import { checkVariables, type PlannedSubscription, type Variables } from '../plan/operation.ts';
import type { Planner } from '../plan/planner.ts';
import type { RequestContext } from '../request-context.ts';
import { validationRules } from '../validation.ts';
import type { Session } from './session.ts';

type Accepted = {
  readonly document: DocumentNode;
  readonly payload: SubscribePayload;
  readonly variables: Variables;
  readonly context: RequestContext;
};

/** An operation that came over a socket. Requests are left to Apollo Server to validate, plan and run. */
export type SocketOperation =
  | (Accepted & { readonly kind: 'request' })
  | (Accepted & { readonly kind: 'subscription'; readonly planned: PlannedSubscription });

/** @throws RouterError, or what the planner throws, for an operation that can't be run */
export function readOperation(
  payload: SubscribePayload,
  session: Session,
  planner: Planner,
  logger: Logger,
): SocketOperation {
  const requestId = randomUUID();
  const context = { requestId, viewer: session.viewer ?? anonymous, logger: logger.child({ requestId }) };
  const document = parseDocument(payload.query);
  const operationName = payload.operationName ?? undefined;
  const accepted = { document, payload, variables: payload.variables ?? {}, context };
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new RouterError('OPERATION_RESOLUTION_FAILURE');
  if (operation.operation !== 'subscription') return { ...accepted, kind: 'request' };

  const invalid = validate(planner.supergraph.apiSchema, document, [...specifiedRules, ...validationRules]);
  if (invalid.length > 0) throw new RefusedOperation(invalid.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')));
  const planned = planner.plan(payload.query, document, operationName);
  if (planned.kind !== 'subscription') throw new Error('A subscription was planned as a request.');
  const faults = checkVariables(planned, accepted.variables);
  if (faults.length > 0) throw new RefusedOperation(faults);
  return { ...accepted, kind: 'subscription', planned };
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

function parseDocument(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: limits.tokens });
  } catch (cause) {
    throw new RouterError('GRAPHQL_PARSE_FAILED', cause instanceof GraphQLError ? cause.message : undefined, { cause });
  }
}

const coded = ({ message, nodes }: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(message, { ...(nodes && { nodes }), extensions: { code } });
