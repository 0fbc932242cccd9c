import { createRequire } from 'node:module';
import { createLogger, inSpan, inTrace, isTracing, startTracing } from '../src/index.ts';

/** Does some work, and prints which of OpenTelemetry's packages this process has loaded for it. */
const endpoint = process.argv[2];
const tracing = await startTracing({ service: 'test', endpoint, logger: createLogger('test', 'silent') });
await inTrace({ requestId: 'request-1' }, () => inSpan({ name: 'work', kind: 'internal' }, async () => {}));
const packages = Object.keys(createRequire(import.meta.url).cache).flatMap(
  (file) => /@opentelemetry\/([\w-]+)\/(?!.*node_modules)/.exec(file)?.[1] ?? [],
);
process.stdout.write(JSON.stringify({ isTracing: isTracing(), packages: [...new Set(packages)].sort() }));
await tracing.close();
