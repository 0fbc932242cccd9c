import type { GraphQLSchema } from 'graphql';
import { createEntityAbsences } from '../subgraphs/answer.ts';
import { dealOut, type Sent } from './copies.ts';
import {
  type Asked,
  askedOf,
  compileEntityFetch,
  type EntityFetch,
  everyOne,
  isOfOne,
  receiveEntities,
  tellErrors,
} from './entity-fetch.ts';
import { createAsk, errorOf } from './failures.ts';
import { entitiesAt } from './places.ts';
import { createRepresent, plainFieldsOf } from './representations.ts';
import { createBody } from './request-body.ts';
import type { Run, Step } from './run.ts';

/** Characters of representations. A subgraph may refuse long requests, so what is longer goes in several, as planned. */
const longest = 64 * 1024;

type Part = { readonly fetch: EntityFetch; readonly alone: Step; readonly asked: Asked };

/** One request for entities at several places that are asked for the same. `fetches` differ in their paths only. */
export function compileJointFetch(fetches: readonly [EntityFetch, ...EntityFetch[]], schema: GraphQLSchema): Step {
  const [{ node }] = fetches;
  const write = createBody(node);
  const represent = createRepresent(schema, node.requires, node.inputRewrites);
  const fields = plainFieldsOf(node.requires);
  const ask = createAsk(node.serviceName);
  const absencesOf = createEntityAbsences(node.operation);
  const steps = fetches.map((fetch) => ({ fetch, alone: compileEntityFetch(fetch, schema) }));

  const eachAlone = (run: Run, parts: readonly Part[]): Promise<void> =>
    Promise.all(parts.map(({ alone }) => alone(run))).then(() => {});

  const fetchAll = async (run: Run, parts: readonly Part[], sent: Sent, representations: string): Promise<void> => {
    try {
      const body = write(run.variables, representations);
      const received = await ask(run, { body, repeatable: true, dueAt: run.dueAt, context: run.context });
      if (typeof received === 'string') {
        for (const { asked, fetch } of parts) {
          const absences = absencesOf(received, write(run.variables, everyOne(asked, sent)));
          tellErrors(run, absences, { ...asked, sentAs: undefined }, fetch.path);
        }
        return;
      }
      const { data, errors } = received;
      const answers = data?._entities;
      const isWhole = Array.isArray(answers) && answers.length === sent.size;
      // The subgraph has refused the whole of it; whose fault it was is found out by asking one by one.
      if (!isWhole || !errors.every((error) => isOfOne(error, sent))) return await eachAlone(run, parts);
      for (const { asked, fetch } of parts) tellErrors(run, errors, asked, fetch.path);
      const shares = dealOut(
        answers,
        parts.map(({ asked }) => asked.sentAs),
      );
      for (const [index, { asked }] of parts.entries()) receiveEntities(asked, shares[index] ?? [], node, schema);
    } catch (fault) {
      run.errors.push(errorOf(fault));
    }
  };

  return (run) => {
    const sent: Sent = new Map();
    const parts = steps
      .map((step) => ({ ...step, asked: askedOf(entitiesAt(run.data, step.fetch.path), represent, sent, fields) }))
      .filter(({ asked }) => asked.entities.length > 0);
    if (parts.length === 0) return undefined;
    const representations = [...sent.keys()].join();
    const isOne = parts.length > 1 && representations.length <= longest;
    return isOne ? fetchAll(run, parts, sent, representations) : eachAlone(run, parts);
  };
}
