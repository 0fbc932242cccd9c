import { GraphQLError } from 'graphql';
import { codeOf } from '../errors.ts';
import type { Absence } from '../subgraphs/answer.ts';
import { JsonText } from './json-text.ts';
import type { Path } from './run.ts';

/**
 * Makes the errors of subgraphs that gave no answer fit the answer: one for each null that the client sees. What was asked of the
 * subgraph may be more (keys, fields that another subgraph requires); an error for something that the answer doesn't
 * show moves up to the nearest thing that it does, unless something below that already has one.
 */
export function settleAbsences(errors: readonly GraphQLError[], data: unknown): readonly GraphQLError[] {
  const absences = errors.filter(isAbsence);
  if (absences.length === 0) return errors;
  const shown = data instanceof JsonText ? data.toJSON() : data;

  const settled = new Map<string, GraphQLError>();
  const explained = new Set<string>();
  const hidden: { readonly error: GraphQLError; readonly place: Path }[] = [];
  for (const error of absences) {
    const path = error.path ?? [];
    const place = visiblePlace(path, shown);
    if (place.length < path.length || path.length === 0) {
      hidden.push({ error, place });
      continue;
    }
    settled.set(key(path), error);
    for (let depth = 0; depth < path.length; depth += 1) explained.add(key(path.slice(0, depth)));
  }
  for (const { error, place } of hidden) {
    if (!explained.has(key(place)) && !settled.has(key(place))) settled.set(key(place), at(error, place));
  }
  return [...errors.filter((error) => !isAbsence(error)), ...settled.values()];
}

const absenceCodes: ReadonlySet<unknown> = new Set<Absence>(['OVERLOADED', 'SUBGRAPH_UNAVAILABLE']);
const isAbsence = (error: GraphQLError): boolean => absenceCodes.has(codeOf(error));

/** The whole path when it ends in a null of the answer or below one; else the part of it that the answer shows. */
function visiblePlace(path: Path, data: unknown): Path {
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (value === null || value === undefined) return path;
    if (typeof value !== 'object' || !Object.hasOwn(value, step)) return path.slice(0, depth);
    value = Reflect.get(value, step);
  }
  return value === null ? path : path.slice(0, -1);
}

const at = ({ message, extensions }: GraphQLError, path: Path): GraphQLError =>
  new GraphQLError(message, { extensions, ...(path.length > 0 && { path }) });

const key = (path: Path): string => JSON.stringify(path);
