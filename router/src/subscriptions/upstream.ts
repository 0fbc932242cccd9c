import { traceparentOf } from '@moa/telemetry';
import type { FormattedExecutionResult } from 'graphql';
import { codeOf, presentable } from '../errors.ts';
import type { Executor } from '../execute/execute.ts';
import type { PlannedSubscription, Variables } from '../plan/operation.ts';
import type { Graph } from '../reload/graph.ts';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphClient } from '../subgraphs/client.ts';
import type { EventQueue } from '../subgraphs/event-queue.ts';
import type { SubgraphResponse } from '../subgraphs/response.ts';
import type { Source } from './source.ts';

type Asking = { readonly variables: Variables; readonly context: RequestContext; readonly latest: boolean };

/** A subscription at one subgraph, and the plan by which each of its events is completed. */
export class Upstream implements Source<SubgraphResponse> {
  readonly subgraph: string;
  readonly events: EventQueue<SubgraphResponse>;
  readonly #client: SubgraphClient;
  readonly #asking: Asking;
  #graph: Graph;
  #planned: PlannedSubscription;
  /** Of a list: after which item the next one comes. Null or undefined where nobody knows. */
  #cursor: unknown;
  #release: () => void;

  /** @param after begins there, else where the client wants it */
  constructor(graph: Graph, planned: PlannedSubscription, asking: Asking, after?: unknown) {
    const { source, resumption } = planned;
    const { variables, context, latest } = asking;
    const client = graph.clients.get(source.serviceName);
    if (!client) throw new Error(`The plan names a subgraph that the supergraph doesn't: ${source.serviceName}`);
    const used = new Set(source.variableUsages);
    if (resumption) this.#cursor = after ?? resumption.begin(variables);
    this.subgraph = source.serviceName;
    this.events = client.subscribe({
      query: source.operation,
      operationName: source.operationName,
      variables: {
        ...Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
        ...(resumption && this.#cursor !== undefined && { [resumption.variable]: this.#cursor }),
      },
      viewer: context.viewer,
      requestId: context.requestId,
      traceparent: context.record?.span && traceparentOf(context.record.span),
      latest,
      resumption,
    });
    this.#client = client;
    this.#asking = asking;
    this.#graph = graph;
    this.#planned = planned;
    this.#release = graph.use();
  }

  /** Events are completed with what other subgraphs say. The event itself is the first of what the plan asks. */
  get asksOthers(): boolean {
    const { node } = this.#planned.perEvent;
    return node?.kind !== 'Sequence' || node.nodes.length > 1;
  }

  /** After which item another plan goes on where this one breaks off; nothing unless both tell the same list. */
  cursorFor({ resumption }: PlannedSubscription): unknown {
    const same = resumption && resumption.means === this.#planned.resumption?.means;
    return same ? (this.#cursor ?? undefined) : undefined;
  }

  /** The event with the fields of other subgraphs, as the client gets it. */
  async complete(event: SubgraphResponse): Promise<FormattedExecutionResult> {
    const { variables, context } = this.#asking;
    if (event.cursor !== undefined) this.#cursor = event.cursor;
    const graph = this.#graph;
    const release = graph.use(); // there may be another before this is done
    try {
      return present(await graph.executor.event(this.#planned, variables, context, event), context);
    } finally {
      release();
    }
  }

  /** Goes on by another plan, where that one asks the same of the same subgraph; else it answers false. */
  adopt(graph: Graph, planned: PlannedSubscription): boolean {
    const { serviceName } = planned.source;
    if (graph.clients.get(serviceName) !== this.#client || !asksTheSame(planned, this.#planned)) return false;
    this.#release();
    this.#graph = graph;
    this.#planned = planned;
    this.#release = graph.use();
    return true;
  }

  leave(): void {
    this.events.leave();
    this.#release();
  }
}

const asksTheSame = ({ source: one }: PlannedSubscription, { source: other }: PlannedSubscription): boolean =>
  one.operation === other.operation &&
  one.operationName === other.operationName &&
  String(one.variableUsages) === String(other.variableUsages);

function present(result: Awaited<ReturnType<Executor['event']>>, context: RequestContext): FormattedExecutionResult {
  const { errors, data, extensions } = result;
  if (!errors) return { ...(data !== undefined && { data }), ...(extensions && { extensions }) };
  const { requestId } = context;
  for (const error of errors)
    if (!codeOf(error)) context.logger.error({ err: error }, 'An event could not be completed');
  const shown = errors.map((error) => presentable(error.toJSON()));
  return { errors: shown, ...(data !== undefined && { data }), extensions: { ...extensions, requestId } };
}
