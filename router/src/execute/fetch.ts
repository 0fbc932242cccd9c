import type { FetchNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { applyRewrites } from '../plan/corrections/rewrites.ts';
import { createRootAbsences } from '../subgraphs/answer.ts';
import { createAsk, errorAt, errorOf } from './failures.ts';
import { merge } from './merge.ts';
import { entitiesAt, type PlanPath } from './places.ts';
import { createBody } from './request-body.ts';
import type { Entity, Run, Step } from './run.ts';

/** A request for root fields; its answer becomes part of each object at `path`, which mostly is the root alone. */
export function compileFetch(node: FetchNode, path: PlanPath, schema: GraphQLSchema): Step {
  const { serviceName, operation, operationKind, outputRewrites } = node;
  const write = createBody(node);
  const ask = createAsk(serviceName);
  const absencesOf = createRootAbsences(operation);
  const repeatable = operationKind === 'query';

  const fetchAll = async (run: Run, targets: readonly Entity[]): Promise<void> => {
    try {
      const call = { body: write(run.variables), repeatable, dueAt: run.dueAt, context: run.context };
      const received = await ask(run, call);
      const { data, errors } = typeof received === 'string' ? { data: null, errors: absencesOf(received) } : received;
      for (const error of errors) run.errors.push(errorAt(error, error.path && [...path, ...error.path]));
      if (data === null) return;
      if (outputRewrites) applyRewrites(schema, outputRewrites, data);
      for (const target of targets) merge(target, data);
    } catch (fault) {
      run.errors.push(errorOf(fault));
    }
  };
  return (run) => {
    const targets = entitiesAt(run.data, path);
    return targets.length === 0 ? undefined : fetchAll(run, targets);
  };
}
