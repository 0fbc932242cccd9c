import { traceparentOf } from '@moa/telemetry';
import type { FormattedExecutionResult } from 'graphql';
import { codeOf, presentable } from '../errors.ts';
import type { Executor } from '../execute/execute.ts';
import type { PlannedSubscription, Variables } from '../plan/operation.ts';
import type { Graph } from '../reload/graph.ts';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphResponse } from '../subgraphs/response.ts';
import type { Source } from './reading.ts';

/** A subscription at one subgraph, and the plan by which each of its events is completed. */
export interface Upstream extends Source<SubgraphResponse> {
  readonly subgraph: string;
  /** Events are completed with what other subgraphs say. */
  readonly asksOthers: boolean;
  /** The event with the fields of other subgraphs, as the client gets it. */
  complete(event: SubgraphResponse): Promise<FormattedExecutionResult>;
  /** Goes on by another plan, where that one asks the same of the same subgraph; else it answers false. */
  adopt(graph: Graph, planned: PlannedSubscription): boolean;
}

export function openUpstream(
  graph: Graph,
  planned: PlannedSubscription,
  variables: Variables,
  context: RequestContext,
  latest: boolean,
): Upstream {
  const { source } = planned;
  const { viewer, requestId } = context;
  const client = graph.clients.get(source.serviceName);
  if (!client) throw new Error(`The plan names a subgraph that the supergraph doesn't: ${source.serviceName}`);
  const used = new Set(source.variableUsages);
  const items = client.subscribe({
    query: source.operation,
    operationName: source.operationName,
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
    viewer,
    requestId,
    traceparent: context.record?.span && traceparentOf(context.record.span),
    latest,
  });
  let by = { graph, planned, release: graph.use() };

  return {
    subgraph: source.serviceName,
    items,
    get asksOthers() {
      return asksOthers(by.planned);
    },
    leave: () => by.release(),
    async complete(event) {
      const { graph, planned } = by;
      const release = graph.use(); // `by` may be another before this is done
      try {
        return present(await graph.executor.event(planned, variables, context, event), context);
      } finally {
        release();
      }
    },
    adopt(graph, planned) {
      if (graph.clients.get(planned.source.serviceName) !== client || !asksTheSame(planned, by.planned)) return false;
      by.release();
      by = { graph, planned, release: graph.use() };
      return true;
    },
  };
}

const asksTheSame = ({ source: one }: PlannedSubscription, { source: other }: PlannedSubscription): boolean =>
  one.operation === other.operation &&
  one.operationName === other.operationName &&
  String(one.variableUsages) === String(other.variableUsages);

/** The event itself is the first of what the plan asks. */
const asksOthers = ({ perEvent: { node } }: PlannedSubscription): boolean =>
  node?.kind !== 'Sequence' || node.nodes.length > 1;

function present(
  result: Awaited<ReturnType<Executor['event']>>,
  { requestId, logger }: RequestContext,
): FormattedExecutionResult {
  const { errors, data, extensions } = result;
  if (!errors) return { ...(data !== undefined && { data }), ...(extensions && { extensions }) };
  for (const error of errors) if (!codeOf(error)) logger.error({ err: error }, 'An event could not be completed');
  const shown = errors.map((error) => presentable(error.toJSON()));
  return { errors: shown, ...(data !== undefined && { data }), extensions: { ...extensions, requestId } };
}
