import { freePorts } from '@moa/testing';
import { expect, test } from 'vitest';

test('who asks at the same moment is given ports of their own', async () => {
  const firsts = await Promise.all(Array.from({ length: 30 }, () => freePorts(25)));
  const sorted = firsts.toSorted((a, b) => a - b);
  for (const [index, first] of sorted.slice(1).entries()) expect(first - (sorted[index] ?? 0)).toBeGreaterThan(25);
});

test('more ports than a block has are refused', async () => {
  await expect(freePorts(64)).rejects.toThrow('At most 63');
});
