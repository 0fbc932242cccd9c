import type { Logger } from './logger.ts';
import { traceWith } from './span.ts';

export type TracingOptions = {
  /** What these spans are of: `service.name`. */
  readonly service: string;
  /** Base address of an OTLP/HTTP receiver, such as http://localhost:4318; without one nothing is traced. */
  readonly endpoint: string | undefined;
  /** The share of the traces begun here that is kept, 0 to 1; all when left out. Those begun elsewhere were decided there. */
  readonly ratio?: number;
  readonly logger: Logger;
};

export interface Tracing {
  /** Sends what is left, for a few seconds at most; nothing is traced any more. */
  close(): Promise<void>;
}

/**
 * Spans of this process are sent from now on, in the background. Call it before the parts are opened: they ask once whether
 * there is something to trace. The SDK is loaded where it is needed only.
 */
export async function startTracing({ endpoint, ...options }: TracingOptions): Promise<Tracing> {
  if (endpoint === undefined) return { close: async () => {} };
  const { openExport } = await import('./export-spans.ts');
  const { tracer, close } = openExport({ endpoint, ...options });
  traceWith(tracer);
  return {
    async close() {
      traceWith(undefined);
      await close();
    },
  };
}
