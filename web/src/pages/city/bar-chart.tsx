import { type ReactNode, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import styles from './bar-chart.module.css';
import { onLook } from './on-look.ts';

type Props = {
  /** What it shows in words, with its sum, for who can't see it. */
  readonly label: string;
  /** In seconds since 1970. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly nameOf: (at: Date) => string;
};

const height = 160;
const font = '14px system-ui, sans-serif';

/** A small chart of counts in time, in the colours of the page. */
export function BarChart({ label, xs, ys, nameOf }: Props): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const data: uPlot.AlignedData = [[...xs], [...ys]];
  const latest = useRef({ data, nameOf });
  latest.current = { data, nameOf };

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const chart = new uPlot(
      options(element, () => latest.current.nameOf),
      latest.current.data,
      element,
    );
    plot.current = chart;
    const measuring = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    measuring.observe(element);
    const forgetLook = onLook(() => chart.redraw(false, true));
    return () => {
      forgetLook();
      measuring.disconnect();
      chart.destroy();
    };
  }, []);
  useEffect(() => plot.current?.setData([[...xs], [...ys]]), [xs, ys]);

  return <div ref={host} className={styles.chart} role="img" aria-label={label} />;
}

/** A bar stands in the middle of its time: half of the first and the last would not be seen. */
function aroundBars(plot: uPlot, first: number, last: number): [number, number] {
  const half = (last - first) / Math.max(1, plot.data[0].length - 1) / 2;
  return [first - half, last + half];
}

/** A canvas knows no tokens: the element has them as its own colours, which are asked for at each drawing. */
function options(element: HTMLElement, nameOf: () => (at: Date) => string): uPlot.Options {
  const look = getComputedStyle(element); // stays true
  const bars = uPlot.paths.bars?.({ size: [0.7, 28] });
  const axis = { font, stroke: () => look.color, ticks: { show: false } } as const;
  return {
    width: element.clientWidth,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 20, 0, 8],
    scales: { x: { range: aroundBars }, y: { range: (_plot, _least, most) => [0, Math.max(4, most * 1.1)] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 110,
        size: 30,
        values: (_plot, at) => at.map((each) => nameOf()(new Date(each * 1000))),
      },
      { ...axis, grid: { stroke: () => look.stroke, width: 1 }, incrs: [1, 2, 5, 10, 20, 50, 100], size: 36 },
    ],
    series: [{}, { fill: () => look.fill, width: 0, points: { show: false }, ...(bars && { paths: bars }) }],
  };
}
