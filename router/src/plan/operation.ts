import { type Operation, operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext } from '@apollo/gateway';
import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, GraphQLError, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql';
import { RouterError } from '../errors.ts';
import { limits } from '../limits.ts';
import type { Supergraph } from '../supergraph.ts';
import { renameClientFields } from './corrections/client-fields.ts';
import { createClientPath } from './corrections/client-path.ts';
import { askHollowFields } from './corrections/hollow-fields.ts';
import { refuseUnplanned } from './corrections/root-fields.ts';
import { separateFetches } from './corrections/separate-fetches.ts';
import { makeResumable, type Resumption } from './resumption.ts';

type Planned = {
  readonly supergraph: Supergraph;
  /** The text of the document, and which operation of it is meant. */
  readonly text: string;
  readonly operationName: string | undefined;
  readonly definition: OperationDefinitionNode;
  readonly context: ReturnType<typeof buildOperationContext>;
  /** As it was planned, in the planner's own model. */
  readonly operation: Operation;
  /** Response names that were planned under another name: the planner's → the client's. */
  readonly renames?: ReadonlyMap<string, string>;
  /** Path of an error as the planner's names tell it → as the client is told; where the two can differ. */
  readonly clientPath?: (path: readonly (string | number)[]) => readonly (string | number)[];
};

/** A query or a mutation: one plan, executed once. */
export type PlannedRequest = Planned & { readonly kind: 'request'; readonly plan: QueryPlan };

/** A subscription: `source` runs at one subgraph, `perEvent` for each event that it sends. */
export type PlannedSubscription = Planned & {
  readonly kind: 'subscription';
  readonly source: FetchNode;
  readonly perEvent: QueryPlan;
  /** Where `source` can begin after any item of a list. */
  readonly resumption?: Resumption;
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
  const { apiSchema, fullSchema, plannedSchema, planner } = supergraph;
  const { needs, hollowFields, requirements } = supergraph.corrections;
  const named = operationName ? { operationName } : {};
  const { document: renamed, renames } = renameClientFields(document, fullSchema, needs);
  const context = buildOperationContext({ schema: apiSchema, operationDocument: renamed, ...named });
  const completed = askHollowFields(renamed, fullSchema, hollowFields);
  const operation = operationFromDocument(plannedSchema, renamed, named);
  const toPlan = completed === renamed ? operation : operationFromDocument(plannedSchema, completed, named);
  const plan = separateFetches(planner.buildQueryPlan(toPlan), requirements, fullSchema);
  refuseUnplanned(plan, context.operation, context.fragments);

  const definition = context.operation;
  const corrected = renames.size > 0 || requirements.fields.size > 0;
  const shown = {
    ...(renames.size > 0 && { renames }),
    ...(corrected && { clientPath: createClientPath(context, renames) }),
  };
  const planned = { supergraph, text, operationName, context, definition, operation, ...shown };
  if (plan.node?.kind !== 'Subscription') return { ...planned, kind: 'request', plan };

  const { primary, rest } = plan.node;
  const nodes = [{ ...primary, serviceName: eventSource }, ...(rest ? [rest] : [])];
  const perEvent: QueryPlan = { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } };
  const resumable = makeResumable(primary, fullSchema, supergraph.resumable);
  return { ...planned, kind: 'subscription', source: primary, perEvent, ...resumable };
}

/** Faults of the client's variables, at most a handful: a long list of bad values would make a far longer answer. */
export function checkVariables(
  { definition, supergraph }: Pick<PlannedOperation, 'definition' | 'supergraph'>,
  variables: Variables,
): readonly GraphQLError[] {
  const definitions = definition.variableDefinitions ?? [];
  if (definitions.length === 0) return [];
  const result = getVariableValues(supergraph.apiSchema, definitions, variables, {
    maxErrors: limits.variableErrors,
  });
  return (result.errors ?? []).map((fault) => new RouterError('BAD_USER_INPUT', fault.message));
}
