import { readFileSync } from 'node:fs';
import {
  demoEmails,
  type MoaProcess,
  openPlace,
  type Person,
  type Place,
  placeOrder,
  signIn,
  startProcess,
  untilOrder,
} from '@moa/e2e';
import { buses, Exposition, freePorts, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rows } from '../src/grafana/moa.ts';

const alerts = ['parts', 'requests', 'work', 'resources'].flatMap((group) => {
  const text = readFileSync(new URL(`../prometheus/alerts/${group}.yml`, import.meta.url), 'utf8');
  const { groups } = parse(text) as { groups: { rules: { expr: string }[] }[] };
  return groups.flatMap(({ rules }) => rules.map(({ expr }) => expr));
});
const queries = rows.flatMap(({ panels }) => panels.flatMap((each) => each.queries.map(({ expr }) => expr)));

/** Names of figures have a prefix, and stand outside of quotes and of lists of labels. `up` is Prometheus's own. */
const namesIn = (expression: string): readonly string[] =>
  expression
    .replaceAll(/"[^"]*"|\{[^}]*\}|(?:by|ignoring|on) ?\([^)]*\)/g, '')
    .match(/\b(?:router|subgraph|jobs|queue|outbox|saga|live_log|database|metrics|process|nodejs)_\w+/g) ?? [];

describe.each(buses)('N9: what Moa in one process tells Prometheus, $name', (bus) => {
  let place: Place;
  let moa: MoaProcess;
  let url: string;
  let customer: Person;
  const read = () => Exposition.read(url);

  beforeAll(async () => {
    place = await openPlace(bus);
    const port = String(await freePorts(1));
    url = `http://127.0.0.1:${port}/metrics`;
    moa = await startProcess({ ...place.variables, METRICS_PORT: port });
    customer = await signIn(place.url, demoEmails('MEMBER')[0] ?? '');
  });
  afterAll(async () => {
    await moa?.end('SIGTERM');
    await place?.close();
  });

  test('an order is seen in the router, in its subgraph, in jobs, in the outbox and in the live log', async () => {
    const { order } = await placeOrder(customer);
    const watch = customer.watch('subscription Watch($id: ID!) { orderChanged(orderId: $id) { status } }', {
      id: order?.id,
    });
    await watch.next();
    await untilOrder(customer, order?.id ?? '', ({ delivery }) => delivery !== null);
    const metrics = await until(async () => {
      const now = await read();
      return now.sum('jobs_attempts_total', { queue: 'order-facts', name: 'DeliveryStarted' }) === 1 && now;
    });
    await watch.close();

    const placed = { graphql_operation_name: 'PlaceOrder', graphql_operation_type: 'mutation', outcome: 'ok' };
    expect(metrics.sum('router_operations_total', placed)).toBe(1);
    expect(metrics.sum('subgraph_operations_total', { ...placed, subgraph: 'order' })).toBe(1);
    const mutations = { subgraph: 'order', graphql_operation_type: 'mutation' };
    expect(metrics.sum('subgraph_operation_duration_seconds_count', mutations)).toBe(1);
    expect(metrics.sum('subgraph_operations_total', { outcome: 'INTERNAL_SERVER_ERROR' })).toBe(0);
    expect(metrics.sum('subgraph_subscriptions', { subgraph: 'order' })).toBe(1);
    expect(metrics.sum('subgraph_subscription_events_total', { subgraph: 'order' })).toBeGreaterThan(0);

    const done = (queue: string, name: string) => metrics.sum('jobs_attempts_total', { queue, name, outcome: 'done' });
    expect(done('pay-facts', 'OrderPlaced')).toBe(1);
    expect(done('order-facts', 'PaymentCaptured')).toBe(1);
    expect(metrics.sum('jobs_attempts_total', { outcome: 'failed' })).toBe(0);
    expect(metrics.sum('jobs_attempt_duration_seconds_count', { queue: 'pay-facts' })).toBeGreaterThan(0);
    expect(metrics.of('queue_jobs', { queue: 'pay-facts' })).toHaveLength(5);

    expect(metrics.of('outbox_unsent')).toHaveLength(9);
    expect(metrics.of('outbox_oldest_unsent_age_seconds', { subgraph: 'order' })).toHaveLength(1);
    expect(metrics.of('saga_open', { saga: 'dispatch' })).toHaveLength(1);
    expect(metrics.sum('live_log_connected')).toBe(1);
    expect(metrics.sum('live_log_entries_total')).toBeGreaterThan(0);
    expect(metrics.sum('live_log_lag_seconds_count')).toBeGreaterThan(0);
    expect(metrics.sum('live_log_lag_seconds_sum')).toBeLessThan(30);

    expect(metrics.of('database_pool_limit')).toHaveLength(9);
    expect(metrics.sum('subgraph_ready')).toBe(9);
    expect(metrics.sum('router_ready')).toBe(1);
    expect(metrics.of('metrics_collector_success').map(({ value }) => value)).not.toContain(0);
    expect(metrics.sum('process_memory_limit_bytes')).toBeGreaterThan(metrics.sum('process_resident_memory_bytes'));
    expect(metrics.sum('nodejs_heap_size_limit_bytes')).toBeGreaterThan(0);
    expect(metrics.of('nodejs_eventloop_lag_p99_seconds')).toHaveLength(1);
  });

  test('every figure that alerts and dashboard ask for is one that it tells', async () => {
    const { types, samples } = await read();
    const told = new Set([...types.keys(), ...samples.map(({ name }) => name)]);
    const asked = [...alerts, ...queries].flatMap(namesIn);
    expect(asked.length).toBeGreaterThan(50);
    expect([...new Set(asked)].filter((name) => !told.has(name))).toEqual([]);
  });

  test('what it tells has bounds, and is named as Prometheus wants it', async () => {
    const names = Array.from({ length: 220 }, (_, index) => `query Own${index} { me { id } }`);
    for (const query of names) await customer.ask(query);
    const metrics = await read();
    expect(metrics.of('subgraph_operations_total', { subgraph: 'account' }).length).toBeLessThanOrEqual(203);
    expect(metrics.sum('subgraph_operations_total', { graphql_operation_name: 'other' })).toBeGreaterThanOrEqual(19);
    for (const [name, type] of metrics.types) {
      expect(metrics.help, name).toContain(name);
      if (/^(process|nodejs)_/.test(name)) continue;
      expect(name.endsWith('_total'), name).toBe(type === 'counter');
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    }
  });
});
