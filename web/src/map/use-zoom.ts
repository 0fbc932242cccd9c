import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Point } from './point.ts';
import { project, size } from './projection.ts';

const closest = 24;
/** So that the subway is seen up to its last stations, far outside of Seoul. */
const farthest = 0.3;

export type Zoom = {
  readonly transform: ZoomTransform;
  readonly by: (factor: number) => void;
  /** In the map's units, as it is seen. */
  readonly move: (x: number, y: number) => void;
};

/**
 * What part of the map is seen. It is dragged and pinched; the wheel zooms it while it has the focus, and scrolls the page else.
 * @param around places that shall be seen all; when they become others, the map goes there
 */
export function useZoom(svg: RefObject<SVGSVGElement | null>, around: readonly Point[] | undefined): Zoom {
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity);
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown>>(null);

  useEffect(() => {
    const element = svg.current;
    if (!element) return;
    behavior.current = zoom<SVGSVGElement, unknown>()
      .extent([
        [0, 0],
        [size.width, size.height],
      ])
      .translateExtent([
        [-size.width * 1.5, -size.height * 2],
        [size.width * 2.5, size.height * 4],
      ])
      .scaleExtent([farthest, closest])
      .clickDistance(5)
      .filter((event: MouseEvent | WheelEvent) => event.type !== 'wheel' || event.ctrlKey || hasFocus(element))
      .on('zoom', (event: { transform: ZoomTransform }) => setTransform(event.transform));
    const selection = select(element).call(behavior.current).on('dblclick.zoom', null);
    return () => {
      selection.on('.zoom', null);
    };
  }, [svg]);

  const wanted = around && around.length > 0 ? JSON.stringify(around.map(project)) : undefined;
  useEffect(() => {
    if (!svg.current || !behavior.current || wanted === undefined) return;
    select(svg.current).call(behavior.current.transform, showing(JSON.parse(wanted)));
  }, [svg, wanted]);

  return useMemo(() => {
    const act = (change: (behavior: ZoomBehavior<SVGSVGElement, unknown>, svg: SVGSVGElement) => void) => {
      if (behavior.current && svg.current) change(behavior.current, svg.current);
    };
    return {
      transform,
      by: (factor) => act(({ scaleBy }, element) => select(element).call(scaleBy, factor)),
      move: (x, y) =>
        act(({ translateBy }, element) => select(element).call(translateBy, x / transform.k, y / transform.k)),
    };
  }, [svg, transform]);
}

const hasFocus = (element: SVGSVGElement): boolean => element.parentElement?.contains(document.activeElement) ?? false;

/** So that all of them are seen, with some land around. */
function showing(places: readonly (readonly [number, number])[]): ZoomTransform {
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(10, size.width / (right - left + 60), size.height / (bottom - top + 60));
  return zoomIdentity
    .translate(size.width / 2, size.height / 2)
    .scale(Math.max(farthest, scale))
    .translate(-(left + right) / 2, -(top + bottom) / 2);
}
