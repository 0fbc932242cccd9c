import { operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext } from '@apollo/gateway';
import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, GraphQLError, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql';
import { RouterError } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Supergraph } from '../supergraph.ts';

type Planned = {
  readonly supergraph: Supergraph;
  /** The text of the document, and which operation of it is meant. */
  readonly text: string;
  readonly operationName: string | undefined;
  readonly definition: OperationDefinitionNode;
  readonly context: ReturnType<typeof buildOperationContext>;
};

/** A query or a mutation: one plan, executed once. */
export type PlannedRequest = Planned & { readonly kind: 'request'; readonly plan: QueryPlan };

/** A subscription: `source` runs at one subgraph, `perEvent` for each event that it sends. */
export type PlannedSubscription = Planned & {
  readonly kind: 'subscription';
  readonly source: FetchNode;
  readonly perEvent: QueryPlan;
};

export type PlannedOperation = PlannedRequest | PlannedSubscription;
export type Variables = Readonly<Record<string, unknown>>;

/** In `perEvent` the event itself stands as the answer of a subgraph of this name, which no schema can have. */
export const eventSource = '$event';

/** The document, which `text` was parsed to, must be valid against the supergraph's API schema and hold the operation. */
export function planOperation(
  supergraph: Supergraph,
  text: string,
  document: DocumentNode,
  operationName: string | undefined,
): PlannedOperation {
  const context = buildOperationContext({
    schema: supergraph.apiSchema,
    operationDocument: document,
    ...(operationName && { operationName }),
  });
  const operation = operationFromDocument(supergraph.plannedSchema, document, {
    ...(operationName && { operationName }),
  });
  const plan = supergraph.planner.buildQueryPlan(operation);
  const planned = { supergraph, text, operationName, context, definition: context.operation };
  if (plan.node?.kind !== 'Subscription') return { ...planned, kind: 'request', plan };

  const { primary, rest } = plan.node;
  const nodes = [{ ...primary, serviceName: eventSource }, ...(rest ? [rest] : [])];
  const perEvent: QueryPlan = { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } };
  return { ...planned, kind: 'subscription', source: primary, perEvent };
}

/** Faults of the client's variables, at most a handful: a long list of bad values would make a far longer answer. */
export function checkVariables(operation: PlannedOperation, variables: Variables): readonly GraphQLError[] {
  const definitions = operation.definition.variableDefinitions ?? [];
  const result = getVariableValues(operation.supergraph.apiSchema, definitions, variables, {
    maxErrors: limits.variableErrors,
  });
  return (result.errors ?? []).map((fault) => new RouterError('BAD_USER_INPUT', fault.message));
}
