import type { Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { Logger } from './logger.ts';

type ExportOptions = {
  readonly service: string;
  readonly endpoint: string;
  readonly ratio?: number;
  readonly logger: Logger;
};

const batchEveryMs = 1_000;
/** For one batch, and for all that is left when the process ends. */
const patienceMs = 3_000;

/**
 * Sends spans by OTLP over HTTP, as JSON. The provider isn't registered for the whole process: libraries that bring
 * instrumentation of their own would begin traces beside ours.
 */
export function openExport({ service, endpoint, ratio = 1, logger }: ExportOptions): {
  tracer: Tracer;
  close(): Promise<void>;
} {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  const exporter = new OTLPTraceExporter({ url, timeoutMillis: patienceMs });
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': service, 'process.pid': process.pid }))
      .merge(detectResources({ detectors: [envDetector] })), // OTEL_RESOURCE_ATTRIBUTES
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [
      new BatchSpanProcessor({ exporter: reported(exporter, url, logger), scheduledDelayMillis: batchEveryMs }),
    ],
  });
  return {
    tracer: provider.getTracer('moa'),
    async close() {
      const impatience = Promise.withResolvers<void>();
      const timer = setTimeout(impatience.resolve, patienceMs);
      await Promise.race([provider.shutdown().catch(() => {}), impatience.promise]); // what fails is in the log already
      clearTimeout(timer);
    },
  };
}

/** One line when spans begin to be lost, and one when they arrive again. */
function reported(exporter: SpanExporter, url: string, logger: Logger): SpanExporter {
  let losing = false;
  return {
    export(spans, told) {
      exporter.export(spans, (result) => {
        const lost = result.error !== undefined;
        if (lost && !losing) logger.warn({ err: result.error, url }, 'tracing: spans are lost, nobody takes them');
        if (!lost && losing) logger.info({ url }, 'tracing: spans are taken again');
        losing = lost;
        told(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
