import {
  type Attributes,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace as traces,
} from '@opentelemetry/api';
import { currentSpan, currentTrace, inTrace } from './trace.ts';
import { formatTraceparent, parseTraceparent } from './traceparent.ts';

export type { Span };

/** A span to begin. Attributes bear the names of OpenTelemetry's semantic conventions; nothing of a member stands in one. */
export type SpanOf = {
  readonly name: string;
  readonly kind: Lowercase<keyof typeof SpanKind>;
  readonly attributes?: Attributes;
  /** What has to do with it, and isn't its parent. */
  readonly links?: readonly Span[];
  /** Milliseconds since 1970; now when left out. */
  readonly startedAt?: number;
};

let tracer: Tracer | undefined;

/** From now on spans are made by it; by none where it is undefined. */
export const traceWith = (next: Tracer | undefined): void => {
  tracer = next;
};

/** Whether spans are made at all. */
export const isTracing = (): boolean => tracer !== undefined;

/**
 * Begins a span below `parent`, a span of this process or the `traceparent` of one elsewhere; without one it begins a trace.
 * Whoever begins it ends it. Undefined while nothing is traced.
 */
export function startSpan(of: SpanOf, parent?: Span | string): Span | undefined {
  if (!tracer) return undefined;
  const { name, kind, attributes, links, startedAt } = of;
  const above = typeof parent === 'string' ? parseTraceparent(parent) : parent?.spanContext();
  return tracer.startSpan(
    name,
    {
      kind: kinds[kind],
      ...(attributes && { attributes }),
      ...(links && { links: links.map(linkTo) }),
      ...(startedAt !== undefined && { startTime: startedAt }),
    },
    above ? traces.setSpanContext(ROOT_CONTEXT, above) : ROOT_CONTEXT,
  );
}

/** Runs `work` in a span below the work in hand, which tells how long it took and whether it failed; just runs it while nothing is traced. */
export async function inSpan<Result>(of: SpanOf, work: () => Promise<Result>): Promise<Result> {
  const trace = currentTrace();
  const span = startSpan(of, currentSpan() ?? trace?.traceparent);
  if (!span) return work();
  try {
    return await inTrace({ ...trace, traceparent: traceparentOf(span) }, work, span);
  } catch (error) {
    failSpan(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Says that it went wrong, and what kind of thing it was: the message of an error may tell of members. */
export function failSpan(span: Span | undefined, error: unknown): void {
  const type = typeof error === 'string' ? error : error instanceof Error ? error.name : typeof error;
  span?.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR });
}

/** How a span is named to others. */
export const traceparentOf = (span: Span): string => formatTraceparent(span.spanContext());

const linkTo = (span: Span): { context: SpanContext } => ({ context: span.spanContext() });

const kinds = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};
