import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { jobQueue } from '@moa/outbox';
import { buses, until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { consoleChannel } from '../src/channels/console.ts';
import { messageOf } from '../src/domain/outgoing-message.ts';
import { member, openWorld, paid, type World } from './world.ts';

type Request = { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string };

/** Another party's server: answers with the statuses in turn, then with 204, and keeps what it was asked. */
async function openReceiver() {
  const requests: Request[] = [];
  let statuses: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { url = '', headers } = request;
    requests.push({ url, headers, body: Buffer.concat(chunks).toString() });
    const [status = 204] = statuses.splice(0, 1);
    if (status === 0) request.socket.destroy();
    else response.writeHead(status, { location: '/elsewhere' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    willAnswer: (...next: number[]) => {
      statuses = next;
    },
    forget: () => {
      requests.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const secret = 'whsec_c2VjcmV0IHRoYXQgYm90aCBzaWRlcyBrbm93';

describe.each(buses)('channels on $name', (kind) => {
  let receiver: Awaited<ReturnType<typeof openReceiver>>;
  let world: World;
  beforeAll(async () => {
    receiver = await openReceiver();
    world = await openWorld(kind, {
      webhook: { url: `${receiver.url}/hook`, secret },
      kakao: { url: `${receiver.url}/kakao`, key: 'a key' },
    });
  });
  afterEach(() => receiver.forget());
  afterAll(async () => {
    await world?.close();
    await receiver?.close();
  });

  const sent = (path: string) => receiver.requests.filter(({ url }) => url === path);
  /** What the outbox gave the queue for a notification; its jobs' states. */
  const states = async (notificationId: string) => {
    const { rows } = await world.sql.query<{ id: string }>(
      `select 'notification-' || id as id from outbox where kind = 'job' and payload->>'notificationId' = $1`,
      [notificationId],
    );
    const known = await world.bus.jobs.stateOf(
      jobQueue('notification'),
      rows.map(({ id }) => id),
    );
    return [...known.values()].sort();
  };
  /** Tells a new member something; gives the notification. */
  const tell = async (language: 'KO' | 'EN' = 'KO') => {
    const mine = member();
    const profile = { memberId: mine.memberId, name: '지민', language };
    await world.hear({ type: 'MemberJoined', version: 1, ...profile }, paid(mine));
    const [notification] = (await world.mailbox(mine)).nodes ?? [];
    if (!notification) throw new Error('Nothing was told.');
    return { mine, notification };
  };
  const come = (notificationId: string, ...expected: string[]) =>
    until(async () => (await states(notificationId)).join() === expected.join());

  test('a webhook gets what is told, signed', async () => {
    const { mine, notification } = await tell();
    await come(notification.id, 'done', 'done');
    const [request] = sent('/hook');
    if (!request) throw new Error('Nothing came.');
    expect(JSON.parse(request.body)).toEqual({
      id: notification.id,
      kind: 'ORDER_PAID',
      receiver: { memberId: mine.memberId, name: '지민' },
      language: 'KO',
      title: '결제 완료',
      text: '주문이 결제되었습니다. 곧 배달이 시작됩니다.',
      createdAt: expect.any(String),
      channel: 'webhook',
    });
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = request.headers;
    expect(id).toBe(notification.id);
    expect(Math.abs(Number(timestamp) - Date.now() / 1_000)).toBeLessThan(60);
    const key = Buffer.from('secret that both sides know');
    const right = createHmac('sha256', key).update(`${id}.${timestamp}.${request.body}`).digest('base64');
    expect(signature).toBe(`v1,${right}`);
  });

  test('Kakao gets receiver, template, text and channel, in the member’s language (T9)', async () => {
    const { mine, notification } = await tell('EN');
    await come(notification.id, 'done', 'done');
    const [request] = sent('/kakao');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      receiver: mine.memberId,
      templateCode: 'MOA_ORDER_PAID_EN',
      text: 'Your order is paid. Its delivery will start soon.',
      channel: 'alimtalk',
    });
    expect(request?.headers).toMatchObject({ authorization: 'Bearer a key', 'idempotency-key': notification.id });
  });

  test.each([[[500]], [[503, 429]], [[408]], [[401, 403, 404]], [[0]]])(
    'what fails with %j comes again, under the same id',
    async (statuses) => {
      receiver.willAnswer(...statuses);
      const { notification } = await tell();
      await come(notification.id, 'done', 'done');
      const ids = receiver.requests.map(({ headers }) => headers['webhook-id'] ?? headers['idempotency-key']);
      expect(ids).toEqual(Array(2 + statuses.length).fill(notification.id));
    },
  );

  test.each([400, 410, 302])('what is refused with %s comes once, and stays as a dead letter', async (status) => {
    receiver.willAnswer(status, status);
    const { notification } = await tell();
    await come(notification.id, 'failed', 'failed');
    expect(receiver.requests).toHaveLength(2);
  });

  test('nothing goes out for who has left meanwhile', async () => {
    receiver.willAnswer(500, 500);
    const { mine, notification } = await tell();
    await until(() => receiver.requests.length === 2);
    await world.hear({ type: 'MemberDeleted', version: 2, memberId: mine.memberId });
    await come(notification.id, 'done', 'done');
    expect(receiver.requests.length).toBeLessThanOrEqual(4);
  });
});

test('where no channel is configured there is no work for one', async () => {
  const [kind] = buses;
  if (!kind) throw new Error('There is no bus to test on.');
  const world = await openWorld(kind);
  await world.hear(paid(member()));
  expect((await world.sql.query(`select from outbox where kind = 'job'`)).rowCount).toBe(0);
  await world.close();
});

test('the console shows a line for each', async () => {
  const lines: string[] = [];
  const view = {
    id: 'n',
    recipientId: 'm',
    number: 1,
    content: { kind: 'RIDE_STARTED' },
    aboutId: null,
    aboutName: '',
    language: 'EN',
    recipientName: '',
    orderId: null,
    taxiBookingId: null,
    planId: null,
    createdAt: '2026-03-02T09:00:00.000Z',
    readAt: null,
  } as const;
  const channel = consoleChannel((line) => lines.push(line));
  await channel.send(messageOf({ ...view, recipientName: '지민' }));
  await channel.send(messageOf(view));
  expect(lines).toEqual([
    'RIDE_STARTED → 지민: Ride started. Your ride has started. Please fasten your seat belt.',
    'RIDE_STARTED → m: Ride started. Your ride has started. Please fasten your seat belt.',
  ]);
});
