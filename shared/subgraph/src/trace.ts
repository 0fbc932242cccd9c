import { inSpan, inTrace, isTracing, type SpanOf, type Trace } from '@moa/telemetry';

/** What a GraphQL request says of itself; nothing of it is checked yet. */
export type Asked = { readonly query?: unknown; readonly operationName?: unknown };

/** Runs an operation in the trace that it came with. */
export const inOperation = <Result>(
  subgraph: string,
  asked: Asked,
  trace: Trace | undefined,
  run: () => Promise<Result>,
): Promise<Result> => inTrace(trace, () => (isTracing() ? inSpan(spanOf(subgraph, asked), run) : run()));

/** Makes an event of a subscription in the trace of what has caused it. */
export const inDelivery = <Result>(
  subgraph: string,
  field: string,
  cause: Trace | undefined,
  run: () => Promise<Result>,
): Promise<Result> =>
  inTrace(cause, () =>
    inSpan({ name: `deliver ${field}`, kind: 'producer', attributes: { 'subgraph.name': subgraph } }, run),
  );

const type = /^\s*(query|mutation|subscription)\b/;

function spanOf(subgraph: string, { query, operationName }: Asked): SpanOf {
  const [, operation = 'query'] = type.exec(String(query)) ?? [];
  const name = typeof operationName === 'string' ? operationName : undefined;
  return {
    name: name ? `${operation} ${name}` : operation,
    kind: 'server',
    attributes: {
      'subgraph.name': subgraph,
      'graphql.operation.type': operation,
      ...(name && { 'graphql.operation.name': name }),
    },
  };
}
