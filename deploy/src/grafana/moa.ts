import { panel, perSecond, quantile, type Row } from './panel.ts';

const share = (outcomes: string): string =>
  `sum(rate(router_operations_total{outcome=~"${outcomes}"}[$__rate_interval])) / sum(rate(router_operations_total[$__rate_interval]))`;
const faults = 'INTERNAL_SERVER_ERROR|SUBGRAPH_UNAVAILABLE|SERVICE_UNAVAILABLE|AUTHENTICATION_UNAVAILABLE';

/** What Moa shows of itself, from what people notice down to what it runs on. */
export const rows: readonly Row[] = [
  {
    title: 'What people notice',
    panels: [
      panel(
        'Operations',
        'ops',
        perSecond('router_operations_total', 'graphql_operation_type'),
        '{{graphql_operation_type}}',
      ),
      {
        title: 'Faults and refusals',
        unit: 'percentunit',
        queries: [
          { expr: share(faults), legend: 'faults of ours' },
          { expr: share('OVERLOADED'), legend: 'refused for load' },
        ],
        badFrom: 0.01,
      },
      panel(
        'p99 of answers',
        's',
        quantile(0.99, 'router_operation_duration_seconds', 'graphql_operation_type'),
        '{{graphql_operation_type}}',
        1.5,
      ),
      panel(
        'Outcomes that are not ok',
        'ops',
        perSecond('router_operations_total{outcome!="ok"}', 'outcome'),
        '{{outcome}}',
      ),
      panel(
        'Operations by name, the ten most frequent',
        'ops',
        `topk(10, ${perSecond('router_operations_total', 'graphql_operation_name')})`,
        '{{graphql_operation_name}}',
      ),
      panel('Subscriptions of clients', 'short', 'sum(router_subscriptions)', 'subscriptions'),
    ],
  },
  {
    title: 'Parts',
    panels: [
      panel(
        'Processes that are ready',
        'short',
        'sum by (subgraph) (subgraph_ready) or label_replace(sum(router_ready), "subgraph", "router", "", "")',
        '{{subgraph}}',
      ),
      panel(
        'p95 of a call, by subgraph',
        's',
        quantile(0.95, 'router_fetch_duration_seconds', 'subgraph'),
        '{{subgraph}}',
      ),
      panel(
        'Calls that had no answer',
        'ops',
        perSecond(
          'router_fetch_duration_seconds_count{outcome=~"timeout|circuit_open|unavailable"}',
          'subgraph, outcome',
        ),
        '{{subgraph}} {{outcome}}',
      ),
      panel(
        'Open breakers',
        'short',
        'max by (subgraph) (router_subgraph_circuit_state{state="open"})',
        '{{subgraph}}',
        1,
      ),
      panel('Operations of a subgraph', 'ops', perSecond('subgraph_operations_total', 'subgraph'), '{{subgraph}}'),
      panel(
        'p95 inside of a subgraph',
        's',
        quantile(0.95, 'subgraph_operation_duration_seconds', 'subgraph'),
        '{{subgraph}}',
      ),
    ],
  },
  {
    title: 'Work that was promised',
    panels: [
      panel('Jobs that wait', 'short', 'max by (queue) (queue_jobs{state="waiting"}) > 0', '{{queue}}', 1_000),
      panel(
        'Dead letters and struggling jobs',
        'short',
        'max by (queue, state) (queue_jobs{state=~"failed|struggling"}) > 0',
        '{{queue}} {{state}}',
        1,
      ),
      panel('Attempts at jobs', 'ops', perSecond('jobs_attempts_total', 'outcome'), '{{outcome}}'),
      panel('p95 of an attempt', 's', quantile(0.95, 'jobs_attempt_duration_seconds', 'queue'), '{{queue}}'),
      panel(
        'Oldest message that has not left',
        's',
        'max by (subgraph) (outbox_oldest_unsent_age_seconds)',
        '{{subgraph}}',
        30,
      ),
      panel('Messages on their way', 'short', 'max by (subgraph) (outbox_unsent + outbox_unproven)', '{{subgraph}}'),
      panel('Sagas that go on', 'short', 'max by (saga) (saga_open)', '{{saga}}'),
      panel('The oldest saga', 's', 'max by (saga) (saga_oldest_age_seconds)', '{{saga}}', 90),
    ],
  },
  {
    title: 'News',
    panels: [
      panel(
        'Events made for subscriptions',
        'ops',
        perSecond('subgraph_subscription_events_total', 'subgraph'),
        '{{subgraph}}',
      ),
      panel('Events to clients', 'ops', 'sum(rate(router_subscription_events_total[$__rate_interval]))', 'events'),
      panel('p99 of the way through the live log', 's', quantile(0.99, 'live_log_lag_seconds', ''), 'lag', 2),
      panel(
        'WebSockets and event streams',
        'short',
        'sum(router_websockets) + sum(router_event_streams)',
        'connections',
      ),
    ],
  },
  {
    title: 'What it runs on',
    panels: [
      panel('Processor', 'short', 'rate(process_cpu_seconds_total[$__rate_interval])', '{{instance}}'),
      panel('Event loop, p99', 's', 'nodejs_eventloop_lag_p99_seconds', '{{instance}}', 0.5),
      panel('Memory', 'bytes', 'process_resident_memory_bytes', '{{instance}}'),
      panel(
        'Heap in use, of what there may be',
        'percentunit',
        'nodejs_heap_size_used_bytes / nodejs_heap_size_limit_bytes',
        '{{instance}}',
        0.9,
      ),
      panel(
        'Connections in use, of those there may be',
        'percentunit',
        'database_pool_connections{state="in_use"} / ignoring (state) database_pool_limit',
        '{{database}} {{instance}}',
        1,
      ),
      panel('Operations that wait for a connection', 'short', 'database_pool_waiting', '{{database}} {{instance}}', 1),
      panel(
        'Answer cache of routers',
        'percentunit',
        'sum(rate(router_response_cache_lookups_total{result="hit"}[$__rate_interval])) / sum(rate(router_response_cache_lookups_total[$__rate_interval]))',
        'hits',
      ),
      panel(
        'What could not be looked up',
        'short',
        'count by (collector) (metrics_collector_success == 0)',
        '{{collector}}',
        1,
      ),
    ],
  },
];
