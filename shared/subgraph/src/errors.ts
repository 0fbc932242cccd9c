import { currentSpan, failSpan, type Logger } from '@moa/telemetry';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isBusyDatabase } from './busy-database.ts';

/** Every `extensions.code` that a subgraph answers with at the top level, and what it says when nothing better is known. */
export const errorCodes = {
  UNAUTHENTICATED: 'Sign in first.',
  FORBIDDEN: 'You may not do this.',
  NOT_FOUND: 'There is no such thing.',
  BAD_USER_INPUT: 'The input is not valid.',
  BAD_REQUEST: 'The request is not valid.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The document does not say which operation to run.',
  PERSISTED_QUERY_NOT_FOUND: 'PersistedQueryNotFound',
  PERSISTED_QUERY_NOT_SUPPORTED: 'PersistedQueryNotSupported',
  TOO_MANY_REQUESTS: 'Too much is being asked at once. Please try again in a moment.',
  SERVICE_UNAVAILABLE: 'This is not possible at the moment. Please try again soon.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side. Please try again.',
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** A top-level error for the client. Business refusals are data instead: see refusal.ts. */
export const graphError = (code: ErrorCode, message: string = errorCodes[code]): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && Object.hasOwn(errorCodes, code);

/**
 * Lets the catalogue's errors through, without stack; anything else goes to the log and answers as INTERNAL_SERVER_ERROR, or as
 * SERVICE_UNAVAILABLE where the database had too much to do.
 */
export function maskError(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { message, locations, path, extensions } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const code = extensions?.code;
    if (isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR') return { message, ...place, extensions: { code } };
    failSpan(currentSpan(), error);
    if (isBusyDatabase(error)) {
      logger.warn({ err: error, path }, 'the database had too much to do');
      return { message: errorCodes.SERVICE_UNAVAILABLE, ...place, extensions: { code: 'SERVICE_UNAVAILABLE' } };
    }
    logger.error({ err: error, path }, 'a resolver failed');
    return { message: errorCodes.INTERNAL_SERVER_ERROR, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
  };
}
