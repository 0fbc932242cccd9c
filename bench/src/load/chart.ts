import { percentileOf } from '../measure/histogram.ts';
import type { Tally } from './recorder.ts';
import type { FormResult } from './result.ts';

const width = 800;
const left = 78;
const plotWidth = width - left - 20;
const title = 44;
const barsHeight = 70;
const timesHeight = 50;
const panelHeight = title + barsHeight + timesHeight + 32;

/** On paper of its own, since a page may be dark where its reader's system is light. */
const style = `text { font: 12px system-ui, sans-serif; fill: #24292f } .quiet { fill: #57606a } .title { font-weight: 600; font-size: 14px }
  .answered { fill: #2f81c7 } .refused { fill: #afb8c1 } .unavailable { fill: #d4a72c } .broken { fill: #d1242f } .p50 { stroke: #2f81c7 } .p99 { stroke: #c9701c }
  polyline { fill: none; stroke-width: 1.5 } .axis { stroke: #afb8c1 } .paper { fill: #ffffff }
  @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .quiet { fill: #9da7b1 } .refused { fill: #57606a } .axis { stroke: #57606a } .paper { fill: #0d1117 } }`;

/** The chart's file beside the report. */
export const chartNameOf = ({ form }: Pick<FormResult, 'form'>): string => `load-${form.replaceAll(' ', '-')}.svg`;

/** One profile below the other, second by second: what became of those who asked, and how long the answered took. */
export function renderLoadChart({ form, outcomes }: FormResult): string {
  const played = outcomes.filter((outcome) => outcome.kind === 'played');
  const panels = played.map(({ profile, played: { recording } }, index) =>
    panel(`${profile.name}: ${profile.title}`, recording.seconds, 34 + index * panelHeight),
  );
  const height = 34 + Math.max(1, played.length) * panelHeight;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
  <style>${style}</style>
  <rect class="paper" width="${width}" height="${height}" rx="6"/>
  <text id="title" class="title" x="8" y="22">Moa in ${form}, by the second: <tspan class="answered">answered</tspan>, <tspan class="quiet">refused</tspan>, <tspan class="unavailable">unavailable</tspan>, <tspan class="broken">broken</tspan>; and times</text>
  ${panels.join('\n  ')}
</svg>
`;
}

function panel(name: string, seconds: readonly Tally[], y: number): string {
  const bars = seconds.map(({ answered, refused, unavailable, broken }) => [
    answered.count,
    refused,
    unavailable,
    broken,
  ]);
  const most = Math.max(1, ...bars.map((parts) => parts.reduce((sum, part) => sum + part, 0)));
  const p50 = seconds.map(({ answered }) => percentileOf(answered, 0.5) ?? 0);
  const p99 = seconds.map(({ answered }) => percentileOf(answered, 0.99) ?? 0);
  const longest = Math.max(1, ...p99);
  const step = plotWidth / Math.max(1, seconds.length);
  const x = (second: number): string => (left + second * step).toFixed(1);
  const foot = y + title + barsHeight;
  const timesFoot = foot + 10 + timesHeight;
  const bar = (counts: readonly number[], second: number): string => {
    let top = foot;
    const drawn = ['answered', 'refused', 'unavailable', 'broken'].map((kind, part) => {
      const height = ((counts[part] ?? 0) / most) * barsHeight;
      top -= height;
      return height === 0
        ? ''
        : `<rect class="${kind}" x="${x(second)}" y="${top.toFixed(1)}" width="${(step * 0.9).toFixed(1)}" height="${height.toFixed(1)}"/>`;
    });
    return drawn.join('');
  };
  const line = (kind: string, values: readonly number[]): string =>
    `<polyline class="${kind}" points="${values.map((value, second) => `${x(second + 0.5)},${(timesFoot - (value / longest) * timesHeight).toFixed(1)}`).join(' ')}"/>`;
  return `<text class="title" x="8" y="${y + 24}">${name}</text>
  <text class="quiet" x="${left - 6}" y="${y + title + 8}" text-anchor="end">${most.toLocaleString('en')}/s</text>
  ${bars.map(bar).join('')}
  <line class="axis" x1="${left}" x2="${left + plotWidth}" y1="${foot}" y2="${foot}"/>
  <text class="quiet" x="${left - 6}" y="${foot + 20}" text-anchor="end">${Math.round(longest).toLocaleString('en')} ms</text>
  ${line('p99', p99)}${line('p50', p50)}
  <line class="axis" x1="${left}" x2="${left + plotWidth}" y1="${timesFoot}" y2="${timesFoot}"/>
  <text class="quiet" x="${left + plotWidth}" y="${timesFoot + 14}" text-anchor="end">${seconds.length} s · p50 blue, p99 orange</text>`;
}
