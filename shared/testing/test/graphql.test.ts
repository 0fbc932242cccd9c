import { once } from 'node:events';
import { createServer } from 'node:http';
import { buildSchema, GraphQLError, graphql } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { post, SocketClosed, SubscriptionRefused, subscribe, until } from '../src/index.ts';

const schema = buildSchema(`
  type Query { echo(word: String): String  who: String }
  type Subscription { count(to: Int!): Int  who: String  never: Int }
`);

const http = createServer(async (request, response) => {
  const chunks = await Array.fromAsync(request, String);
  if (request.url !== '/graphql') return response.writeHead(502).end('Bad Gateway');
  const { query, variables } = JSON.parse(chunks.join(''));
  const rootValue = { echo: ({ word }: { word: string }) => word, who: () => request.headers.authorization };
  const result = await graphql({ schema, source: query, variableValues: variables, rootValue });
  return response.writeHead(result.data === undefined ? 400 : 200).end(JSON.stringify(result));
});
const sockets = new WebSocketServer({ server: http });
useServer(
  {
    schema,
    context: ({ connectionParams }) => ({ connectionParams }),
    onConnect: ({ connectionParams }) => connectionParams?.authorization !== 'Bearer stranger',
    onSubscribe: (_context, _id, { query }) => (query.includes('never') ? [new GraphQLError('Not today.')] : undefined),
    roots: {
      subscription: {
        count: async function* ({ to }: { to: number }) {
          for (let count = 1; count <= to; count += 1) yield { count };
        },
        who: async function* (
          _arguments: unknown,
          { connectionParams }: { connectionParams?: { authorization?: string } },
        ) {
          yield { who: connectionParams?.authorization };
          await new Promise(() => {});
        },
      },
    },
  },
  sockets,
);

let url = '';
beforeAll(async () => {
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url = `http://127.0.0.1:${address.port}/graphql`;
});
afterAll(() => {
  for (const socket of sockets.clients) socket.terminate();
  http.close();
});

test('post sends variables and the token, and gives data, errors and the status', async () => {
  const query = 'query ($word: String) { echo(word: $word) who }';
  const answer = await post(url, { query, variables: { word: '모아' }, token: 'abc' });
  expect(answer).toEqual({ status: 200, data: { echo: '모아', who: 'Bearer abc' }, errors: undefined });
  const wrong = await post(url, { query: '{ nothing }' });
  expect(wrong).toMatchObject({ status: 400, data: undefined, errors: [{ message: /Cannot query field "nothing"/ }] });
});

test('post shows an answer that is not GraphQL', async () => {
  const answer = await post(url.replace('/graphql', '/elsewhere'), { query: '{ who }' });
  expect(answer).toEqual({ status: 502, data: undefined, errors: [{ message: 'Bad Gateway' }] });
});

test('a subscription gives every event in order and then is done', async () => {
  const query = 'subscription ($to: Int!) { count(to: $to) }';
  const counts = subscribe<{ count: number }>(url, { query, variables: { to: 3 } });
  expect((await Array.fromAsync(counts)).map(({ data }) => data?.count)).toEqual([1, 2, 3]);
  expect(await counts.closed).toMatchObject({ code: 1000 });
});

test('a subscription sends the token and can be closed while it waits', async () => {
  const who = subscribe(url, { query: 'subscription { who }', token: 'abc' });
  expect(await who.next()).toEqual({ done: false, value: { data: { who: 'Bearer abc' } } });
  await who.close();
  await until(() => sockets.clients.size === 0);
});

test('a refused subscription throws the errors, a refused socket its code', async () => {
  const never = subscribe(url, { query: 'subscription { never }' });
  await expect(never.next()).rejects.toThrow(SubscriptionRefused);
  await never.close();
  const stranger = subscribe(url, { query: 'subscription { who }', token: 'stranger' });
  await expect(stranger.next()).rejects.toThrow(new SocketClosed(4403, 'Forbidden'));
  expect(await stranger.closed).toEqual({ code: 4403, reason: 'Forbidden' });
});

test('a server that is not there is an error, not a wait', async () => {
  const gone = subscribe('http://127.0.0.1:1/graphql', { query: 'subscription { who }' });
  await expect(gone.next()).rejects.toThrow();
});
