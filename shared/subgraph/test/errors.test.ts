import { post, subscribe } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '../src/index.ts';
import { counterSubgraph } from './counter-subgraph.ts';
import { listening } from './listening.ts';

describe('errors', () => {
  let served: Awaited<ReturnType<typeof listening>>;

  beforeAll(async () => {
    served = await listening(counterSubgraph().subgraph);
  });
  afterAll(() => served.close());

  const viaHttp = async (query: string, variables = {}) =>
    (await post(served.url, { query, variables, token: await served.token() })).errors;

  /** The errors of the last event, or of the refusal. */
  const viaSocket = async (query: string, variables = {}) => {
    const events = subscribe(served.url, { query, variables, extensions: { viewer: await served.token() } });
    try {
      for await (const event of events) if (event.errors) return event.errors;
      return undefined;
    } catch (refusal) {
      return (refusal as { errors: unknown }).errors; // a SubscriptionRefused; anything else has none and fails the test
    } finally {
      await events.close();
    }
  };

  const masked = { message: errorCodes.INTERNAL_SERVER_ERROR, extensions: { code: 'INTERNAL_SERVER_ERROR' } };

  test('of our own say nothing of what happened inside, over HTTP', async () => {
    const errors = await viaHttp('{ broken }');
    expect(errors).toMatchObject([{ ...masked, path: ['broken'] }]);
    expect(JSON.stringify(errors)).not.toMatch(/secret|stack/);
  });

  test.each(['brokenAtOnce', 'brokenLater', 'brokenField'])('nor over WebSocket: %s', async (field) => {
    const errors = await viaSocket(`subscription { ${field === 'brokenField' ? 'ticks: brokenField' : field} }`);
    expect(errors).toMatchObject([masked]);
    expect(JSON.stringify(errors)).not.toMatch(/secret|stack/);
  });

  test('that are meant for the client arrive as they are, and without a stack', async () => {
    const refusal = { message: errorCodes.FORBIDDEN, extensions: { code: 'FORBIDDEN' } };
    expect(await viaHttp('{ forbidden }')).toEqual([{ ...refusal, path: ['forbidden'], locations: expect.anything() }]);
    expect(await viaSocket('subscription { forbidden }')).toMatchObject([refusal]);
  });

  test.each([
    ['GRAPHQL_PARSE_FAILED', '{', {}],
    ['GRAPHQL_VALIDATION_FAILED', '{ nothing }', {}],
    ['BAD_USER_INPUT', 'query ($n: Int!) { double(n: $n) }', { n: 'two' }],
    ['OPERATION_RESOLUTION_FAILURE', 'query A { whoAsks } query B { whoAsks }', {}],
  ])('of the client have the code %s, over both', async (code, query, variables) => {
    expect(await viaHttp(query, variables)).toMatchObject([{ extensions: { code } }]);
    expect(await viaSocket(query, variables)).toMatchObject([{ extensions: { code } }]);
  });
});
