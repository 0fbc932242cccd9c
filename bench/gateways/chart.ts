import { type Figures, figuresOf } from './figures.ts';
import type { GatewaysResult } from './result.ts';

const labelWidth = 320;
const barsWidth = 330;
const valueWidth = 110;
const rowHeight = 24;
const groupGap = 34;
const top = 40;

/** On paper of its own, since a page may be dark where its reader's system is light. */
const style = `text { font: 13px system-ui, sans-serif; fill: #24292f } .quiet { fill: #57606a } .title { font-weight: 600; font-size: 15px }
  .query { font-weight: 600 } .ours { fill: #2f81c7 } .other { fill: #afb8c1 } .one { stroke: #24292f } .paper { fill: #ffffff }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .quiet { fill: #9da7b1 } .other { fill: #57606a } .one { stroke: #e6edf3 } .paper { fill: #0d1117 } }`;

/**
 * Horizontal bars, a group for each query: answers per second of processor time as a multiple of the first target's, since
 * other programs hardly matter to that; per second by the clock where processor times are not known.
 */
export function renderGatewaysChart(result: GatewaysResult): string {
  const groups = result.queries.map((query) => ({
    query,
    bars: result.targets.map(({ name, title }) => ({ name, title, ...lengthOf(figuresOf(result, query, name)) })),
  }));
  const longest = Math.max(2, ...groups.flatMap(({ bars }) => bars.map(({ times }) => times)));
  const scale = (times: number) => Math.round((times / longest) * barsWidth);
  const groupHeight = groupGap + result.targets.length * rowHeight;
  const width = labelWidth + barsWidth + valueWidth;
  const height = top + groups.length * groupHeight + 16;

  const group = ({ query, bars }: (typeof groups)[number], index: number): string => {
    const y = top + index * groupHeight;
    const rows = bars.map((bar, row) => drawBar(bar, y + groupGap + row * rowHeight, scale));
    return `<text class="query" x="8" y="${y + groupGap - 10}">${xmlText(query)}</text>\n  ${rows.join('\n  ')}`;
  };
  const one = labelWidth + scale(1);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
  <style>${style}</style>
  <rect class="paper" width="${width}" height="${height}" rx="6"/>
  <text id="title" class="title" x="8" y="24">Answers per second of a core, as a multiple of plain @apollo/gateway’s</text>
  ${groups.map(group).join('\n  ')}
  <line class="one" x1="${one}" x2="${one}" y1="${top}" y2="${height - 12}"/>
</svg>
`;
}

type Length = { readonly times: number; readonly rate: number };
type Bar = Length & { readonly name: string; readonly title: string };

const lengthOf = ({ times, rate, timesPerCpuSecond, perCpuSecond }: Figures): Length =>
  timesPerCpuSecond !== undefined && perCpuSecond !== undefined
    ? { times: timesPerCpuSecond, rate: perCpuSecond }
    : { times, rate };

function drawBar({ name, title, times, rate }: Bar, y: number, scale: (times: number) => number): string {
  const text = y + 14;
  const length = scale(times);
  return `<text x="${labelWidth - 10}" y="${text}" text-anchor="end">${xmlText(title)}</text>
  <rect class="${name === 'ours' ? 'ours' : 'other'}" x="${labelWidth}" y="${y}" width="${length}" height="${rowHeight - 6}" rx="2"/>
  <text x="${labelWidth + Math.max(length, scale(1)) + 8}" y="${text}">${times.toFixed(1)} <tspan class="quiet">${Math.round(rate).toLocaleString('en')}/s</tspan></text>`;
}

const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
