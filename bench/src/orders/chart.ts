import { type Comparison, flatRatio, isFlat, type Pair, ratio } from '../measure/compare.ts';
import { median } from '../measure/quantile.ts';
import { count, milliseconds, multiple } from './figures.ts';
import type { Town } from './town.ts';

const labelWidth = 270;
const barsWidth = 300;
const valueWidth = 180;
const rowHeight = 28;
const top = 72;

/** On paper of its own, since a page may be dark where its reader's system is light. */
const style = `text { font: 13px system-ui, sans-serif; fill: #24292f } .quiet { fill: #57606a } .title { font-weight: 600; font-size: 15px }
  .flat { fill: #2f81c7 } .grown { fill: #c9701c } .one { stroke: #24292f } .paper { fill: #ffffff } .limit { stroke: #8c959f; stroke-dasharray: 4 3 }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .quiet { fill: #9da7b1 } .one { stroke: #e6edf3 } .paper { fill: #0d1117 } }`;

/** Horizontal bars: the cost on the large side as a multiple of the cost on the small one. */
export function renderChart(comparisons: readonly Comparison[], { small, large }: Pair<Town>): string {
  const longest = Math.max(2, ...comparisons.map(ratio)) * 1.05;
  const width = labelWidth + barsWidth + valueWidth;
  const height = top + comparisons.length * rowHeight + 16;
  const scale = (value: number) => labelWidth + Math.round((value / longest) * barsWidth);
  const line = (value: number, kind: string) =>
    `<line class="${kind}" x1="${scale(value)}" x2="${scale(value)}" y1="${top - 8}" y2="${height - 12}"/>
  <text class="quiet" x="${scale(value)}" y="${top - 14}" text-anchor="middle">${value}</text>`;

  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
  <style>${style}</style>
  <rect class="paper" width="${width}" height="${height}" rx="6"/>
  <text id="title" class="title" x="8" y="24">Cost with ${count(large.orders)} orders, as a multiple of the cost with ${count(small.orders)}</text>
  ${comparisons.map((comparison, index) => bar(comparison, top + index * rowHeight, scale)).join('\n  ')}
  ${line(1, 'one')}
  ${line(flatRatio, 'limit')}
</svg>
`;
}

function bar(comparison: Comparison, y: number, scale: (value: number) => number): string {
  const times = ratio(comparison);
  const text = y + 14;
  const end = Math.max(scale(times), scale(flatRatio));
  return `<text x="${labelWidth - 10}" y="${text}" text-anchor="end">${xmlText(comparison.name)}</text>
  <rect class="${isFlat(comparison) ? 'flat' : 'grown'}" x="${scale(0)}" y="${y}" width="${scale(times) - scale(0)}" height="${rowHeight - 9}" rx="2"/>
  <text x="${end + 8}" y="${text}">${multiple(times)} <tspan class="quiet">${milliseconds(median(comparison.small))} → ${milliseconds(median(comparison.large))} ms</tspan></text>`;
}

const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
