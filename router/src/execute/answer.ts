import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { executeSync, Kind, OperationTypeNode, type SelectionNode, visit } from 'graphql';
import type { PlannedOperation, Variables } from '../plan/operation.ts';
import { settleAbsences } from './absences.ts';
import { errorOf } from './failures.ts';
import { computeResponse } from './gateway-internals.ts';
import { JsonText } from './json-text.ts';
import { renameError, renameKeys, withoutUnasked } from './renames.ts';
import type { Run } from './run.ts';
import type { Shaper } from './shape/shaper.ts';

/** Cuts the client's answer out of what a run has gathered. */
export function answerOf(run: Run, planned: PlannedOperation, shape: Shaper): GatewayExecutionResult {
  const text = shape(run.data, run.variables);
  const shaped: Shaped = text === undefined ? shapeByGateway(run, planned) : { data: new JsonText(text) };
  if (shaped.errors || run.errors.length === 0) return shaped;
  const errors = run.errors.map((error) => renameError(error, planned));
  return { data: shaped.data, errors: settleAbsences(errors, shaped.data).map(withoutUnasked) };
}

type Shaped = GatewayExecutionResult & { readonly data: Record<string, unknown> | JsonText | null };

/** In the words of the gateway: nulls that go up, values that don't fit, introspection. */
function shapeByGateway({ data: input, variables, errors: before }: Run, planned: PlannedOperation): Shaped {
  const { operation, renames } = planned;
  try {
    const { data, errors } = computeResponse({
      operation,
      variables: { ...variables },
      input,
      introspectionHandling: (field) => introspect(field.expandFragments().toSelectionNode(), planned, variables),
    });
    const renamed = renames && data ? renameKeys(data, renames) : data;
    const shown = { data: renamed ?? null };
    if (before.length > 0 || errors.length === 0) return shown;
    return {
      ...shown,
      extensions: { valueCompletion: errors.map((error) => withoutUnasked(renameError(error, planned))) },
    };
  } catch (fault) {
    return { data: null, errors: [errorOf(fault)] };
  }
}

/** The schema's own fields, which no subgraph is asked for. */
function introspect(
  selection: SelectionNode,
  { supergraph, definition }: PlannedOperation,
  variables: Variables,
): unknown {
  const used = new Set<string>();
  visit(selection, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = definition.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value));
  const { data } = executeSync({
    schema: supergraph.apiSchema,
    document: {
      kind: Kind.DOCUMENT,
      definitions: [
        {
          kind: Kind.OPERATION_DEFINITION,
          operation: OperationTypeNode.QUERY,
          ...(variableDefinitions && { variableDefinitions }),
          selectionSet: { kind: Kind.SELECTION_SET, selections: [selection] },
        },
      ],
    },
    rootValue: {},
    variableValues: variables,
  });
  if (selection.kind !== Kind.FIELD || !data) throw new Error('The schema could not be looked into.');
  return data[selection.alias?.value ?? selection.name.value];
}
