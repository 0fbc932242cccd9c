import { GraphQLError } from 'graphql';
import type { PlannedOperation } from '../plan/operation.ts';
import type { Path } from './run.ts';

/** A copy of `value` with the client's names for keys. */
export function renameKeys<Value>(value: Value, renames: ReadonlyMap<string, string>): Value {
  return renamed(value, renames) as Value; // of the same shape
}

function renamed(value: unknown, renames: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((element) => renamed(element, renames));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) copy[renames.get(key) ?? key] = renamed(inner, renames);
  return copy;
}

/** Stands in a path for what the client did not ask for; no field has this name. */
const unasked = '';

/** The error with its path in the client's names; the path ends in `unasked` where it led on to something hidden. */
export function renameError(error: GraphQLError, { clientPath }: PlannedOperation): GraphQLError {
  const { path } = error;
  if (!clientPath || !path) return error;
  const shown = clientPath(path);
  return withPath(error, shown.length < path.length ? [...shown, unasked] : shown);
}

/** The error as a client may read it. */
export const withoutUnasked = (error: GraphQLError): GraphQLError =>
  error.path?.at(-1) === unasked ? withPath(error, error.path.slice(0, -1)) : error;

const withPath = ({ message, extensions, originalError }: GraphQLError, path: Path): GraphQLError =>
  new GraphQLError(message, { extensions, originalError, ...(path.length > 0 && { path }) });
