import { expect, test } from 'vitest';
import { done, isId, payload, refusalsFrom, refused } from '../src/index.ts';

const refuse = refusalsFrom({ TOO_LATE: 'Come earlier.' });

test('a refusal names its code, its words and the field to blame', () => {
  expect(refuse('TOO_LATE', 'lines', '0')).toEqual({
    code: 'TOO_LATE',
    message: 'Come earlier.',
    field: ['lines', '0'],
  });
  expect(refuse('TOO_LATE').field).toBeNull();
});

test('a payload holds the result or the reasons, never both', () => {
  expect(payload('order', done({ id: 1 }))).toEqual({ order: { id: 1 }, userErrors: [] });
  expect(payload('order', refused(refuse('TOO_LATE')))).toEqual({ order: null, userErrors: [refuse('TOO_LATE')] });
});

test('an id is a UUID, whatever a client sends', () => {
  expect(isId('00000000-0000-7000-8000-00000000000a')).toBe(true);
  for (const text of [
    '',
    '1',
    "' or true",
    '00000000-0000-7000-8000-00000000000',
    '{00000000-0000-7000-8000-00000000000a}',
  ])
    expect(isId(text)).toBe(false);
});
