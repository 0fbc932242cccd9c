import type { Samples } from './generate/samples.ts';
import { idsForArguments } from './graph/rows.ts';

/** Values that find something in the test graph. */
export const samples: Samples = {
  ID: idsForArguments,
  String: ['a', 'isbn-b2', '', 'a "quoted" \\ word', 'north', 'line\nbreak', '서울', '\u2028', '$v0', '{ x }'],
  Int: [1, 0, 2, 3, 2147483647, 3, -1, 2],
  Moment: ['2026-01-01T00:00:00Z', '2025-05-05T05:05:05Z', 'yesterday', 7],
};
