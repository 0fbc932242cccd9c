import { type Figures, figuresOf, meanBusy } from './figures.ts';
import type { GatewaysResult, Memory } from './result.ts';

const whole = (value: number | undefined): string =>
  value === undefined ? '–' : Math.round(value).toLocaleString('en');
const times = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(2));
const percent = (share: number | undefined): string => (share === undefined ? '–' : `${Math.round(share * 100)} %`);
const megabytes = (bytes: Memory): string => (bytes === undefined ? '–' : `${Math.round(bytes / 1024 ** 2)}`);
const milliseconds = (ms: number): string => ms.toFixed(ms < 10 ? 2 : 1);

/** The result as Markdown, with the chart beside it. `command` gives it again. */
export function renderGateways(result: GatewaysResult, command: string): string {
  const { settings, bound } = result;
  return `\`\`\`sh
${command}
\`\`\`

# Gateways side by side

Federation gateways before the same subgraphs, the ${result.graph}, ${bound ? 'each alone on one core' : 'on all cores'}. All of them
answer every query equally, key by key, and every single answer of the run was compared.

${crowded(result)}![Answers per second of a core of each gateway, as a multiple of plain @apollo/gateway's](${result.chart})

${result.queries.map((query) => queryTable(result, query)).join('\n\n')}

## Memory and start

| | start to first answer, s | RSS after warm-up, MB | RSS after the run, MB |
|---|--:|--:|--:|
${result.targets
  .map(({ title, startSeconds, memory }) =>
    row(title, [startSeconds.toFixed(1), megabytes(memory.warm), megabytes(memory.done)]),
  )
  .join('\n')}

## How it was measured

${settings.rounds} rounds; in each, every gateway is asked every query for ${settings.seconds} s, one after the other, by ${settings.connections} connections that ask again as soon as
they are answered. Who begins changes from round to round. A figure is the median of the rounds, “× plain” the median of the rounds' ratios,
and the middle half of those stands behind it, so that whatever else the machine does meets both sides. All gateways run during the whole
measurement, and only the one whose turn it is has work.

${
  bound
    ? 'Gateways are bound to the first core, the load generator (autocannon), the subgraphs and the bench to the others.'
    : '**Nothing was bound to a core**, since `taskset` or a second core is missing here: figures per second of processor time say more than those per second.'
} A gateway that
does not use all of its core (“busy”) was kept waiting by the load generator or the subgraphs, or lost time to other programs; “per CPU-second” suffers
little from either.

Ours runs with everything on that it does by default: limits, checks, signed viewer tokens, error masking. ${result.about} “fetches” is what
the subgraphs counted for one answer; where clients that ask the same at the same time share fetches, what they counted per answer under load
stands behind it. Hive Gateway does so unless told; without it it does the same work as the others.

${result.machine}; ${result.versions.join(', ')}
`;
}

function queryTable(result: GatewaysResult, query: string): string {
  const rows = result.targets.map(({ name, title }) => {
    const figures = figuresOf(result, query, name);
    const [low, high] = figures.middleHalf;
    return row(title, [
      whole(figures.rate),
      `**${times(figures.times)}**`,
      `${times(low)} – ${times(high)}`,
      whole(figures.perCpuSecond),
      times(figures.timesPerCpuSecond),
      percent(figures.busy),
      milliseconds(figures.p50),
      milliseconds(figures.p99),
      fetches(figures),
    ]);
  });
  return `## ${query}

| | req/s | × plain | middle half | per CPU-second | × plain | busy | p50, ms | p99, ms | fetches |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${rows.join('\n')}`;
}

/** Below this share of a core something else had the core too. */
const undisturbed = 0.85;

function crowded(result: GatewaysResult): string {
  const busy = meanBusy(result);
  if (busy === undefined || busy >= undisturbed) return '';
  if (result.busiest === 'subgraphs')
    return `**The subgraphs have the most to do**: a gateway used ${percent(busy)} of its core on average, and waited for them else. The columns per
CPU-second tell of the gateways; those per second, and the times, of subgraphs, too.

`;
  return `**The machine was not free**: a gateway got ${percent(busy)} of its core on average. Trust the columns per CPU-second; those per second, and the
times, tell of the other programs, too.

`;
}

/** Under load there may be fewer per answer, where clients who ask alike share them. */
const fetches = ({ fetchesAlone, fetches }: Figures): string =>
  fetches < fetchesAlone * 0.95 ? `${fetchesAlone}, shared: ${fetches.toFixed(1)}` : `${fetchesAlone}`;

const row = (title: string, cells: readonly string[]): string => `| ${title} | ${cells.join(' | ')} |`;
