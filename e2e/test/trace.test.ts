import { buses, type OtlpReceiver, openOtlpReceiver, type ReceivedSpan, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOrder } from '../src/food.ts';
import { demoEmails, type Person, signIn } from '../src/person.ts';
import { openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess, type Variables } from '../src/process.ts';

/** Processes, by what the environment of each says besides. */
const forms: readonly { readonly form: string; readonly processes: readonly Variables[] }[] = [
  { form: 'in one process', processes: [{}] },
  {
    form: 'in processes apart',
    processes: [
      { SUBGRAPHS: 'account,order', ROUTER: '1' },
      { SUBGRAPHS: 'delivery', ROUTER: '0' },
      { SUBGRAPHS: 'pay', ROUTER: '0' },
    ],
  },
];

describe.each(buses.flatMap((bus) => forms.map((form) => ({ bus, ...form }))))(
  'N9: one request is followed from its mutation through its jobs to a subscription, $form, $bus.name',
  ({ bus, processes }) => {
    let receiver: OtlpReceiver;
    let place: Place;
    let running: readonly MoaProcess[] = [];
    let customer: Person;

    beforeAll(async () => {
      receiver = await openOtlpReceiver();
      place = await openPlace(bus);
      const variables = { ...place.variables, LOG_LEVEL: 'warn', OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint };
      for (const own of processes) running = [...running, await startProcess({ ...variables, ...own })];
      customer = await signIn(place.url, demoEmails('MEMBER')[0] ?? '');
    });
    afterAll(async () => {
      await Promise.all(running.map((each) => each.end('SIGTERM')));
      await place?.close();
      await receiver?.close();
    });

    /** How the payment provider behaves from now on. */
    const providerThat = async (behaviour: object): Promise<void> => {
      const url = new URL('/v1/behaviour', place.url);
      url.port = String(Number(url.port) + 20);
      const headers = { 'content-type': 'application/json' };
      expect((await fetch(url, { method: 'PUT', headers, body: JSON.stringify(behaviour) })).ok).toBe(true);
    };
    const spansOf = (requestId: string): readonly ReceivedSpan[] => {
      const root = receiver.spans().find(({ attributes }) => attributes['request.id'] === requestId);
      return receiver.spans().filter(({ traceId }) => traceId === root?.traceId);
    };

    test('its spans are one trace, and its id stands in the log lines of a job that fails', async () => {
      const requestId = `e2e-trace-${process.pid}`;
      await providerThat({ drop: 'before' });
      const { order } = await placeOrder(customer, {}, { 'x-request-id': requestId });
      const live = customer.watch<{ orderChanged: { progress: { deliveryStatus: string | null } } }>(
        'subscription WatchOrder($id: ID!) { orderChanged(orderId: $id) { progress { deliveryStatus } } }',
        { id: order?.id },
      );
      await live.next();
      const failure = await until(() =>
        running.flatMap(linesOf).find(({ msg }) => msg === 'queues: a job failed and will be retried'),
      );
      await providerThat({});
      let seen = await live.next();
      while (seen.value?.data?.orderChanged.progress.deliveryStatus !== 'STARTED') seen = await live.next();
      await live.close();

      const spans = await until(
        () => {
          const found = spansOf(requestId);
          const names = new Set(found.map(({ name }) => name));
          return journey.every((name) => names.has(name)) && isWhole(found) && found;
        },
        { timeoutMs: 15_000 },
      ).catch(() => spansOf(requestId));
      expect(spans.map(({ name }) => name)).toEqual(expect.arrayContaining([...journey]));
      expect(spans.filter(({ parentSpanId }) => parentSpanId === undefined).map(({ name }) => name)).toEqual([
        'mutation PlaceOrder',
      ]);
      expect(isWhole(spans)).toBe(true);
      // Of the payment, one attempt has failed.
      expect(spans.filter(({ name }) => name === 'process pay-jobs').map(({ failed }) => failed)).toContain(true);

      expect(failure).toMatchObject({ requestId, traceId: spans[0]?.traceId });
      expect(JSON.stringify(receiver.spans())).not.toMatch(/세종대로|tok_ok|moa\.example/);
    });
  },
);

/** Names of spans on the way of an order, from the client's request to the news of its delivery. */
const journey = [
  'mutation PlaceOrder',
  'fetch order',
  'mutation PlaceOrder__order__0',
  'publish OrderPlaced',
  'process pay-facts',
  'process pay-jobs',
  'process order-facts',
  'process delivery-facts',
  'publish live',
  'deliver orderChanged',
  'event WatchOrder',
];

/** Every span but the first has its parent among them. */
const isWhole = (spans: readonly ReceivedSpan[]): boolean => {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  return spans.every(({ parentSpanId }) => parentSpanId === undefined || ids.has(parentSpanId));
};

type Line = { readonly msg: string; readonly requestId?: string; readonly traceId?: string };

const linesOf = ({ output }: MoaProcess): readonly Line[] =>
  output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
