import type { ReactNode } from 'react';

/** Drawn in 24 by 24 with a line of 1.75. */
const drawings = {
  food: 'M4 11h16a8 8 0 0 1-16 0ZM8 20h8M9 4c-1 1.2-1 2.2 0 3.4M13 3c-1.2 1.4-1.2 2.8 0 4.2',
  taxi: 'M4 16v-3.5L6 7.5A2 2 0 0 1 8 6h8a2 2 0 0 1 2 1.5l2 5V16M4 16h16v2.5M4 16v2.5M5 12h14M10 6l.6-2h2.8l.6 2M7.5 14h.01M16.5 14h.01',
  subway:
    'M7 4h10a2 2 0 0 1 2 2v8a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3V6a2 2 0 0 1 2-2ZM5 11h14M9 14h.01M15 14h.01M8 17l-2 3M16 17l2 3M12 4v7',
  plans: 'm9 5-5 2v12l5-2 6 2 5-2V5l-5 2-6-2ZM9 5v12M15 7v12',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.4a6.5 6.5 0 0 1 3.5 5.6',
  city: 'M3 20h18M5 20V9l6-3v14M11 20V4l8 4v12M8 11v.01M8 14.5v.01M15 10.500v.01M15 14v.01',
  home: 'm4 11 8-7 8 7v8a1 1 0 0 1-1 1h-4.500v-6h-5v6H5a1 1 0 0 1-1-1v-8Z',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l1.500 2h-15L6 16ZM10 20.500a2.200 2.200 0 0 0 4 0',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.500 20.500a7.500 7.500 0 0 1 15 0',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M18.700 5.300l-1.400 1.400M6.700 17.300l-1.400 1.400',
  code: 'm8 7-5 5 5 5M16 7l5 5-5 5M13.500 5l-3 14',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM20.500 20.500 16 16',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  close: 'm6 6 12 12M18 6 6 18',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  pin: 'M12 21c5-5.500 7-8.500 7-11.500a7 7 0 1 0-14 0C5 12.500 7 15.500 12 21ZM12 12a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  heart:
    'M12 20s-7.500-4.600-7.500-10A4.300 4.300 0 0 1 12 7.300 4.300 4.300 0 0 1 19.500 10c0 5.400-7.500 10-7.500 10Z',
  arrow: 'M5 12h14M13 6l6 6-6 6',
} as const;

export type IconName = keyof typeof drawings;

/** Says nothing to screen readers: what it stands beside has a name. */
export function Icon({ name, size = 22 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
