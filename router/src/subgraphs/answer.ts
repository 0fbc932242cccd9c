import type { Logger } from '@moa/telemetry';
import { type GraphQLFormattedError, Kind, parse, type SelectionSetNode } from 'graphql';
import { codeOf, errorCatalogue } from '../errors.ts';
import type { SubgraphError } from './response.ts';

/** A subgraph's errors as clients may read them: those it may speak of pass, the others go to the log. */
export function concealErrors(
  subgraph: string,
  errors: readonly SubgraphError[],
  logger: Logger,
): GraphQLFormattedError[] {
  return errors.map((error) => {
    const code = codeOf(error);
    const path = error.path ? { path: error.path } : {};
    if (code && errorCatalogue[code].fromSubgraphs) return { message: error.message, ...path, extensions: { code } };
    logger.error({ subgraph, fault: error }, 'A subgraph answered with an error that clients do not see');
    return {
      message: errorCatalogue.INTERNAL_SERVER_ERROR.message,
      ...path,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  });
}

/** Why a subgraph gave no answer, as clients are told: it has too much in hand, or nobody knows. */
export type Absence = 'OVERLOADED' | 'SUBGRAPH_UNAVAILABLE';

/** Enough to tell a client what is missing; a list of thousands doesn't need thousands of errors. */
const mostAbsences = 100;

/** For a request for root fields: one error for each that it would have brought. The operation is read when that is needed. */
export function createRootAbsences(operation: string): (why: Absence) => GraphQLFormattedError[] {
  let fields: readonly Field[] | undefined;
  return (why) => {
    fields ??= rootFieldsIn(operation);
    return absencesAt(
      fields.map(({ name }) => [name]),
      why,
    );
  };
}

/** The same for requests for entities, which are given as JSON: one error for each field of each entity. */
export function createEntityAbsences(operation: string): (why: Absence, body: string) => GraphQLFormattedError[] {
  let fields: readonly Field[] | undefined;
  return (why, body) => {
    fields ??= rootFieldsIn(operation);
    const { variables } = JSON.parse(body) as { variables: { representations: readonly unknown[] } }; // we wrote it
    return absencesAt(entityPaths(fields, variables.representations), why);
  };
}

const absencesAt = (paths: readonly (string | number)[][], why: Absence): GraphQLFormattedError[] =>
  paths.slice(0, mostAbsences).map((path) => ({
    message: errorCatalogue[why].message,
    path,
    extensions: why === 'OVERLOADED' ? { code: why, retryAfterSeconds: 1 } : { code: why },
  }));

function rootFieldsIn(operation: string): readonly Field[] {
  const definition = parse(operation).definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return definition ? fieldsOf(definition.selectionSet) : [];
}

const entityPaths = (fields: readonly Field[], representations: readonly unknown[]) =>
  representations.flatMap((entity, index) => entityFields(fields, entity).map((name) => ['_entities', index, name]));

type Field = {
  readonly name: string;
  readonly onType: string | undefined;
  readonly selectionSet: SelectionSetNode | undefined;
};

/** Response names at this level, through inline fragments. */
function fieldsOf(set: SelectionSetNode | undefined, onType?: string): Field[] {
  return (set?.selections ?? []).flatMap((selection): Field[] => {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return fieldsOf(selection.selectionSet, selection.typeCondition?.name.value ?? onType);
    if (selection.kind === Kind.FRAGMENT_SPREAD || selection.name.value === '__typename') return [];
    return [{ name: selection.alias?.value ?? selection.name.value, onType, selectionSet: selection.selectionSet }];
  });
}

function entityFields(roots: readonly Field[], entity: unknown): string[] {
  const fields = fieldsOf(roots.find(({ name }) => name === '_entities')?.selectionSet);
  const type = typeof entity === 'object' && entity !== null ? Reflect.get(entity, '__typename') : undefined;
  const exact = fields.filter(({ onType }) => onType === type);
  return [...new Set((exact.length > 0 ? exact : fields).map(({ name }) => name))];
}
