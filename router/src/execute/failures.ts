import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Absence, concealErrors } from '../subgraphs/answer.ts';
import type { SubgraphCall } from '../subgraphs/client.ts';
import { SubgraphBusy } from '../subgraphs/response.ts';
import type { Path, Run } from './run.ts';

/** An answer as the plan goes on with it: its errors are fit for clients, their paths still those of the subgraph. */
export type Received = {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLFormattedError[];
};

/** Asks a subgraph. Never fails: why nobody has answered comes in an answer's place. */
export function createAsk(subgraph: string): (run: Run, call: SubgraphCall) => Promise<Received | Absence> {
  return async (run, call) => {
    const { heard } = run.context;
    try {
      const answer = await run.ask(subgraph, call);
      heard?.(subgraph, answer);
      const { data = null, errors } = answer;
      return { data, errors: errors?.length ? concealErrors(subgraph, errors, run.context.logger) : noErrors };
    } catch (error) {
      // Nothing has changed there, so what is kept of it stays good; and metrics tell of it, since there are many at once.
      if (error instanceof SubgraphBusy) return 'OVERLOADED';
      heard?.(subgraph, undefined);
      run.context.logger.warn({ err: error, subgraph }, 'A subgraph is unavailable');
      return 'SUBGRAPH_UNAVAILABLE';
    }
  };
}

const noErrors: readonly GraphQLFormattedError[] = [];

/** A subgraph's error at its place in the client's answer. */
export const errorAt = ({ message, extensions }: GraphQLFormattedError, path: Path | undefined): GraphQLError =>
  new GraphQLError(message, { ...(path && { path }), ...(extensions && { extensions }) });

/** Something that we stumbled over ourselves; clients see nothing of it but that it happened. */
export const errorOf = (thrown: unknown): GraphQLError =>
  thrown instanceof GraphQLError
    ? thrown
    : new GraphQLError(thrown instanceof Error ? thrown.message : String(thrown), {
        originalError: thrown instanceof Error ? thrown : new Error(String(thrown)),
      });
