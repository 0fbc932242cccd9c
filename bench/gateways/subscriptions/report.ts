import type { Failed, Measured, SubscriptionsResult } from './result.ts';

const count = (value: number): string => Math.round(value).toLocaleString('en');
const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
const megabytes = (bytes: number): string => count(bytes / 1024 ** 2);

/** The result as Markdown. `command` gives it again. */
export function renderSubscriptions(result: SubscriptionsResult, command: string): string {
  const { measured, clients, events, everyMs, bound, versions, machine } = result;
  return `\`\`\`sh
${command}
\`\`\`

# ${count(clients)} live subscriptions

| gateway | clients subscribe to | subscriptions at the subgraph | memory per client, KB | RSS with all, MB | p50, ms | p99, ms | longest, ms | CPU, µs per delivery | busy | missing |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${measured.map((each) => row(each, result)).join('\n')}

${count(clients)} WebSockets (graphql-transport-ws), one client and one subscription on each. The subgraph publishes an event for all of them every
${everyMs} ms, ${events} times, after every client has heard one. The times are those from the publication in the subgraph to the client: the last
client of a wave waits for all that are served before it. “The same” is one document with the same variables; “each its own” differs in a
variable, so that nothing can be shared. Memory per client is the gateway's growth since before the first client came, after the last event;
what the system holds for a socket is not in it. “Busy” is the share of a core that the gateway used: one that falls behind, whose times are beyond
${everyMs} ms, and yet is not busy was kept waiting by the subgraph, by the clients or by other programs.

Plain @apollo/gateway has no subscriptions. ${bound ? 'The gateway has a core to itself; subgraph and clients share the others.' : '**Nothing was bound to a core**: `taskset` or a second core is missing here.'}

${[machine, ...versions].join('; ')}
`;
}

function row(each: Measured | Failed, { clients }: SubscriptionsResult): string {
  if ('failure' in each) return `| ${each.target} | ${each.kind} | ${each.failure.split('\n')[0]} |`;
  const { target, kind, upstream, rss, cpuSeconds, seconds, delivered, missing, ended, why } = each;
  const known = rss.before !== undefined && rss.after !== undefined;
  const lost = `${(missing * 100).toFixed(missing > 0 ? 1 : 0)} %${ended > 0 ? ` (${count(ended)} ended: ${why})` : ''}`;
  const cells = [
    target,
    kind,
    count(upstream.subscriptions),
    known ? kilobytes((Number(rss.after) - Number(rss.before)) / clients) : '–',
    known ? megabytes(Number(rss.after)) : '–',
    ...[delivered.p50, delivered.p99, delivered.longest].map(count),
    cpuSeconds === undefined ? '–' : count((cpuSeconds * 1e6) / delivered.deliveries),
    cpuSeconds === undefined ? '–' : `${Math.round((cpuSeconds / seconds) * 100)} %`,
    lost,
  ];
  return `| ${cells.join(' | ')} |`;
}
