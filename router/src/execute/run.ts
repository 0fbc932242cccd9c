import type { GraphQLError } from 'graphql';
import type { Variables } from '../plan/operation.ts';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphCall } from '../subgraphs/client.ts';
import type { SubgraphResponse } from '../subgraphs/response.ts';

/** An object of a subgraph's answer, of which any field may be missing. */
export type Entity = Record<string, unknown>;

/** A place in the answer: response names and list indices. */
export type Path = readonly (string | number)[];

/** Sends one operation to the subgraph of that name. @throws SubgraphUnavailable */
export type Ask = (subgraph: string, call: SubgraphCall) => Promise<SubgraphResponse>;

/** One execution of a plan: what it was started with, and what it has gathered so far. */
export type Run = {
  readonly variables: Variables;
  readonly context: RequestContext;
  readonly ask: Ask;
  /** When the whole answer is due, by `performance.now()`. */
  readonly dueAt: number;
  /** Everything that subgraphs have answered, merged; more than the client asked for. */
  readonly data: Entity;
  readonly errors: GraphQLError[];
};

/** A node of a plan, ready to be carried out; nothing is returned where there was nothing to wait for. */
export type Step = (run: Run) => Promise<void> | undefined;
