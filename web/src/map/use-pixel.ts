import { type RefObject, useLayoutEffect, useState } from 'react';
import { size } from './projection.ts';

/** How long one pixel of the screen is in the map's units, while it isn't zoomed: what shall be as large on every screen needs it. */
export function usePixel(svg: RefObject<SVGSVGElement | null>): number {
  const [pixel, setPixel] = useState(1);
  useLayoutEffect(() => {
    if (!svg.current) return;
    const measuring = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) setPixel(Math.max(size.width / width, size.height / height));
    });
    measuring.observe(svg.current);
    return () => measuring.disconnect();
  }, [svg]);
  return pixel;
}
