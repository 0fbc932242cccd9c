import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { applyRewrites } from '../plan/corrections/rewrites.ts';
import { createEntityAbsences } from '../subgraphs/answer.ts';
import { dealOut, indexIn, type Sent } from './copies.ts';
import { createAsk, errorAt, errorOf } from './failures.ts';
import { merge } from './merge.ts';
import { entitiesAt, type PlanPath, placesAt } from './places.ts';
import { createRepresent, plainFieldsOf, type Represent } from './representations.ts';
import { createBody } from './request-body.ts';
import type { Entity, Run, Step } from './run.ts';

export type EntityFetchNode = FetchNode & { readonly requires: NonNullable<FetchNode['requires']> };

/** A fetch of more fields for the entities at `path`. */
export type EntityFetch = { readonly node: EntityFetchNode; readonly path: PlanPath };

/** Entities that a subgraph is asked for. */
export type Asked = {
  /** Those that there is enough known of. */
  readonly entities: readonly Entity[];
  /** Of each its index among all that stand at the node's path. */
  readonly indices: readonly number[];
  /** Of each the index of its representation in the request. */
  readonly sentAs: readonly number[];
};

export function compileEntityFetch({ node, path }: EntityFetch, schema: GraphQLSchema): Step {
  const write = createBody(node);
  const represent = createRepresent(schema, node.requires, node.inputRewrites);
  const fields = plainFieldsOf(node.requires);
  const ask = createAsk(node.serviceName);
  const absencesOf = createEntityAbsences(node.operation);

  const fetchAll = async (run: Run, asked: Asked, sent: Sent): Promise<void> => {
    try {
      const body = write(run.variables, [...sent.keys()].join());
      const received = await ask(run, { body, repeatable: true, dueAt: run.dueAt, context: run.context });
      if (typeof received === 'string') {
        tellErrors(
          run,
          absencesOf(received, write(run.variables, everyOne(asked, sent))),
          { ...asked, sentAs: undefined },
          path,
        );
        return;
      }
      const { data, errors } = received;
      for (const error of errors.filter((each) => !isOfOne(each, sent)))
        run.errors.push(errorAt(error, error.path && [...path, ...error.path]));
      tellErrors(
        run,
        errors.filter((each) => isOfOne(each, sent)),
        asked,
        path,
      );
      if (data === null) return;
      const { _entities: answers } = data;
      if (!Array.isArray(answers) || answers.length !== sent.size)
        throw new Error(`A subgraph was asked for ${sent.size} entities and answered with something else.`);
      const [share = []] = dealOut(answers, [asked.sentAs]);
      receiveEntities(asked, share, node, schema);
    } catch (fault) {
      run.errors.push(errorOf(fault));
    }
  };
  return (run) => {
    const sent: Sent = new Map();
    const asked = askedOf(entitiesAt(run.data, path), represent, sent, fields);
    return asked.entities.length === 0 ? undefined : fetchAll(run, asked, sent);
  };
}

/**
 * Their representations are added to those that are `sent`. An entity with the same values of `fields` as one before has
 * the same representation, and to look is faster than to write it once more.
 */
export function askedOf(
  found: readonly Entity[],
  represent: Represent,
  sent: Sent,
  fields: readonly string[] | undefined,
): Asked {
  const entities: Entity[] = [];
  const indices: number[] = [];
  const sentAs: number[] = [];
  const alike = new Map<unknown, { readonly entity: Entity; readonly at: number }>();
  for (let index = 0; index < found.length; index += 1) {
    const entity = found[index];
    if (!entity) continue;
    const key = keyOf(entity, fields);
    const before = key === undefined ? undefined : alike.get(key);
    let at = before && fields?.every((name) => entity[name] === before.entity[name]) ? before.at : undefined;
    if (at === undefined) {
      const representation = represent(entity);
      if (representation === undefined) continue;
      at = indexIn(sent, representation);
      if (key !== undefined) alike.set(key, { entity, at });
    }
    entities.push(entity);
    indices.push(index);
    sentAs.push(at);
  }
  return { entities, indices, sentAs };
}

/** Something by which most entities of a type can be told apart: the first text among what is known of it. */
function keyOf(entity: Entity, fields: readonly string[] = []): string | undefined {
  for (const name of fields) {
    const value = entity[name];
    if (name !== '__typename' && typeof value === 'string') return value;
  }
  return undefined;
}

/** The representations of all that are asked for, equal ones as well: each has its own place where something is missing. */
export function everyOne({ sentAs }: Asked, sent: Sent): string {
  const representations = [...sent.keys()];
  return sentAs.map((index) => representations[index]).join();
}

/** Puts to each of the entities what is said of it. */
export function receiveEntities(
  { entities }: Asked,
  answers: readonly unknown[],
  { outputRewrites }: EntityFetchNode,
  schema: GraphQLSchema,
): void {
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const answer = answers[index] as Entity | null | undefined; // by the schema
    if (!entity || answer === null || answer === undefined) continue;
    const { __typename: said } = answer;
    if (!said && (said !== undefined || outputRewrites)) answer.__typename = entity.__typename;
    if (outputRewrites) applyRewrites(schema, outputRewrites, answer);
    merge(entity, answer);
  }
}

/** Whether an error is about one of the representations that were sent. */
export function isOfOne({ path }: GraphQLFormattedError, sent: Sent): boolean {
  const index = path?.[1];
  return typeof index === 'number' && index >= 0 && index < sent.size;
}

/**
 * An error of `_entities, 2, name` becomes one of `name` in each of the entities that the third representation stood for;
 * in the third entity itself without `sentAs`.
 */
export function tellErrors(
  run: Run,
  errors: readonly GraphQLFormattedError[],
  { indices, sentAs }: { readonly indices: Asked['indices']; readonly sentAs: Asked['sentAs'] | undefined },
  at: PlanPath,
): void {
  if (errors.length === 0) return;
  const places = placesAt(run.data, at);
  for (const error of errors) {
    const [, sent, ...rest] = error.path ?? [];
    for (const [each, index] of indices.entries())
      if ((sentAs ? sentAs[each] : each) === sent) run.errors.push(errorAt(error, [...(places[index] ?? []), ...rest]));
  }
}
