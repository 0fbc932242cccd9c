import { GraphQLError } from 'graphql';

/** PostgreSQL's own: a lock or a statement took too long, or it has as many connections as it takes. */
const codes: ReadonlySet<unknown> = new Set(['55P03', '57014', '53300']);
/** The pool's, which have none: all of its connections stayed in use, or a new one was not made in time. */
const words: ReadonlySet<string> = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
]);

/** Whether the database could not do it in time, which it may the next time: nothing was changed. */
export function isBusyDatabase(error: unknown): boolean {
  const thrown = error instanceof GraphQLError ? error.originalError : error;
  return thrown instanceof Error && (('code' in thrown && codes.has(thrown.code)) || words.has(thrown.message));
}
