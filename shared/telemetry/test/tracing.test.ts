import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type OtlpReceiver, openOtlpReceiver } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createLogger,
  currentTrace,
  failSpan,
  inSpan,
  inTrace,
  isTracing,
  startSpan,
  startTracing,
  type TracingOptions,
  traceparentOf,
} from '../src/index.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const above = `00-${traceId}-b7ad6b7169203331-01`;

describe('spans', () => {
  let receiver: OtlpReceiver;
  beforeEach(async () => {
    receiver = await openOtlpReceiver();
    return () => receiver.close();
  });

  /** What arrives of the spans that `work` makes. */
  const sentBy = async (work: () => unknown, options: Partial<TracingOptions> = {}) => {
    const logger = createLogger('test', 'silent');
    const tracing = await startTracing({ service: 'test', endpoint: receiver.endpoint, logger, ...options });
    await work();
    await tracing.close();
    return receiver.spans();
  };

  test('go on in the trace that the work in hand came with, one below the other', async () => {
    let inner: ReturnType<typeof currentTrace>;
    const spans = await sentBy(() =>
      inTrace({ requestId: 'request-1', traceparent: above }, () =>
        inSpan({ name: 'outer', kind: 'server', attributes: { 'subgraph.name': 'order' } }, () =>
          inSpan({ name: 'inner', kind: 'client' }, async () => {
            inner = currentTrace();
          }),
        ),
      ),
    );
    const of = (name: string) => spans.find((span) => span.name === name);
    expect(of('outer')).toMatchObject({ service: 'test', traceId, parentSpanId: 'b7ad6b7169203331', failed: false });
    expect(of('outer')?.attributes).toEqual({ 'subgraph.name': 'order' });
    expect(of('inner')).toMatchObject({ traceId, parentSpanId: of('outer')?.spanId });
    expect(inner).toEqual({ requestId: 'request-1', traceparent: `00-${traceId}-${of('inner')?.spanId}-01` });
  });

  test('begin a trace where there is none, or one that is malformed', async () => {
    const spans = await sentBy(() => {
      for (const parent of [undefined, 'nonsense', above]) startSpan({ name: 'work', kind: 'internal' }, parent)?.end();
    });
    expect(new Set(spans.map((span) => span.traceId)).size).toBe(3);
    expect(spans.map(({ parentSpanId }) => parentSpanId)).toEqual([undefined, undefined, 'b7ad6b7169203331']);
  });

  test('say that they failed and of what kind the error was, but not what it said', async () => {
    const failing = inSpan.bind(undefined, { name: 'work', kind: 'internal' }, async () => {
      throw new RangeError('mina@example.com is too old');
    });
    const spans = await sentBy(() => expect(failing()).rejects.toThrow(RangeError));
    expect(spans).toMatchObject([{ failed: true, attributes: { 'error.type': 'RangeError' } }]);
    expect(JSON.stringify(spans)).not.toContain('mina');
  });

  test('link to others', async () => {
    const spans = await sentBy(() => {
      const other = startSpan({ name: 'other', kind: 'server' });
      startSpan({ name: 'work', kind: 'internal', ...(other && { links: [other] }) }, above)?.end();
      other?.end();
    });
    const [other, work] = ['other', 'work'].map((name) => spans.find((span) => span.name === name));
    expect(work).toMatchObject({ traceId, linkedTraceIds: [other?.traceId] });
  });

  test('of a trace that was decided against are not sent, nor those of the share that is left out', async () => {
    let passedOn: string | undefined;
    const work = () => {
      const unwanted = startSpan({ name: 'unwanted', kind: 'internal' }, above.replace(/1$/, '0'));
      passedOn = unwanted && traceparentOf(unwanted);
      unwanted?.end();
      startSpan({ name: 'of the share', kind: 'internal' })?.end();
      startSpan({ name: 'wanted', kind: 'internal' }, above)?.end();
    };
    expect((await sentBy(work, { ratio: 0 })).map(({ name }) => name)).toEqual(['wanted']);
    expect(passedOn).toMatch(new RegExp(`^00-${traceId}-\\w{16}-00$`));
  });

  test('are lost without harm, and the end held up for no more than seconds, where nobody takes them', async () => {
    await receiver.close();
    const spans = await sentBy(() => startSpan({ name: 'work', kind: 'internal' })?.end());
    expect(spans).toEqual([]);
    receiver = await openOtlpReceiver();
  });
});

describe('without an endpoint', () => {
  test('nothing is traced, and the request is followed all the same', async () => {
    const tracing = await startTracing({
      service: 'test',
      endpoint: undefined,
      logger: createLogger('test', 'silent'),
    });
    expect(isTracing()).toBe(false);
    const trace = { requestId: 'request-1', traceparent: above };
    const seen = await inTrace(trace, () => inSpan({ name: 'work', kind: 'internal' }, async () => currentTrace()));
    expect(seen).toBe(trace);
    failSpan(startSpan({ name: 'work', kind: 'internal' }), 'nothing');
    await tracing.close();
  });

  afterEach(() => expect(isTracing()).toBe(false));

  test('nothing of the SDK is loaded', async () => {
    expect(await loadedWith()).toEqual({ isTracing: false, packages: ['api'] });
    const { isTracing: on, packages } = await loadedWith('http://127.0.0.1:9');
    expect(on).toBe(true);
    expect(packages).toEqual(expect.arrayContaining(['sdk-trace', 'exporter-trace-otlp-http', 'resources']));
  });
});

async function loadedWith(...endpoint: readonly string[]): Promise<{ isTracing: boolean; packages: string[] }> {
  const script = fileURLToPath(new URL('loaded.ts', import.meta.url));
  const child = spawn(process.execPath, [script, ...endpoint], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await once(child, 'close');
  return JSON.parse(output);
}
