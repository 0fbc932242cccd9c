import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  parse,
  validate,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { type ErrorCode, graphError } from './errors.ts';

const maxTokens = 1_000;

/** What to execute, or what is wrong with what the client asked for: the same faults with the same codes as over HTTP. */
export function operationOf(
  schema: GraphQLSchema,
  { query, operationName, variables }: SubscribePayload,
): Omit<ExecutionArgs, 'contextValue'> | GraphQLError[] {
  try {
    const document = parse(query, { maxTokens });
    const faults = validate(schema, document);
    if (faults.length > 0) return faults.map(coded('GRAPHQL_VALIDATION_FAILED'));
    const operation = getOperationAST(document, operationName);
    if (!operation) return [graphError('OPERATION_RESOLUTION_FAILURE')];
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
      maxErrors: 5,
    });
    if (errors) return errors.map(coded('BAD_USER_INPUT'));
    return {
      schema,
      document,
      ...(operationName && { operationName }),
      ...(variables && { variableValues: variables }),
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [coded('GRAPHQL_PARSE_FAILED')(error)];
    throw error;
  }
}

const coded =
  (code: ErrorCode) =>
  ({ message, nodes, source, positions }: GraphQLError): GraphQLError =>
    new GraphQLError(message, {
      nodes: nodes ?? null,
      source: source ?? null,
      positions: positions ?? null,
      extensions: { code },
    });
