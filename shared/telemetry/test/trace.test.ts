import { describe, expect, test } from 'vitest';
import { currentTrace, inTrace, readTrace, traceHeaders, traceIn } from '../src/index.ts';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

test('the work in hand belongs to its trace, and what it causes does, too', async () => {
  const trace = { requestId: 'request-1', traceparent };
  const inside = () => Promise.all([currentTrace(), Promise.resolve().then(currentTrace)]);
  expect(currentTrace()).toBeUndefined();
  expect(await inTrace(trace, inside)).toEqual([trace, trace]);
  expect(await inTrace(trace, () => inTrace(undefined, inside))).toEqual([undefined, undefined]);
  expect(currentTrace()).toBeUndefined();
});

describe('what came from elsewhere', () => {
  test('is kept as it is where it is well-formed', () => {
    const headers = { 'x-request-id': 'request-1', traceparent };
    expect(traceIn(headers)).toEqual({ requestId: 'request-1', traceparent });
    expect(traceHeaders(traceIn(headers))).toEqual(headers);
  });

  test.each([
    'short',
    'x'.repeat(65),
    'two\r\nlines',
    'two\nlines-in-all',
    'with spaces',
    '{"level":60}',
    '',
    ['request-1', 'request-2'],
    7,
    null,
    undefined,
  ])('is no request id if it is %j', (requestId) => {
    expect(readTrace({ requestId, traceparent })).toEqual({ traceparent });
  });

  test.each([
    ['of another version', traceparent.replace(/^00/, '01')],
    ['of the version that is none', traceparent.replace(/^00/, 'ff')],
    ['with more behind it', `${traceparent}-more`],
    ['in upper case', traceparent.toUpperCase()],
    ['of no trace', `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
    ['of no span', `00-0af7651916cd43dd8448eb211c80319c-${'0'.repeat(16)}-01`],
    ['too short', traceparent.slice(0, -1)],
    ['with a line break', `${traceparent}\n`],
    ['twice', [traceparent, traceparent]],
  ])('is no traceparent if it is %s', (_how, other) => {
    expect(readTrace({ requestId: 'request-1', traceparent: other })).toEqual({ requestId: 'request-1' });
    expect(readTrace({ traceparent: other })).toBeUndefined();
  });
});
