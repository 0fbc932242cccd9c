import { createLogger, currentTrace, inTrace, startTracing, type Trace } from '@moa/telemetry';
import { buses, openOtlpReceiver, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Jobs, openJobs, UnrecoverableError } from '../src/index.ts';

const trace: Trace = {
  requestId: 'request-1',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

describe.each(buses)('the trace of a job on $name', (bus) => {
  let home: Awaited<ReturnType<typeof bus.open>>;
  let jobs: Jobs;
  const lines: unknown[] = [];
  const logger = createLogger('jobs', 'warn', { write: (line) => void lines.push(JSON.parse(line)) });

  beforeEach(async () => {
    lines.length = 0;
    home = await bus.open();
    jobs = await openJobs({ url: home.url, logger });
  });
  afterEach(async () => {
    await jobs.close();
    await home.close();
  });

  /** The traces in which the handler has run. */
  const workAll = (handle: (attempt: number) => void = () => {}) => {
    const seen: (Trace | undefined)[] = [];
    jobs.work('letters', async ({ attempt }) => {
      seen.push(currentTrace());
      handle(attempt);
    });
    return seen;
  };

  test('is that of the handler, also when it comes late and when it is tried again', async () => {
    const seen = workAll((attempt) => {
      if (attempt === 1) throw new Error('not yet');
    });
    await inTrace({ requestId: 'somebody-else' }, () =>
      jobs.add('letters', [{ id: 'a-1', name: 'send', data: {}, delayMs: 50, trace }]),
    );
    await until(() => seen.length === 2);
    expect(seen).toEqual([trace, trace]);
  });

  test('is none where it came without, whatever ran before', async () => {
    const seen = workAll();
    await jobs.add('letters', [
      { id: 'a-1', name: 'send', data: {}, trace },
      { id: 'a-2', name: 'send', data: {} },
    ]);
    await until(() => seen.length === 2);
    expect(seen).toEqual([trace, undefined]);
  });

  test('is beside its data, which is what the sender wrote', async () => {
    const data = { to: 'Mina', trace: 'of a parcel' };
    const seen: unknown[] = [];
    jobs.work('letters', async (job) => void seen.push(job));
    await jobs.add('letters', [{ id: 'a-1', name: 'send', data, trace }]);
    await until(() => seen.length === 1);
    expect(seen).toEqual([{ id: 'a-1', name: 'send', data, attempt: 1 }]);
  });

  test('is found in the log lines of a job that fails', async () => {
    workAll((attempt) => {
      throw attempt === 1 ? new Error('not yet') : new UnrecoverableError('never');
    });
    await jobs.add('letters', [{ id: 'a-1', name: 'send', data: {}, trace }]);
    await until(() => lines.length === 2);
    expect(lines).toMatchObject([
      { msg: expect.stringContaining('will be retried'), requestId: 'request-1', traceId: expect.any(String) },
      { msg: expect.stringContaining('dead letter'), requestId: 'request-1', traceId: expect.any(String) },
    ]);
  });

  test('has a span for each attempt', async () => {
    const receiver = await openOtlpReceiver();
    const tracing = await startTracing({ service: 'test', endpoint: receiver.endpoint, logger });
    const seen = workAll((attempt) => {
      if (attempt === 1) throw new Error('not yet');
    });
    await jobs.add('letters', [{ id: 'a-1', name: 'send', data: {}, trace }]);
    await until(async () => (await jobs.stateOf('letters', ['a-1'])).get('a-1') === 'done');
    await tracing.close();
    await receiver.close();
    const of = {
      name: 'process letters',
      traceId: '0af7651916cd43dd8448eb211c80319c',
      parentSpanId: 'b7ad6b7169203331',
    };
    expect(receiver.spans()).toMatchObject([
      { ...of, failed: true },
      { ...of, failed: false },
    ]);
    expect(seen.map((each) => each?.traceparent?.split('-')[2])).toEqual(receiver.spans().map(({ spanId }) => spanId));
  });
});
