import { type Load, type OverloadResult, type Side, saturatingClients } from './bench.ts';
import { patienceMs } from './figures.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (share: number): string => `${(share * 100).toFixed(share > 0 && share < 0.01 ? 2 : 0)} %`;
const ms = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(0));

/** The result as Markdown. `command` gives it again. */
export function renderOverload(result: OverloadResult, command: string): string {
  const { query, sides, seconds, calmSeconds, bound, machine } = result;
  return `\`\`\`sh
${command}
\`\`\`

# The router with more to do than it can

${sides.map(table).join('\n')}
The query "${query}" of a graph of one subgraph, which answers it with hundreds of objects and always in the same bytes: it is the router, and
neither its neighbour nor the client, that has too much to do. Saturation is what the router answers when ${saturatingClients} clients ask again as soon as they are answered. Then requests come at random moments, whether those before were answered or not, for
${seconds} s at each multiple of it, and for ${calmSeconds} s at half of it afterwards. An answer is good when it is right and comes within
${patienceMs / 1_000} s of the moment at which its request was due; refused are those with 503 and \`Retry-After\`; lost is everything else. Times are
milliseconds from that same moment, so whatever a request waits in the client counts. The peak is the best of the saturation and of all
loads. Recovery is from the end of the load to the last request that was not answered well.

The client has a process of its own, ${bound ? 'and the router a core of its own; client and subgraphs share the others' : 'and shares all cores with the router and the subgraphs'}.

${machine}
`;
}

function table({ title, saturation, loads }: Side): string {
  const peak = Math.max(saturation, ...loads.map(({ goodPerSecond }) => goodPerSecond));
  const row = (each: Load): string =>
    `| ${[
      `${each.load} ×`,
      whole(each.askedPerSecond),
      whole(each.goodPerSecond),
      `**${percent(each.goodPerSecond / peak)}**`,
      percent(each.refused),
      percent(each.lost),
      ms(each.p50),
      ms(each.p99),
      ms(each.refusedP99),
      each.recoverySeconds.toFixed(1),
    ].join(' | ')} |`;
  return `## ${title[0]?.toUpperCase()}${title.slice(1)}${title.startsWith('with its') ? ' of operations in hand' : ''}

Saturated: ${whole(saturation)} answers a second.

| load | asked/s | good/s | of the peak | refused | lost | p50 | p99 | p99 of the refused | recovered after, s |
|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${loads.map(row).join('\n')}
`;
}
